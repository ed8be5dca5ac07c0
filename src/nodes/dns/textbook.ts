import type { Value } from '../../schema/fields.ts';
import { type DescribeTextbook, idleMishaps } from '../textbook.ts';

type Named = Pick<ReturnType<DescribeTextbook>, 'names'>;

/** Nothing where the answer depends on a lot: then there is no saying whom callers get. */
function namesOf(policy: Value, geoErrorPercent: Value): Named {
  if (policy === 'geo' && geoErrorPercent === 0) return { names: 'nearest' };
  if (policy === 'failover' || policy === 'single') return { names: 'first' };
  return policy === 'round-robin' ? { names: 'turns' } : {};
}

/** Its answers are kept by who asked: in a steady state it has next to nothing to do. Whom it names is its policy's affair. */
export const dnsTextbook: DescribeTextbook = (params) => ({
  knows: ['policy', 'geoErrorPercent', 'ttlSeconds', 'checkSeconds', 'unhealthyAfter', 'checkTimeoutSeconds', 'answerMs', ...idleMishaps],
  ...namesOf(params.policy, params.geoErrorPercent),
  asks: () => [],
});
