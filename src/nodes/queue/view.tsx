import { Rows3 } from 'lucide-react';
import type { NodeView } from '../nodeView.ts';
import type { queueSpec } from './spec.ts';

export const queueView: NodeView<typeof queueSpec> = {
  icon: Rows3,
  text: { en: async () => (await import('./text.en.ts')).queueEn, ko: async () => (await import('./text.ko.ts')).queueKo },
  fieldText: {
    en: async () => (await import('./fields.en.ts')).queueFieldsEn,
    ko: async () => (await import('./fields.ko.ts')).queueFieldsKo,
  },
};
