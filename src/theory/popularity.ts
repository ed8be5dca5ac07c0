/** How often each key is asked for. Keys of (nearly) the same share stand together, so that a million keys are a few thousand groups. */

export interface Popularity {
  /** Share of the requests that one key of a group has. */
  share: Float64Array;
  /** Keys in the group. */
  count: Float64Array;
}

/** Up to this many keys each is a group of its own. */
const exactKeys = 10_000;
/** Beyond this rank, ranks within 0.2 % of each other share a group. */
const exactRanks = 1000;
const width = 1.002;

/**
 * Zipf: share of rank r is proportional to r^-skew.
 * @param keys how many
 * @param keeps which ranks count, 0 the most popular; shares stay those among all keys. Left out: all
 */
export function zipfPopularity(keys: number, skew: number, keeps?: (rank: number) => boolean): Popularity {
  const share: number[] = [];
  const count: number[] = [];
  let whole = 0;
  for (let first = 1; first <= keys; ) {
    const last = keys <= exactKeys || first < exactRanks ? first : Math.min(keys, Math.floor(first * width));
    const each = Math.sqrt(first * last) ** -skew;
    const size = last - first + 1;
    whole += each * size;
    let kept = size;
    if (keeps) {
      kept = 0;
      for (let rank = first; rank <= last; rank++) if (keeps(rank - 1)) kept++;
    }
    if (kept > 0) {
      share.push(each);
      count.push(kept);
    }
    first = last + 1;
  }
  return { share: Float64Array.from(share, (each) => each / whole), count: Float64Array.from(count) };
}

/** Sum over all keys of something that depends on a key's share. */
export function sumOver({ share, count }: Popularity, of: (share: number) => number): number {
  let sum = 0;
  for (let i = 0; i < share.length; i++) sum += count[i] * of(share[i]);
  return sum;
}

export const keysOf = ({ count }: Popularity): number => count.reduce((sum, keys) => sum + keys, 0);
