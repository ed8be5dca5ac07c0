import type { KindText } from '../kindText.ts';

const strategies: Readonly<Record<string, string>> = {
  'all-at-once': '한꺼번에',
  rolling: '롤링',
  'blue-green': '블루/그린',
  canary: '카나리',
};

export const deployKo: KindText = {
  name: '배포 파이프라인',
  what: '새 버전을 내보내고 되돌립니다',
  summary: (p) => strategies[String(p.strategy)] ?? '',
};
