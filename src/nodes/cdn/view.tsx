import { Globe } from 'lucide-react';
import type { NodeView } from '../nodeView.ts';
import type { cdnSpec } from './spec.ts';

export const cdnView: NodeView<typeof cdnSpec> = {
  icon: Globe,
  text: { en: async () => (await import('./text.en.ts')).cdnEn, ko: async () => (await import('./text.ko.ts')).cdnKo },
  fieldText: {
    en: async () => (await import('./fields.en.ts')).cdnFieldsEn,
    ko: async () => (await import('./fields.ko.ts')).cdnFieldsKo,
  },
};
