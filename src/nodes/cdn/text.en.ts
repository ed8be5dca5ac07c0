import { formatNumber } from '../../ui/format.ts';
import type { KindText } from '../kindText.ts';
import type { cdnSpec } from './spec.ts';

export const cdnEn: KindText<typeof cdnSpec> = {
  name: 'CDN',
  what: 'Static files near the users',
  summary: (p) => `${formatNumber(Number(p.capacityFiles))} files`,
  fields: {
    ttlSeconds: { label: 'Time to live', help: 'How long a copy is served before it is fetched again from the origin.' },
    capacityFiles: { label: 'Room for', help: 'How many files fit. When it is full, the file unused for longest makes room.' },
    uncacheableShare: { label: 'Must not be cached', help: 'Share of static files that always go to the origin.' },
    coalesce: {
      label: 'One fetch per file',
      help: 'While one fetch of a file is under way, others for the same file wait for it instead of asking too.',
    },
    serviceMs: { label: 'Time to serve', help: 'Time to answer from a copy.' },
  },
  metrics: { hits: 'Hits', misses: 'Misses', originFetches: 'Fetches from the origin', stored: 'Files held' },
};
