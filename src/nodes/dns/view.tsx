import { Signpost } from 'lucide-react';
import type { NodeView } from '../nodeView.ts';
import type { dnsSpec } from './spec.ts';

export const dnsView: NodeView<typeof dnsSpec> = {
  icon: Signpost,
  text: { en: async () => (await import('./text.en.ts')).dnsEn, ko: async () => (await import('./text.ko.ts')).dnsKo },
  fieldText: {
    en: async () => (await import('./fields.en.ts')).dnsFieldsEn,
    ko: async () => (await import('./fields.ko.ts')).dnsFieldsKo,
  },
};
