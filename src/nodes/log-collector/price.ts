import type { KindPrice } from '../../economy/price.ts';

const daysPerMonth = 730 / 24;

/** Every GB that comes in, and every GB that is kept. */
export const logCollectorPrice: KindPrice = (use) => {
  const gb = (use.perMonth('lines') * Number(use.params.lineBytes)) / 1e9;
  return [
    { price: 'log-ingest', quantity: gb },
    { price: 'log-storage', quantity: (gb / daysPerMonth) * Number(use.params.retentionDays) },
  ];
};
