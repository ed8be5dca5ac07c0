import { drawn } from '../../ui/drawn.tsx';
import type { NodeView } from '../nodeView.ts';
import type { objectStorageSpec } from './spec.ts';

export const objectStorageView: NodeView<typeof objectStorageSpec> = {
  icon: drawn(
    'M2.75 5.25a9.25 2.75 0 1 0 18.5 0a9.25 2.75 0 1 0-18.5 0M2.75 5.25l2.4 13.9c.25 1.45 3.2 2.6 6.85 2.6s6.6-1.15 6.85-2.6l2.4-13.9M3.6 10.25c2.4 4.4 14.4 4.4 16.8 0',
  ),
  text: { en: async () => (await import('./text.en.ts')).objectStorageEn, ko: async () => (await import('./text.ko.ts')).objectStorageKo },
  fieldText: {
    en: async () => (await import('./fields.en.ts')).objectStorageFieldsEn,
    ko: async () => (await import('./fields.ko.ts')).objectStorageFieldsKo,
  },
};
