import { drawn } from '../../ui/drawn.tsx';
import type { NodeView } from '../nodeView.ts';
import type { apiGatewaySpec } from './spec.ts';

export const apiGatewayView: NodeView<typeof apiGatewaySpec> = {
  icon: drawn('M2 21.5h20M4 21.5V10.25a8 8 0 0 1 16 0V21.5M8 13.5h8M13 10.5l3 3-3 3'),
  text: { en: async () => (await import('./text.en.ts')).apiGatewayEn, ko: async () => (await import('./text.ko.ts')).apiGatewayKo },
  fieldText: {
    en: async () => (await import('./fields.en.ts')).apiGatewayFieldsEn,
    ko: async () => (await import('./fields.ko.ts')).apiGatewayFieldsKo,
  },
};
