import { mishapsEn } from '../fields.en.ts';
import type { KindFieldText } from '../kindText.ts';
import type { cdnSpec } from './spec.ts';

export const cdnFieldsEn: KindFieldText<typeof cdnSpec> = {
  fields: {
    ttlSeconds: { label: 'Time to live', help: 'How long a copy is served before it is fetched again from the origin.' },
    capacityFiles: { label: 'Room for', help: 'How many files fit on it.' },
    policy: {
      label: 'Makes room by',
      help: 'Which file leaves when a new one does not fit.',
      options: {
        lru: 'LRU: longest unused first',
        fifo: 'FIFO: oldest first',
        random: 'Random: any, by lot',
        lfu: 'LFU: least asked for first',
      },
    },
    uncacheableShare: { label: 'Must not be cached', help: 'Share of static files that always go to the origin.' },
    coalesce: {
      label: 'One fetch per file',
      help: 'While one fetch of a file is under way, others for the same file wait for it instead of asking too.',
    },
    serviceMs: { label: 'Time to serve', help: 'Time to answer from a copy.' },
    ...mishapsEn,
  },
  metrics: { hits: 'Hits', misses: 'Misses', originFetches: 'Fetches from the origin', stored: 'Files held' },
};
