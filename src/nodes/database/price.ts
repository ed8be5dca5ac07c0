import { type KindPrice, vcpus } from '../../economy/price.ts';

/** A row with its indexes, and the least disk that can be had. */
const rowKb = 1;
const leastGb = 20;

/** Every copy, the primary among them, is a machine with a disk of its own. */
export const databasePrice: KindPrice = (use) => [
  ...vcpus('database-vcpu', use, use.params.vcpu),
  { price: 'database-storage', quantity: use.instances * Math.max(leastGb, (use.keys * rowKb) / 1e6) },
];
