import type { KindText } from '../kindText.ts';

export const serviceKo: KindText = {
  name: '서비스',
  what: '애플리케이션의 한 가지 일을 맡아 다른 프로그램에 응답합니다',
  summary: (p) => `${p.instances} × ${p.vcpu} vCPU${p.fallback ? ' · 폴백' : ''}`,
};
