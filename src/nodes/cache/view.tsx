import { Zap } from 'lucide-react';
import type { NodeView } from '../nodeView.ts';
import type { cacheSpec } from './spec.ts';

export const cacheView: NodeView<typeof cacheSpec> = {
  icon: Zap,
  text: { en: async () => (await import('./text.en.ts')).cacheEn, ko: async () => (await import('./text.ko.ts')).cacheKo },
  fieldText: {
    en: async () => (await import('./fields.en.ts')).cacheFieldsEn,
    ko: async () => (await import('./fields.ko.ts')).cacheFieldsKo,
  },
};
