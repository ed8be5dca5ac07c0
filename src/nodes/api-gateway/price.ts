import { type KindPrice, vcpus } from '../../economy/price.ts';

/** Run by oneself: machines of two processors. */
export const apiGatewayPrice: KindPrice = (use) => vcpus('server-vcpu', use, 2);
