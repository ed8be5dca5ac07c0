import type { KindText } from '../kindText.ts';

export const autoscalerKo: KindText = {
  name: '오토스케일러',
  what: '부하에 따라 대수를 늘리고 줄입니다',
  summary: (p) => `${p.minInstances}~${p.maxInstances}대`,
};
