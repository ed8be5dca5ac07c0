import { answerGb, type KindPrice, millions } from '../../economy/price.ts';

/** Requests, and what leaves for the users: files, as nothing else passes here. */
export const cdnPrice: KindPrice = (use) => [
  { price: 'edge-requests', quantity: millions(use.perMonth('arrived')) },
  { price: 'edge-egress', quantity: answerGb(use.perMonth('completed'), 'static') },
];
