import type { KindText } from '../kindText.ts';

export const policiesEn = { geo: 'Nearest (geo)', 'round-robin': 'Round robin', failover: 'First, else next' } as const;

export const dnsEn: KindText = {
  name: 'DNS',
  what: 'Names into addresses',
  summary: (p) => policiesEn[p.policy as keyof typeof policiesEn],
};
