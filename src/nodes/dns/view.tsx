import { drawn } from '../../ui/drawn.tsx';
import type { NodeView } from '../nodeView.ts';
import type { dnsSpec } from './spec.ts';

export const dnsView: NodeView<typeof dnsSpec> = {
  icon: drawn('M12 2v1.5M12 10v3M12 20v2M5 3.5h11l3 3.25-3 3.25H5zM19 13H8l-3 3.5L8 20h11z'),
  text: { en: async () => (await import('./text.en.ts')).dnsEn, ko: async () => (await import('./text.ko.ts')).dnsKo },
  fieldText: {
    en: async () => (await import('./fields.en.ts')).dnsFieldsEn,
    ko: async () => (await import('./fields.ko.ts')).dnsFieldsKo,
  },
};
