import type { KindText } from '../kindText.ts';

export const workerKo: KindText = {
  name: '워커',
  what: '큐의 작업을 처리합니다',
  summary: (p) => `${p.instances} × 작업 ${p.concurrency}`,
};
