import { type KindPrice, millions } from '../../economy/price.ts';

/** What is kept as if every request were for a file of its own, the same every month, and each request by its kind. */
export const objectStoragePrice: KindPrice = (use) => [
  { price: 'object-storage', quantity: (use.perMonth('writes') * Number(use.params.objectKB)) / 1e6 },
  { price: 'object-writes', quantity: millions(use.perMonth('writes')) },
  { price: 'object-reads', quantity: millions(use.perMonth('reads')) },
];
