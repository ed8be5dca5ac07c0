import type { ForeignNames } from '../foreign.ts';

export const globalBalancerForeign: ForeignNames = {
  software: ['global accelerator', 'front door'],
  words: ['global balancer', 'global load balancer', 'gslb', 'anycast', '글로벌 밸런서'],
};
