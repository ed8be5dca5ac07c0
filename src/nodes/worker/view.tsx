import { drawn } from '../../ui/drawn.tsx';
import type { NodeView } from '../nodeView.ts';
import type { workerSpec } from './spec.ts';

export const workerView: NodeView<typeof workerSpec> = {
  icon: drawn(
    'M10.1 5.3L10.4 2.7L13.6 2.7L13.9 5.3L15.5 5.9L17.4 4.3L19.7 6.6L18.1 8.5L18.7 10.1L21.3 10.4L21.3 13.6L18.7 13.9L18.1 15.5L19.7 17.4L17.4 19.7L15.5 18.1L13.9 18.7L13.6 21.3L10.4 21.3L10.1 18.7L8.5 18.1L6.6 19.7L4.3 17.4L5.9 15.5L5.3 13.9L2.7 13.6L2.7 10.4L5.3 10.1L5.9 8.5L4.3 6.6L6.6 4.3L8.5 5.9zM9.25 12a2.75 2.75 0 1 0 5.5 0a2.75 2.75 0 1 0-5.5 0',
  ),
  text: { en: async () => (await import('./text.en.ts')).workerEn, ko: async () => (await import('./text.ko.ts')).workerKo },
  fieldText: {
    en: async () => (await import('./fields.en.ts')).workerFieldsEn,
    ko: async () => (await import('./fields.ko.ts')).workerFieldsKo,
  },
};
