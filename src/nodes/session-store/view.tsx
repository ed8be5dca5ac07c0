import { drawn } from '../../ui/drawn.tsx';
import type { NodeView } from '../nodeView.ts';
import type { sessionStoreSpec } from './spec.ts';

export const sessionStoreView: NodeView<typeof sessionStoreSpec> = {
  icon: drawn(
    'M4.25 4h15.5a2.25 2.25 0 0 1 2.25 2.25v11.5a2.25 2.25 0 0 1-2.25 2.25h-15.5a2.25 2.25 0 0 1-2.25-2.25v-11.5a2.25 2.25 0 0 1 2.25-2.25zM6 10a2.25 2.25 0 1 0 4.5 0a2.25 2.25 0 1 0-4.5 0M4.75 16.25a3.6 3.6 0 0 1 7 0M15 9.5h3.5M15 14h3.5',
  ),
  text: { en: async () => (await import('./text.en.ts')).sessionStoreEn, ko: async () => (await import('./text.ko.ts')).sessionStoreKo },
  fieldText: {
    en: async () => (await import('./fields.en.ts')).sessionStoreFieldsEn,
    ko: async () => (await import('./fields.ko.ts')).sessionStoreFieldsKo,
  },
};
