import type { KindText } from '../kindText.ts';

export const serviceEn: KindText = {
  name: 'Service',
  what: 'Does one job of the application for other programs',
  summary: (p) => `${p.instances} × ${p.vcpu} vCPU${p.fallback ? ' · fallback' : ''}`,
};
