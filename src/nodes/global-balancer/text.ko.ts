import type { KindText } from '../kindText.ts';

export const regionPoliciesKo = { nearest: '가까운 정상 지역', weighted: '가중치대로', failover: '첫째, 안 되면 다음' } as const;

export const globalBalancerKo: KindText = {
  name: '글로벌 로드밸런서',
  what: '어디서나 같은 주소(애니캐스트)',
  summary: (p) => regionPoliciesKo[p.policy as keyof typeof regionPoliciesKo],
};
