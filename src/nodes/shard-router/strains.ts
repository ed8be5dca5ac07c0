import { busyServers, choose, type KindStrains, strainedIf } from '../strain.ts';

/** So many times the mean is no chance. */
const hotFrom = 1.5;

/** One shard that has far more than its part, mostly because of one key. */
export const shardRouterStrains: KindStrains = {
  strains: (now) => {
    const ratio = now.sum('hotRatio');
    return [...busyServers(now), ...strainedIf(ratio >= hotFrom, 'hot', { ratioFactor: ratio, keyShare: now.sum('hotKeyShare') })];
  },
  remedies: (code, params) => (code === 'hot' ? [...choose(params, 'hotKeys', 'split'), ...choose(params, 'hotKeys', 'cache')] : []),
};
