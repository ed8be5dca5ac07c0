import { mishapsEn } from '../fields.en.ts';
import type { KindFieldText } from '../kindText.ts';
import type { cacheSpec } from './spec.ts';

export const cacheFieldsEn: KindFieldText<typeof cacheSpec> = {
  fields: {
    instances: { label: 'Cache servers', help: 'Each key lives on exactly one of them.' },
    capacityKeys: {
      label: 'Room on each',
      help: 'Keys that fit on one server. The hit ratio follows from this and from how popular each key is.',
    },
    policy: {
      label: 'Makes room by',
      help: 'Which key leaves when a new one does not fit.',
      options: {
        lru: 'LRU: longest unused first',
        fifo: 'FIFO: oldest first',
        random: 'Random: any, by lot',
        lfu: 'LFU: least asked for first',
      },
    },
    ttlSeconds: { label: 'Time to live', help: 'After this long a key is read again from the database; 0 means it never expires.' },
    ttlRenews: { label: 'Reading renews it', help: 'Every hit starts the time to live again (sliding expiration).' },
    serviceMs: { label: 'Time per lookup', help: 'Time one lookup keeps the server busy.' },
    queueLimit: { label: 'Waiting room', help: 'Lookups that may wait on one server; more are turned away at once.' },
    ...mishapsEn,
  },
  metrics: {
    hits: 'Hits',
    misses: 'Misses',
    staleHits: 'Stale hits',
    evictions: 'Pushed out',
    expirations: 'Expired',
    stored: 'Keys held',
  },
};
