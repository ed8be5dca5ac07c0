import type { KindText } from '../kindText.ts';

export const webServerKo: KindText = {
  name: '웹 서버',
  what: '애플리케이션을 실행합니다',
  summary: (p) => `${p.instances} × ${p.vcpu} vCPU`,
};
