import { Component } from 'lucide-react';
import type { NodeView } from '../nodeView.ts';
import type { serviceSpec } from './spec.ts';

export const serviceView: NodeView<typeof serviceSpec> = {
  icon: Component,
  text: { en: async () => (await import('./text.en.ts')).serviceEn, ko: async () => (await import('./text.ko.ts')).serviceKo },
  fieldText: {
    en: async () => (await import('./fields.en.ts')).serviceFieldsEn,
    ko: async () => (await import('./fields.ko.ts')).serviceFieldsKo,
  },
};
