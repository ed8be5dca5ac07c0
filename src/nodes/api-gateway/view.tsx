import { ShieldCheck } from 'lucide-react';
import type { NodeView } from '../nodeView.ts';
import type { apiGatewaySpec } from './spec.ts';

export const apiGatewayView: NodeView<typeof apiGatewaySpec> = {
  icon: ShieldCheck,
  text: { en: async () => (await import('./text.en.ts')).apiGatewayEn, ko: async () => (await import('./text.ko.ts')).apiGatewayKo },
  fieldText: {
    en: async () => (await import('./fields.en.ts')).apiGatewayFieldsEn,
    ko: async () => (await import('./fields.ko.ts')).apiGatewayFieldsKo,
  },
};
