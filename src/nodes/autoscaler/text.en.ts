import type { KindText } from '../kindText.ts';

export const autoscalerEn: KindText = {
  name: 'Autoscaler',
  what: 'Adds and removes instances by load',
  summary: (p) => `${p.minInstances} to ${p.maxInstances}`,
};
