import { type KindPrice, millions, vcpus } from '../../economy/price.ts';

/** A row with what is kept about it, and the least disk that can be had. */
const rowKb = 1;
const leastGb = 20;

/** By machines: each with memory for its rows and a disk. By requests: what is read and written, and every copy's bytes once. */
export const nosqlPrice: KindPrice = (use) => {
  const gb = (use.keys * rowKb) / 1e6;
  if (use.params.paidBy === 'requests') {
    return [
      { price: 'item-reads', quantity: millions(use.perMonth('reads')) },
      { price: 'item-writes', quantity: millions(use.perMonth('writes')) },
      { price: 'item-storage', quantity: gb },
    ];
  }
  return [...vcpus('memory-vcpu', use, use.params.vcpu), { price: 'database-storage', quantity: use.instances * Math.max(leastGb, gb) }];
};
