import type { KindText } from '../kindText.ts';

export const webServerEn: KindText = {
  name: 'Web server',
  what: 'Runs the application',
  summary: (p) => `${p.instances} × ${p.vcpu} vCPU`,
};
