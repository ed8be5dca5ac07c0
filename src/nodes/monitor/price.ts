import type { KindPrice } from '../../economy/price.ts';
import { seriesOf } from './series.ts';

/** Each time series is billed. Tools that are only told have no numbers to keep. */
export const monitorPrice: KindPrice = (use) => [
  {
    price: 'custom-metric',
    quantity: seriesOf(use.wiredInstances(null) - use.wiredInstances('operator'), Number(use.params.labels)),
  },
];
