import { drawn } from '../../ui/drawn.tsx';
import type { NodeView } from '../nodeView.ts';
import type { databaseSpec } from './spec.ts';

export const databaseView: NodeView<typeof databaseSpec> = {
  icon: drawn(
    'M3.5 5.5a8.5 3.25 0 1 0 17 0a8.5 3.25 0 1 0-17 0M3.5 5.5v13c0 1.8 3.8 3.25 8.5 3.25s8.5-1.45 8.5-3.25v-13M3.5 12c0 1.8 3.8 3.25 8.5 3.25s8.5-1.45 8.5-3.25',
  ),
  text: { en: async () => (await import('./text.en.ts')).databaseEn, ko: async () => (await import('./text.ko.ts')).databaseKo },
  fieldText: {
    en: async () => (await import('./fields.en.ts')).databaseFieldsEn,
    ko: async () => (await import('./fields.ko.ts')).databaseFieldsKo,
  },
};
