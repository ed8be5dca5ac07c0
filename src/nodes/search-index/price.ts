import { type KindPrice, vcpus } from '../../economy/price.ts';

/** Machines with much memory. */
export const searchIndexPrice: KindPrice = (use) => vcpus('memory-vcpu', use, use.params.vcpu);
