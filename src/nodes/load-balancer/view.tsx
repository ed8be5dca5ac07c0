import { drawn } from '../../ui/drawn.tsx';
import type { NodeView } from '../nodeView.ts';
import type { loadBalancerSpec } from './spec.ts';

export const loadBalancerView: NodeView<typeof loadBalancerSpec> = {
  icon: drawn(
    'M2 12h19M7 12c5 0 3.5-7.5 9-7.5h5M7 12c5 0 3.5 7.5 9 7.5h5M18.5 2l2.5 2.5L18.5 7M18.5 9.5l2.5 2.5-2.5 2.5M18.5 17l2.5 2.5-2.5 2.5',
  ),
  text: { en: async () => (await import('./text.en.ts')).loadBalancerEn, ko: async () => (await import('./text.ko.ts')).loadBalancerKo },
  fieldText: {
    en: async () => (await import('./fields.en.ts')).loadBalancerFieldsEn,
    ko: async () => (await import('./fields.ko.ts')).loadBalancerFieldsKo,
  },
};
