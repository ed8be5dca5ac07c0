import { type KindPrice, millions, vcpus } from '../../economy/price.ts';

/** Disk of a machine that keeps little: the least that can be had. */
const leastGb = 20;

/** In memory: a cache machine per copy. Rows: a database machine with a disk per copy. Items: paid by the request. */
export const sessionStorePrice: KindPrice = (use) => {
  switch (use.params.keptIn) {
    case 'memory':
      return [{ price: 'cache-node', quantity: use.instances }];
    case 'nosql':
      return [
        { price: 'item-reads', quantity: millions(use.perMonth('gets')) },
        { price: 'item-writes', quantity: millions(use.perMonth('puts')) },
      ];
    default:
      return [...vcpus('database-vcpu', use, use.params.vcpu), { price: 'database-storage', quantity: use.instances * leastGb }];
  }
};
