import type { KindPrice } from '../../economy/price.ts';

/** Rate, failures, p99, processor, memory, disk and a few more, of each part that is watched. */
const metricsPerPart = 10;

export const monitorPrice: KindPrice = (use) => [{ price: 'custom-metric', quantity: metricsPerPart * use.wiredTo(null) }];
