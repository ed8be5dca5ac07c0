/** Colours of one picture, few enough for a GIF: the ones it has most of, which of drawn pictures are nearly all. Pure. */

export interface Palette {
  /** Red, green, blue of each colour, one after the other. */
  rgb: Uint8Array;
  /** Place of the colour that stands for a bucket of colours. */
  placeOf: Uint8Array;
}

/** Five bits of each colour: what differs by less looks the same. */
const bits = 5;
const buckets = 1 << (3 * bits);
export const bucketOf = (rgba: Uint8ClampedArray, at: number): number =>
  ((rgba[at] >> 3) << 10) | ((rgba[at + 1] >> 3) << 5) | (rgba[at + 2] >> 3);

/**
 * @param rgba of the whole picture, opaque
 * @param most how many colours there may be
 */
export function paletteOf(rgba: Uint8ClampedArray, most: number): Palette {
  const counts = new Uint32Array(buckets);
  const sums = new Float64Array(3 * buckets);
  for (let at = 0; at < rgba.length; at += 4) {
    const bucket = bucketOf(rgba, at);
    counts[bucket]++;
    for (let i = 0; i < 3; i++) sums[3 * bucket + i] += rgba[at + i];
  }
  const used = Array.from(counts.keys()).filter((bucket) => counts[bucket] > 0);
  used.sort((a, b) => counts[b] - counts[a] || a - b);
  const chosen = used.slice(0, most);
  const rgb = new Uint8Array(3 * chosen.length);
  const placeOf = new Uint8Array(buckets);
  const mean = (bucket: number, i: number): number => sums[3 * bucket + i] / counts[bucket];
  chosen.forEach((bucket, place) => {
    placeOf[bucket] = place;
    for (let i = 0; i < 3; i++) rgb[3 * place + i] = Math.round(mean(bucket, i));
  });
  for (const bucket of used.slice(most)) {
    let [best, nearest] = [0, Number.POSITIVE_INFINITY];
    for (let place = 0; place < chosen.length; place++) {
      const far = [0, 1, 2].reduce((sum, i) => sum + (rgb[3 * place + i] - mean(bucket, i)) ** 2, 0);
      if (far < nearest) [best, nearest] = [place, far];
    }
    placeOf[bucket] = best;
  }
  return { rgb, placeOf };
}
