import { busyServers, type KindStrains, larger, roomFor, strainedIf } from '../strain.ts';

/** Its processors; and the limits, which turn away on purpose. */
export const apiGatewayStrains: KindStrains = {
  strains: (now) => [
    ...busyServers(now),
    ...strainedIf(now.perSecond('limited') > 0, 'limit', {
      refusedRate: now.perSecond('limited'),
      admittedRate: now.perSecond('admitted'),
    }),
  ],
  remedies: (code, params, load) => (code === 'servers' ? larger(params, 'instances', roomFor(load)) : []),
};
