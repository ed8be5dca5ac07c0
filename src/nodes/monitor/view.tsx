import { Activity } from 'lucide-react';
import type { NodeView } from '../nodeView.ts';
import type { monitorSpec } from './spec.ts';

export const monitorView: NodeView<typeof monitorSpec> = {
  icon: Activity,
  text: { en: async () => (await import('./text.en.ts')).monitorEn, ko: async () => (await import('./text.ko.ts')).monitorKo },
  fieldText: {
    en: async () => (await import('./fields.en.ts')).monitorFieldsEn,
    ko: async () => (await import('./fields.ko.ts')).monitorFieldsKo,
  },
};
