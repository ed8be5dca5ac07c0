import { drawn } from '../../ui/drawn.tsx';
import type { NodeView } from '../nodeView.ts';
import type { cacheSpec } from './spec.ts';

export const cacheView: NodeView<typeof cacheSpec> = {
  icon: drawn(
    'M7.75 5.5h8.5a2.25 2.25 0 0 1 2.25 2.25v8.5a2.25 2.25 0 0 1-2.25 2.25h-8.5a2.25 2.25 0 0 1-2.25-2.25v-8.5a2.25 2.25 0 0 1 2.25-2.25zM9 2v3.5M15 2v3.5M9 18.5V22M15 18.5V22M2 9h3.5M2 15h3.5M18.5 9H22M18.5 15H22M12.75 8.75l-2.5 3.5h3.5l-2.5 3.25',
  ),
  text: { en: async () => (await import('./text.en.ts')).cacheEn, ko: async () => (await import('./text.ko.ts')).cacheKo },
  fieldText: {
    en: async () => (await import('./fields.en.ts')).cacheFieldsEn,
    ko: async () => (await import('./fields.ko.ts')).cacheFieldsKo,
  },
};
