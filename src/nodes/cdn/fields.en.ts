import { mishapsEn } from '../fields.en.ts';
import type { KindFieldText } from '../kindText.ts';
import type { cdnSpec } from './spec.ts';

export const cdnFieldsEn: KindFieldText<typeof cdnSpec> = {
  fields: {
    ttlSeconds: { label: 'Time to live', help: 'How long a copy is served before it is fetched again from the origin.' },
    pageTtlSeconds: {
      label: 'Keeps pages for',
      help: 'How long pages that are only read are kept, too (micro-caching); 0 means never. What changes something is never kept.',
    },
    sizedBy: { label: 'Room counted in', help: 'What says how much fits on one edge.', options: { files: 'Files', bytes: 'Bytes' } },
    capacityFiles: { label: 'Room for', help: 'How many files fit on it.' },
    capacityGB: { label: 'Room for', help: 'Bytes of files and pages that fit on one edge.' },
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
    fileKB: { label: 'Size of a file', help: 'Mean size of a static file.' },
    fileSpread: { label: 'Spread of sizes', help: 'Standard deviation of the sizes over their mean; 0 makes all files equal.' },
    pageKB: { label: 'Size of a page', help: 'Size of a page that is not static.' },
    uncacheableShare: { label: 'Must not be cached', help: 'Share of static files that always go to the origin.' },
    variants: {
      label: 'Variants of each URL',
      help: 'By language, encoding or query string: each is a copy of its own, and a visitor always wants the same one.',
    },
    coalesce: {
      label: 'One fetch per file',
      help: 'While one fetch of a file is under way, others for the same file wait for it instead of asking too.',
    },
    staleIfErrorSeconds: {
      label: 'Old copies if the origin fails',
      help: 'How long a copy is kept past its time, to be served when the origin fails (stale-if-error); 0 means never.',
    },
    serviceMs: { label: 'Time to serve', help: 'Time to answer from a copy.' },
    ...mishapsEn,
  },
  metrics: {
    hits: 'Hits',
    misses: 'Misses',
    originFetches: 'Fetches from the origin',
    stored: 'Files held',
    pageHits: 'Pages from a copy',
    staleServed: 'Old copies served',
    egressGB: 'Sent to users so far',
    egressMB: 'Sent to users',
    egressMbps: 'To users',
    originMbps: 'From the origin',
    byteHitRatio: 'Hit ratio by bytes',
    copyAge: 'Oldest copy served',
  },
  faults: { purge: { label: 'Purge', help: 'Every copy is gone at once, and the origin is asked for everything again.' } },
};
