import { drawn } from '../../ui/drawn.tsx';
import type { NodeView } from '../nodeView.ts';
import type { cdnSpec } from './spec.ts';

export const cdnView: NodeView<typeof cdnSpec> = {
  icon: drawn('M2.5 12a9.5 9.5 0 1 0 19 0a9.5 9.5 0 1 0-19 0M2.5 12h19M12 2.5c5.3 5.6 5.3 13.4 0 19c-5.3-5.6-5.3-13.4 0-19'),
  text: { en: async () => (await import('./text.en.ts')).cdnEn, ko: async () => (await import('./text.ko.ts')).cdnKo },
  fieldText: {
    en: async () => (await import('./fields.en.ts')).cdnFieldsEn,
    ko: async () => (await import('./fields.ko.ts')).cdnFieldsKo,
  },
};
