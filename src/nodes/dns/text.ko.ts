import type { KindText } from '../kindText.ts';

export const policiesKo = {
  geo: '가장 가까운 곳',
  'round-robin': '라운드 로빈',
  failover: '첫째, 안 되면 다음',
  weighted: '가중치대로',
  latency: '지금 가장 빠른 곳(지연 시간)',
  single: '언제나 첫째',
} as const;

export const dnsKo: KindText = {
  name: 'DNS',
  what: '이름을 주소로 바꿉니다',
  summary: (p) => policiesKo[p.policy as keyof typeof policiesKo],
};
