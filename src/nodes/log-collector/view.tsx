import { ScrollText } from 'lucide-react';
import type { NodeView } from '../nodeView.ts';
import type { logCollectorSpec } from './spec.ts';

export const logCollectorView: NodeView<typeof logCollectorSpec> = {
  icon: ScrollText,
  text: { en: async () => (await import('./text.en.ts')).logCollectorEn, ko: async () => (await import('./text.ko.ts')).logCollectorKo },
  fieldText: {
    en: async () => (await import('./fields.en.ts')).logCollectorFieldsEn,
    ko: async () => (await import('./fields.ko.ts')).logCollectorFieldsKo,
  },
};
