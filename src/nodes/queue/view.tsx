import { drawn } from '../../ui/drawn.tsx';
import type { NodeView } from '../nodeView.ts';
import type { queueSpec } from './spec.ts';

export const queueView: NodeView<typeof queueSpec> = {
  icon: drawn(
    'M2 4.25h20M2 19.75h20M4.5 8.75h1.5a1 1 0 0 1 1 1v4.5a1 1 0 0 1-1 1h-1.5a1 1 0 0 1-1-1v-4.5a1 1 0 0 1 1-1zM11.25 8.75h1.5a1 1 0 0 1 1 1v4.5a1 1 0 0 1-1 1h-1.5a1 1 0 0 1-1-1v-4.5a1 1 0 0 1 1-1zM18 8.75h1.5a1 1 0 0 1 1 1v4.5a1 1 0 0 1-1 1h-1.5a1 1 0 0 1-1-1v-4.5a1 1 0 0 1 1-1z',
  ),
  text: { en: async () => (await import('./text.en.ts')).queueEn, ko: async () => (await import('./text.ko.ts')).queueKo },
  fieldText: {
    en: async () => (await import('./fields.en.ts')).queueFieldsEn,
    ko: async () => (await import('./fields.ko.ts')).queueFieldsKo,
  },
};
