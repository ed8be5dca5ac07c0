import { formatNumber } from '../../ui/format.ts';
import type { KindText } from '../kindText.ts';

export const cdnEn: KindText = {
  name: 'CDN',
  what: 'Static files near the users',
  summary: (p) => `${formatNumber(Number(p.capacityFiles))} files`,
};
