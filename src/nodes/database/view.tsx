import { Database } from 'lucide-react';
import type { NodeView } from '../nodeView.ts';
import type { databaseSpec } from './spec.ts';

export const databaseView: NodeView<typeof databaseSpec> = {
  icon: Database,
  text: { en: async () => (await import('./text.en.ts')).databaseEn, ko: async () => (await import('./text.ko.ts')).databaseKo },
  fieldText: {
    en: async () => (await import('./fields.en.ts')).databaseFieldsEn,
    ko: async () => (await import('./fields.ko.ts')).databaseFieldsKo,
  },
};
