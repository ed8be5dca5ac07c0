import { busyServers, type KindStrains, larger, strainedIf } from '../strain.ts';

/** Processors of its shards, and lines of them that are full. */
export const searchIndexStrains: KindStrains = {
  strains: (now) => {
    const busy = busyServers(now);
    const rejected = now.perSecond('rejected');
    return [...busy, ...strainedIf(busy.length === 0 && rejected > 0, 'room', { refusedRate: rejected })];
  },
  remedies: (_, params) => larger(params, 'replicas', 2),
};
