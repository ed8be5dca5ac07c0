import { drawn } from '../../ui/drawn.tsx';
import type { NodeView } from '../nodeView.ts';
import type { schedulerSpec } from './spec.ts';

export const schedulerView: NodeView<typeof schedulerSpec> = {
  icon: drawn(
    'M5 4.25h14a2.25 2.25 0 0 1 2.25 2.25v12.75a2.25 2.25 0 0 1-2.25 2.25h-14a2.25 2.25 0 0 1-2.25-2.25v-12.75a2.25 2.25 0 0 1 2.25-2.25zM2.75 9.5h18.5M8 2v4M16 2v4M12 12.5v3.25l2.5 1.5',
  ),
  text: { en: async () => (await import('./text.en.ts')).schedulerEn, ko: async () => (await import('./text.ko.ts')).schedulerKo },
  fieldText: {
    en: async () => (await import('./fields.en.ts')).schedulerFieldsEn,
    ko: async () => (await import('./fields.ko.ts')).schedulerFieldsKo,
  },
};
