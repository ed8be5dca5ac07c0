import { type KindPrice, vcpus } from '../../economy/price.ts';

/** A machine of its own for each instance, or a container that is billed by what it may use. */
export const servicePrice: KindPrice = (use) =>
  use.params.runsOn === 'container'
    ? [...vcpus('container-vcpu', use, use.params.vcpu), ...vcpus('container-memory', use, use.params.memoryGB)]
    : vcpus('server-vcpu', use, use.params.vcpu);
