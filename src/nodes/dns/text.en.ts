import type { KindText } from '../kindText.ts';

export const policiesEn = {
  geo: 'Nearest (geo)',
  'round-robin': 'Round robin',
  failover: 'First, else next',
  weighted: 'By weight',
  latency: 'Fastest now (latency)',
  single: 'Always the first',
} as const;

export const dnsEn: KindText = {
  name: 'DNS',
  what: 'Names into addresses',
  summary: (p) => policiesEn[p.policy as keyof typeof policiesEn],
};
