import { formatNumber } from '../../ui/format.ts';
import type { KindText } from '../kindText.ts';

export const cacheKo: KindText = {
  name: '캐시',
  what: '자주 찾는 행을 메모리에',
  summary: (p) => `키 ${formatNumber(Number(p.instances) * Number(p.capacityKeys))}개`,
};
