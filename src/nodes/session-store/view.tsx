import { KeyRound } from 'lucide-react';
import type { NodeView } from '../nodeView.ts';
import type { sessionStoreSpec } from './spec.ts';

export const sessionStoreView: NodeView<typeof sessionStoreSpec> = {
  icon: KeyRound,
  text: { en: async () => (await import('./text.en.ts')).sessionStoreEn, ko: async () => (await import('./text.ko.ts')).sessionStoreKo },
  fieldText: {
    en: async () => (await import('./fields.en.ts')).sessionStoreFieldsEn,
    ko: async () => (await import('./fields.ko.ts')).sessionStoreFieldsKo,
  },
};
