import type { ForeignNames } from '../foreign.ts';

export const apiGatewayForeign: ForeignNames = {
  software: ['kong', 'krakend', 'tyk', 'apisix'],
  words: ['api gateway', 'gateway', 'rate limiter', '게이트웨이', '처리율 제한'],
};
