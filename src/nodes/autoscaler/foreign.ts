import type { ForeignNames } from '../foreign.ts';

export const autoscalerForeign: ForeignNames = {
  software: [],
  words: ['autoscaler', 'auto scaling', 'autoscaling', '오토스케일러', '자동 확장'],
};
