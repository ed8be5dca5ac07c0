import { Archive } from 'lucide-react';
import type { NodeView } from '../nodeView.ts';
import type { objectStorageSpec } from './spec.ts';

export const objectStorageView: NodeView<typeof objectStorageSpec> = {
  icon: Archive,
  text: { en: async () => (await import('./text.en.ts')).objectStorageEn, ko: async () => (await import('./text.ko.ts')).objectStorageKo },
  fieldText: {
    en: async () => (await import('./fields.en.ts')).objectStorageFieldsEn,
    ko: async () => (await import('./fields.ko.ts')).objectStorageFieldsKo,
  },
};
