import { formatNumber } from '../../ui/format.ts';
import type { KindText } from '../kindText.ts';

export const cacheEn: KindText = {
  name: 'Cache',
  what: 'Popular rows in memory',
  summary: (p) => `${formatNumber(Number(p.instances) * Number(p.capacityKeys))} keys`,
};
