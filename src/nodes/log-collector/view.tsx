import { drawn } from '../../ui/drawn.tsx';
import type { NodeView } from '../nodeView.ts';
import type { logCollectorSpec } from './spec.ts';

export const logCollectorView: NodeView<typeof logCollectorSpec> = {
  icon: drawn('M14 2.25H6.5a2 2 0 0 0-2 2v15.5a2 2 0 0 0 2 2h11a2 2 0 0 0 2-2V7.75zM14 2.25v5.5h5.5M8.25 12h7.5M8.25 16.75h5'),
  text: { en: async () => (await import('./text.en.ts')).logCollectorEn, ko: async () => (await import('./text.ko.ts')).logCollectorKo },
  fieldText: {
    en: async () => (await import('./fields.en.ts')).logCollectorFieldsEn,
    ko: async () => (await import('./fields.ko.ts')).logCollectorFieldsKo,
  },
};
