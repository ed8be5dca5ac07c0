import { formatNumber } from '../../ui/format.ts';
import type { KindText } from '../kindText.ts';

export const cdnKo: KindText = {
  name: 'CDN',
  what: '가까이에 둔 정적 파일',
  summary: (p) => `파일 ${formatNumber(Number(p.capacityFiles))}개`,
};
