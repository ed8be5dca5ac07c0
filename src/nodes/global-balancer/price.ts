import type { KindPrice } from '../../economy/price.ts';

/** One address in every place. */
export const globalBalancerPrice: KindPrice = () => [{ price: 'global-address', quantity: 1 }];
