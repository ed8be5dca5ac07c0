import type { KindText } from '../kindText.ts';

export const searchIndexEn: KindText = {
  name: 'Search index',
  what: 'Finds rows by words',
  summary: (p) => `${p.instances} × ${p.shards} shards`,
};
