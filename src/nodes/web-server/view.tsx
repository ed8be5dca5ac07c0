import { drawn } from '../../ui/drawn.tsx';
import type { NodeView } from '../nodeView.ts';
import type { webServerSpec } from './spec.ts';

export const webServerView: NodeView<typeof webServerSpec> = {
  icon: drawn(
    'M4.5 3h15a2 2 0 0 1 2 2v3.5a2 2 0 0 1-2 2h-15a2 2 0 0 1-2-2v-3.5a2 2 0 0 1 2-2zM4.5 13.5h15a2 2 0 0 1 2 2v3.5a2 2 0 0 1-2 2h-15a2 2 0 0 1-2-2v-3.5a2 2 0 0 1 2-2zM6.75 6.75h.01M6.75 17.25h.01M11 6.75h6.5M11 17.25h6.5',
  ),
  text: { en: async () => (await import('./text.en.ts')).webServerEn, ko: async () => (await import('./text.ko.ts')).webServerKo },
  fieldText: {
    en: async () => (await import('./fields.en.ts')).webServerFieldsEn,
    ko: async () => (await import('./fields.ko.ts')).webServerFieldsKo,
  },
};
