import { drawn } from '../../ui/drawn.tsx';
import type { NodeView } from '../nodeView.ts';
import type { nosqlSpec } from './spec.ts';

export const nosqlView: NodeView<typeof nosqlSpec> = {
  icon: drawn(
    'M9.4 5a2.6 2.6 0 1 0 5.2 0a2.6 2.6 0 1 0-5.2 0M15.98 16.4a2.6 2.6 0 1 0 5.2 0a2.6 2.6 0 1 0-5.2 0M2.82 16.4a2.6 2.6 0 1 0 5.2 0a2.6 2.6 0 1 0-5.2 0M15.8 6A7.6 7.6 0 0 1 19.6 12.6M15.8 19.2A7.6 7.6 0 0 1 8.2 19.2M4.4 12.6A7.6 7.6 0 0 1 8.2 6',
  ),
  text: { en: async () => (await import('./text.en.ts')).nosqlEn, ko: async () => (await import('./text.ko.ts')).nosqlKo },
  fieldText: {
    en: async () => (await import('./fields.en.ts')).nosqlFieldsEn,
    ko: async () => (await import('./fields.ko.ts')).nosqlFieldsKo,
  },
};
