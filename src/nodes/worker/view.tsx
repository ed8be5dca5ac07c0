import { Cog } from 'lucide-react';
import type { NodeView } from '../nodeView.ts';
import type { workerSpec } from './spec.ts';

export const workerView: NodeView<typeof workerSpec> = {
  icon: Cog,
  text: { en: async () => (await import('./text.en.ts')).workerEn, ko: async () => (await import('./text.ko.ts')).workerKo },
  fieldText: {
    en: async () => (await import('./fields.en.ts')).workerFieldsEn,
    ko: async () => (await import('./fields.ko.ts')).workerFieldsKo,
  },
};
