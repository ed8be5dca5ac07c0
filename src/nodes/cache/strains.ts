import { busyServers, choose, type KindStrains, larger, strainedIf } from '../strain.ts';

/** So many misses for each row that went away are many who want one and the same row, and a handful more is chance. */
const missesPerRow = 8;
const manyMisses = 20;

/** Its one processor, and rows that many bring at once because none waits for the first. */
export const cacheStrains: KindStrains = {
  strains: (now) => {
    const misses = now.sum('misses');
    const gone = now.sum('expirations') + now.sum('evictions');
    // while it fills, everybody misses
    const isWarm = now.sum('hits') >= misses;
    const isRush = isWarm && misses >= manyMisses && gone >= 1 && misses >= missesPerRow * gone;
    return [
      ...busyServers(now),
      ...strainedIf(now.params.stampede === 'none' && isRush, 'stampede', { missesCount: misses, rowsCount: gone }),
    ];
  },
  remedies: (code, params) =>
    code === 'stampede'
      ? [...choose(params, 'stampede', 'single-flight'), ...larger(params, 'ttlSeconds', 10)]
      : code === 'servers'
        ? larger(params, 'instances', 2)
        : [],
};
