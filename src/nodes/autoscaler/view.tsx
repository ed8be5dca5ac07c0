import { drawn } from '../../ui/drawn.tsx';
import type { NodeView } from '../nodeView.ts';
import type { autoscalerSpec } from './spec.ts';

export const autoscalerView: NodeView<typeof autoscalerSpec> = {
  icon: drawn(
    'M4.5 12.5h5a2 2 0 0 1 2 2v5a2 2 0 0 1-2 2h-5a2 2 0 0 1-2-2v-5a2 2 0 0 1 2-2zM13.75 10.25l7.5-7.5M15.25 2.5h6.25v6.25M2.5 8.75V4.5a2 2 0 0 1 2-2h6M15.25 21.5h4.25a2 2 0 0 0 2-2v-6',
  ),
  text: { en: async () => (await import('./text.en.ts')).autoscalerEn, ko: async () => (await import('./text.ko.ts')).autoscalerKo },
  fieldText: {
    en: async () => (await import('./fields.en.ts')).autoscalerFieldsEn,
    ko: async () => (await import('./fields.ko.ts')).autoscalerFieldsKo,
  },
};
