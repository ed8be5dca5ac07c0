import { Users } from 'lucide-react';
import type { NodeView } from '../nodeView.ts';
import type { usersSpec } from './spec.ts';

export const usersView: NodeView<typeof usersSpec> = {
  icon: Users,
  text: { en: async () => (await import('./text.en.ts')).usersEn, ko: async () => (await import('./text.ko.ts')).usersKo },
  fieldText: {
    en: async () => (await import('./fields.en.ts')).usersFieldsEn,
    ko: async () => (await import('./fields.ko.ts')).usersFieldsKo,
  },
};
