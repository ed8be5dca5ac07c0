import { type KindPrice, millions } from '../../economy/price.ts';

/** Sending, receiving and deleting are a request each. */
export const queuePrice: KindPrice = (use) => [
  {
    price: 'queue-requests',
    quantity: millions(use.perMonth('published') + use.perMonth('delivered') + use.perMonth('acknowledged')),
  },
];
