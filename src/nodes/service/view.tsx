import { drawn } from '../../ui/drawn.tsx';
import type { NodeView } from '../nodeView.ts';
import type { serviceSpec } from './spec.ts';

export const serviceView: NodeView<typeof serviceSpec> = {
  icon: drawn('M12 2.25l8.5 4.9v9.7l-8.5 4.9-8.5-4.9V7.15zM8.75 12a3.25 3.25 0 1 0 6.5 0a3.25 3.25 0 1 0-6.5 0'),
  text: { en: async () => (await import('./text.en.ts')).serviceEn, ko: async () => (await import('./text.ko.ts')).serviceKo },
  fieldText: {
    en: async () => (await import('./fields.en.ts')).serviceFieldsEn,
    ko: async () => (await import('./fields.ko.ts')).serviceFieldsKo,
  },
};
