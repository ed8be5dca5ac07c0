import { CalendarClock } from 'lucide-react';
import type { NodeView } from '../nodeView.ts';
import type { schedulerSpec } from './spec.ts';

export const schedulerView: NodeView<typeof schedulerSpec> = {
  icon: CalendarClock,
  text: { en: async () => (await import('./text.en.ts')).schedulerEn, ko: async () => (await import('./text.ko.ts')).schedulerKo },
  fieldText: {
    en: async () => (await import('./fields.en.ts')).schedulerFieldsEn,
    ko: async () => (await import('./fields.ko.ts')).schedulerFieldsKo,
  },
};
