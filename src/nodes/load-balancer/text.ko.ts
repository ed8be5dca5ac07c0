import type { KindText } from '../kindText.ts';

export const algorithmsKo = {
  'round-robin': '라운드 로빈',
  'least-connections': '최소 연결',
  'power-of-two': '몇 대 중 나은 쪽',
  random: '무작위',
  'weighted-random': '가중 무작위',
  'weighted-round-robin': '가중 라운드 로빈',
  'weighted-least-connections': '가중 최소 연결',
  'ip-hash': 'IP 해시(서버 수로 나눈 나머지)',
  'consistent-hash': '일관된 해시(해시 링)',
} as const;

export const loadBalancerKo: KindText = {
  name: '로드밸런서',
  what: '요청을 나눠 보냅니다',
  summary: (p) => (p.algorithm === 'power-of-two' ? `${p.choices}대 중 나은 쪽` : algorithmsKo[p.algorithm as keyof typeof algorithmsKo]),
};
