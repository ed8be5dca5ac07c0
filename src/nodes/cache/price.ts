import type { KindPrice } from '../../economy/price.ts';

export const cachePrice: KindPrice = (use) => [{ price: 'cache-node', quantity: use.instances }];
