import { TextSearch } from 'lucide-react';
import type { NodeView } from '../nodeView.ts';
import type { searchIndexSpec } from './spec.ts';

export const searchIndexView: NodeView<typeof searchIndexSpec> = {
  icon: TextSearch,
  text: { en: async () => (await import('./text.en.ts')).searchIndexEn, ko: async () => (await import('./text.ko.ts')).searchIndexKo },
  fieldText: {
    en: async () => (await import('./fields.en.ts')).searchIndexFieldsEn,
    ko: async () => (await import('./fields.ko.ts')).searchIndexFieldsKo,
  },
};
