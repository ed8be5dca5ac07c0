import { type KindPrice, millions } from '../../economy/price.ts';

/** Requests, and what leaves for the users. */
export const cdnPrice: KindPrice = (use) => [
  { price: 'edge-requests', quantity: millions(use.perMonth('arrived')) },
  { price: 'edge-egress', quantity: use.perMonth('egressMB') / 1000 },
];
