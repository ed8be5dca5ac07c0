import type { KindText } from '../kindText.ts';

const strategies: Readonly<Record<string, string>> = { modulo: '키 % 샤드 수', range: '범위', ring: '해시 링', directory: '디렉터리' };

export const shardRouterKo: KindText = {
  name: '샤드 라우터',
  what: '행이 있는 저장소를 찾습니다',
  summary: (p) => strategies[String(p.strategy)],
};
