import { drawn } from '../../ui/drawn.tsx';
import type { NodeView } from '../nodeView.ts';
import type { shardRouterSpec } from './spec.ts';

export const shardRouterView: NodeView<typeof shardRouterSpec> = {
  icon: drawn(
    'M7 7.25L11.75 12 7 16.75 2.25 12zM7 7.25V6a1 1 0 0 1 1-1h8.5M11.75 12h4.75M7 16.75V18a1 1 0 0 0 1 1h8.5M17.5 2.5h3a1 1 0 0 1 1 1v3a1 1 0 0 1-1 1h-3a1 1 0 0 1-1-1v-3a1 1 0 0 1 1-1zM17.5 9.5h3a1 1 0 0 1 1 1v3a1 1 0 0 1-1 1h-3a1 1 0 0 1-1-1v-3a1 1 0 0 1 1-1zM17.5 16.5h3a1 1 0 0 1 1 1v3a1 1 0 0 1-1 1h-3a1 1 0 0 1-1-1v-3a1 1 0 0 1 1-1z',
  ),
  text: { en: async () => (await import('./text.en.ts')).shardRouterEn, ko: async () => (await import('./text.ko.ts')).shardRouterKo },
  fieldText: {
    en: async () => (await import('./fields.en.ts')).shardRouterFieldsEn,
    ko: async () => (await import('./fields.ko.ts')).shardRouterFieldsKo,
  },
};
