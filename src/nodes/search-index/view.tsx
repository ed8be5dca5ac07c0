import { drawn } from '../../ui/drawn.tsx';
import type { NodeView } from '../nodeView.ts';
import type { searchIndexSpec } from './spec.ts';

export const searchIndexView: NodeView<typeof searchIndexSpec> = {
  icon: drawn('M2.5 10.25a7.75 7.75 0 1 0 15.5 0a7.75 7.75 0 1 0-15.5 0M16 16l6 6M6.75 8.5h7M6.75 12h4.5'),
  text: { en: async () => (await import('./text.en.ts')).searchIndexEn, ko: async () => (await import('./text.ko.ts')).searchIndexKo },
  fieldText: {
    en: async () => (await import('./fields.en.ts')).searchIndexFieldsEn,
    ko: async () => (await import('./fields.ko.ts')).searchIndexFieldsKo,
  },
};
