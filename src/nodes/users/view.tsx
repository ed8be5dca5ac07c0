import { drawn } from '../../ui/drawn.tsx';
import type { NodeView } from '../nodeView.ts';
import type { usersSpec } from './spec.ts';

export const usersView: NodeView<typeof usersSpec> = {
  icon: drawn(
    'M4.75 7.25a3.75 3.75 0 1 0 7.5 0a3.75 3.75 0 1 0-7.5 0M2 20.5a6.5 6.5 0 0 1 13 0M15.5 3.75a3.75 3.75 0 0 1 0 7M18 14.6a6.5 6.5 0 0 1 4 5.9',
  ),
  text: { en: async () => (await import('./text.en.ts')).usersEn, ko: async () => (await import('./text.ko.ts')).usersKo },
  fieldText: {
    en: async () => (await import('./fields.en.ts')).usersFieldsEn,
    ko: async () => (await import('./fields.ko.ts')).usersFieldsKo,
  },
};
