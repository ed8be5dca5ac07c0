import { Server } from 'lucide-react';
import type { NodeView } from '../nodeView.ts';
import type { webServerSpec } from './spec.ts';

export const webServerView: NodeView<typeof webServerSpec> = {
  icon: Server,
  text: { en: async () => (await import('./text.en.ts')).webServerEn, ko: async () => (await import('./text.ko.ts')).webServerKo },
  fieldText: {
    en: async () => (await import('./fields.en.ts')).webServerFieldsEn,
    ko: async () => (await import('./fields.ko.ts')).webServerFieldsKo,
  },
};
