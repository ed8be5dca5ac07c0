import type { ForeignNames } from '../foreign.ts';

export const dnsForeign: ForeignNames = {
  software: ['coredns', 'bind9', 'powerdns', 'route53'],
  words: ['dns', 'name server', 'route 53', '도메인'],
};
