import { type DescribeTextbook, idleMishaps } from '../textbook.ts';

/** Its answers are kept by who asked: in a steady state it has next to nothing to do. Whom it names is its policy's affair. */
export const dnsTextbook: DescribeTextbook = (params) => ({
  knows: ['policy', 'ttlSeconds', 'checkSeconds', 'unhealthyAfter', 'checkTimeoutSeconds', 'answerMs', ...idleMishaps],
  names: params.policy === 'geo' ? 'nearest' : params.policy === 'failover' ? 'first' : 'turns',
  asks: () => [],
});
