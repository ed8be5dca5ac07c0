import { Scaling } from 'lucide-react';
import type { NodeView } from '../nodeView.ts';
import type { autoscalerSpec } from './spec.ts';

export const autoscalerView: NodeView<typeof autoscalerSpec> = {
  icon: Scaling,
  text: { en: async () => (await import('./text.en.ts')).autoscalerEn, ko: async () => (await import('./text.ko.ts')).autoscalerKo },
  fieldText: {
    en: async () => (await import('./fields.en.ts')).autoscalerFieldsEn,
    ko: async () => (await import('./fields.ko.ts')).autoscalerFieldsKo,
  },
};
