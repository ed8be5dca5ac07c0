import { Split } from 'lucide-react';
import type { NodeView } from '../nodeView.ts';
import type { loadBalancerSpec } from './spec.ts';

export const loadBalancerView: NodeView<typeof loadBalancerSpec> = {
  icon: Split,
  text: { en: async () => (await import('./text.en.ts')).loadBalancerEn, ko: async () => (await import('./text.ko.ts')).loadBalancerKo },
  fieldText: {
    en: async () => (await import('./fields.en.ts')).loadBalancerFieldsEn,
    ko: async () => (await import('./fields.ko.ts')).loadBalancerFieldsKo,
  },
};
