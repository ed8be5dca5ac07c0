import { streamOf, uniform } from '../../engine/luck.ts';
import { type DescribeTextbook, idleMishaps, type Store } from '../textbook.ts';

/** What is measured by them changes nothing for who waits, as long as room is counted in files. */
const sizesOnly = ['fileKB', 'fileSpread', 'pageKB', 'capacityGB'] as const;

/** A store of files with a delay and no line; what it does not have, and everything else, is the origin's. */
export const cdnTextbook: DescribeTextbook = (params, { seed, roles, places = 1 }) => {
  // the same draw as the edge's own: which files may be kept is the luck of the design
  const nature = streamOf(seed, 'files', 'uncacheable');
  const policy = params.policy ?? 'lru';
  const ttlSeconds = Number(params.ttlSeconds);
  const isKnown = policy !== 'lfu';
  const store: Store = {
    capacity: ttlSeconds > 0 ? Number(params.capacityFiles) : 0,
    policy: policy === 'fifo' || policy === 'random' ? policy : 'lru',
    renews: false,
    ttlSeconds,
    keys: 'files',
    readBy: 'static',
    removedBy: null,
    keeps: (key) => uniform(nature, key, 0) * 100 >= Number(params.uncacheableShare),
    luck: `${seed} ${params.uncacheableShare}`,
  };
  const role = roles.has('server') ? 'server' : 'edge';
  const fileRole = roles.has('edge') ? 'edge' : roles.has('files') ? 'files' : 'server';
  return {
    knows: ['ttlSeconds', 'capacityFiles', 'policy', 'uncacheableShare', 'coalesce', 'serviceMs', ...sizesOnly, ...idleMishaps],
    ...(places > 1 ? { unlike: 'several-places' as const } : isKnown ? {} : { unlike: 'policy' as const }),
    store,
    delaySeconds: () => Number(params.serviceMs) / 1000,
    asks: (need) => [need === 'static' ? { role: fileRole, need, times: 1, afterMiss: true } : { role, need, times: 1 }],
  };
};
