import { fixedTime } from '../../theory/serviceTime.ts';
import { type DescribeTextbook, idleMishaps, type Store } from '../textbook.ts';

/** One thread per instance, always as fast; and a store of rows that reads fill and writes empty. */
export const cacheTextbook: DescribeTextbook = (params) => {
  const instances = Number(params.instances);
  const policy = String(params.policy);
  const ttl = Number(params.ttlSeconds);
  const isKnown = policy !== 'lfu';
  const store: Store = {
    capacity: Number(params.capacityKeys),
    policy: policy === 'fifo' || policy === 'random' ? policy : 'lru',
    renews: params.ttlRenews === true,
    ttlSeconds: ttl > 0 ? ttl : Infinity,
    keys: 'rows',
    readBy: 'get',
    removedBy: 'invalidate',
  };
  return {
    knows: ['instances', 'capacityKeys', 'policy', 'ttlSeconds', 'ttlRenews', 'serviceMs', 'queueLimit', 'valueKB', ...idleMishaps],
    ...(isKnown ? (instances > 1 ? { unlike: 'keys-dealt' as const } : {}) : { unlike: 'policy' as const }),
    store,
    serving: {
      groups: [{ instances, share: () => 1 }],
      servers: 1,
      counted: 1,
      room: Number(params.queueLimit) + 1,
      holds: null,
      order: 'fifo',
      time: () => ({ ...fixedTime(Number(params.serviceMs) / 1000), isExponential: false }),
    },
    asks: () => [],
  };
};
