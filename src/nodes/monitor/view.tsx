import { drawn } from '../../ui/drawn.tsx';
import type { NodeView } from '../nodeView.ts';
import type { monitorSpec } from './spec.ts';

export const monitorView: NodeView<typeof monitorSpec> = {
  icon: drawn(
    'M4.25 3h15.5a2.25 2.25 0 0 1 2.25 2.25v9.5a2.25 2.25 0 0 1-2.25 2.25h-15.5a2.25 2.25 0 0 1-2.25-2.25v-9.5a2.25 2.25 0 0 1 2.25-2.25zM12 17v4.5M7.5 21.5h9M5.5 10.25h3l2-3.75 3 7 1.75-3.25h3.25',
  ),
  text: { en: async () => (await import('./text.en.ts')).monitorEn, ko: async () => (await import('./text.ko.ts')).monitorKo },
  fieldText: {
    en: async () => (await import('./fields.en.ts')).monitorFieldsEn,
    ko: async () => (await import('./fields.ko.ts')).monitorFieldsKo,
  },
};
