import { Rocket } from 'lucide-react';
import type { NodeView } from '../nodeView.ts';
import type { deploySpec } from './spec.ts';

export const deployView: NodeView<typeof deploySpec> = {
  icon: Rocket,
  text: { en: async () => (await import('./text.en.ts')).deployEn, ko: async () => (await import('./text.ko.ts')).deployKo },
  fieldText: {
    en: async () => (await import('./fields.en.ts')).deployFieldsEn,
    ko: async () => (await import('./fields.ko.ts')).deployFieldsKo,
  },
};
