import type { KindText } from '../kindText.ts';

export const algorithmsEn = {
  'round-robin': 'Round robin',
  'least-connections': 'Least connections',
  'power-of-two': 'Best of a few',
  random: 'Random',
  'weighted-random': 'Random by weight',
  'weighted-round-robin': 'Round robin by weight',
  'weighted-least-connections': 'Least connections by weight',
  'ip-hash': 'Hash of the address, modulo servers',
  'consistent-hash': 'Consistent hash (ring)',
} as const;

export const loadBalancerEn: KindText = {
  name: 'Load balancer',
  what: 'Spreads requests',
  summary: (p) => (p.algorithm === 'power-of-two' ? `Best of ${p.choices}` : algorithmsEn[p.algorithm as keyof typeof algorithmsEn]),
};
