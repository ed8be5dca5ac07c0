import type { ForeignNames } from '../foreign.ts';

export const loadBalancerForeign: ForeignNames = {
  software: ['nginx', 'haproxy', 'traefik', 'envoy', 'caddy', 'elb', 'alb', 'nlb'],
  words: ['load balancer', 'loadbalancer', 'lb', 'reverse proxy', 'proxy', 'balancer', '로드밸런서', '로드 밸런서', '부하 분산'],
};
