import { drawn } from '../../ui/drawn.tsx';
import type { NodeView } from '../nodeView.ts';
import type { deploySpec } from './spec.ts';

export const deployView: NodeView<typeof deploySpec> = {
  icon: drawn(
    'M12 2c3.4 2.6 5 6.2 5 9.75v4.5H7v-4.5C7 8.2 8.6 4.6 12 2zM7 11.5L3.25 15.25v4.5L7 17.5M17 11.5l3.75 3.75v4.5L17 17.5M12 9h.01M10 19.5v2M14 19.5v2',
  ),
  text: { en: async () => (await import('./text.en.ts')).deployEn, ko: async () => (await import('./text.ko.ts')).deployKo },
  fieldText: {
    en: async () => (await import('./fields.en.ts')).deployFieldsEn,
    ko: async () => (await import('./fields.ko.ts')).deployFieldsKo,
  },
};
