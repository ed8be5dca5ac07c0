import type { KindText } from '../kindText.ts';

export const regionPoliciesEn = { nearest: 'Nearest that is well', weighted: 'By weight', failover: 'First, else next' } as const;

export const globalBalancerEn: KindText = {
  name: 'Global balancer',
  what: 'One address near everybody (anycast)',
  summary: (p) => regionPoliciesEn[p.policy as keyof typeof regionPoliciesEn],
};
