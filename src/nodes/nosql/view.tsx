import { Orbit } from 'lucide-react';
import type { NodeView } from '../nodeView.ts';
import type { nosqlSpec } from './spec.ts';

export const nosqlView: NodeView<typeof nosqlSpec> = {
  icon: Orbit,
  text: { en: async () => (await import('./text.en.ts')).nosqlEn, ko: async () => (await import('./text.ko.ts')).nosqlKo },
  fieldText: {
    en: async () => (await import('./fields.en.ts')).nosqlFieldsEn,
    ko: async () => (await import('./fields.ko.ts')).nosqlFieldsKo,
  },
};
