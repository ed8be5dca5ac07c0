import { drawn } from '../../ui/drawn.tsx';
import type { NodeView } from '../nodeView.ts';
import type { globalBalancerSpec } from './spec.ts';

export const globalBalancerView: NodeView<typeof globalBalancerSpec> = {
  icon: drawn(
    'M6 13c2.5-2.6 3.75-4.4 3.75-6.5a3.75 3.75 0 0 0-7.5 0c0 2.1 1.25 3.9 3.75 6.5zM6 6.5h.01M18 13c2.5-2.6 3.75-4.4 3.75-6.5a3.75 3.75 0 0 0-7.5 0c0 2.1 1.25 3.9 3.75 6.5zM18 6.5h.01M6 16.5v.75a1.25 1.25 0 0 0 1.25 1.25h9.5A1.25 1.25 0 0 0 18 17.25v-.75M12 18.5V22',
  ),
  text: {
    en: async () => (await import('./text.en.ts')).globalBalancerEn,
    ko: async () => (await import('./text.ko.ts')).globalBalancerKo,
  },
  fieldText: {
    en: async () => (await import('./fields.en.ts')).globalBalancerFieldsEn,
    ko: async () => (await import('./fields.ko.ts')).globalBalancerFieldsKo,
  },
};
