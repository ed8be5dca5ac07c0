import { busyServers, type KindStrains, larger, strainedIf } from '../strain.ts';

/** Its processors, and having nobody healthy to hand on to. */
export const loadBalancerStrains: KindStrains = {
  strains: (now) => {
    const healthy = now.each('healthyTargets');
    return [...busyServers(now), ...strainedIf(healthy.length > 0 && healthy[0].value === 0 && now.perSecond('arrived') > 0, 'targets')];
  },
  remedies: (code, params) => (code === 'servers' ? larger(params, 'vcpu', 2) : []),
};
