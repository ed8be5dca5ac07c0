import { busyServers, type KindStrains, larger, roomFor, strainedIf } from '../strain.ts';

/** Processors, the quota of a node, and copies that do not answer. */
export const nosqlStrains: KindStrains = {
  strains: (now) => [
    ...busyServers(now),
    ...strainedIf(now.perSecond('throttled') > 0, 'throttled', { refusedRate: now.perSecond('throttled') }),
    ...strainedIf(now.perSecond('unavailable') + now.perSecond('lateQuorums') > 0, 'quorum', {
      refusedRate: now.perSecond('unavailable') + now.perSecond('lateQuorums'),
    }),
  ],
  remedies: (code, params, load) => (code === 'servers' || code === 'throttled' ? larger(params, 'nodes', roomFor(load)) : []),
};
