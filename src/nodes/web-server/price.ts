import { type KindPrice, vcpus } from '../../economy/price.ts';

export const webServerPrice: KindPrice = (use) => vcpus('server-vcpu', use, use.params.vcpu);
