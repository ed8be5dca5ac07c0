/**
 * Durations counted in log-linear buckets: 64 per octave, so a value is known to +-0.78 % (half a bucket). Merging is adding counts,
 * exact over nodes, frames, workers. The bucket is read off the bits of the value as a 32-bit float, which IEEE 754 fixes.
 */

/** Bits of mantissa kept: 64 buckets per factor of two. */
const mantissaBits = 6;
/** 2^-24 s = 60 ns: everything shorter shares bucket 0. */
const lowestExponent = -24;
/** 2^17 s = 36 hours: everything longer shares the last bucket. */
const octaves = 41;

export const bucketCount = octaves << mantissaBits;

const single = new Float32Array(1);
const bits = new Int32Array(single.buffer);
const offset = (127 + lowestExponent) << mantissaBits;

/** Bucket of a duration in seconds (>= 0). */
export function bucketOf(seconds: number): number {
  single[0] = seconds;
  const bucket = (bits[0] >> (23 - mantissaBits)) - offset;
  return bucket < 0 ? 0 : bucket >= bucketCount ? bucketCount - 1 : bucket;
}

/** Middle of a bucket, in seconds. */
export function valueOf(bucket: number): number {
  const lower = lowerEdge(bucket);
  return (lower + lowerEdge(bucket + 1)) / 2;
}

function lowerEdge(bucket: number): number {
  bits[0] = (bucket + offset) << (23 - mantissaBits);
  return single[0];
}

/**
 * The q-quantile in seconds, or -1 of an empty histogram: linear within the bucket that holds the ceil(q n)-th smallest value.
 * @param counts one number per bucket
 */
export function quantileOf(counts: ArrayLike<number>, q: number, total = sumOf(counts)): number {
  const found = new Float64Array(1);
  quantilesWithin(counts, 0, 0, counts.length - 1, [q], total, found, 0);
  return found[0];
}

/**
 * As `quantileOf` for several rising `qs` in one walk, of a histogram that begins at `first` of a longer array and is empty outside
 * buckets low to high. Written to `into` from `at` on.
 */
export function quantilesWithin(
  counts: ArrayLike<number>,
  first: number,
  low: number,
  high: number,
  qs: readonly number[],
  total: number,
  into: Float64Array,
  at: number,
): void {
  let below = 0;
  let b = low;
  for (let i = 0; i < qs.length; i++) {
    const rank = Math.max(1, Math.ceil(qs[i] * total));
    while (b <= high && below + counts[first + b] < rank) below += counts[first + b++];
    if (total === 0 || b > high) {
      into[at + i] = -1;
      continue;
    }
    const lower = lowerEdge(b);
    into[at + i] = lower + ((rank - below - 0.5) / counts[first + b]) * (lowerEdge(b + 1) - lower);
  }
}

export function sumOf(counts: ArrayLike<number>): number {
  let total = 0;
  for (let b = 0; b < counts.length; b++) total += counts[b];
  return total;
}

/** Adds packed pairs to `into` (one number per bucket); `only` picks one class, -1 all of them. */
export function addSparse(into: Float64Array, pairs: Uint32Array, only = -1): void {
  for (let i = 0; i < pairs.length; i += 2) {
    if (only >= 0 && pairs[i] >>> 16 !== only) continue;
    into[pairs[i] & 65535] += pairs[i + 1];
  }
}
