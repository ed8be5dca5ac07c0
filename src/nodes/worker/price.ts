import { type KindPrice, vcpus } from '../../economy/price.ts';

/** Each on a machine of two processors, sized for computing; how many jobs it has at once does not change the bill. */
export const workerPrice: KindPrice = (use) => vcpus('compute-vcpu', use, 2);
