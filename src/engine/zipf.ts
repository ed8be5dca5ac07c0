/** Key popularity: P(rank r) proportional to r^-s, drawn in constant time by Walker's alias method (Vose 1991). */

import { exp, log } from './math.ts';

export interface Zipf {
  readonly keys: number;
  /** Two cells a key, side by side: the probability that the draw stays with it, and the key it goes to else. Empty where all are alike. */
  readonly cells: Float64Array;
}

/** @param keys how many, at least 1 @param skew the exponent s, 0 = all alike */
export function zipf(keys: number, skew: number): Zipf {
  if (skew === 0) return { keys, cells: new Float64Array(0) };
  const weight = new Float64Array(keys);
  let sum = 0;
  for (let i = keys - 1; i >= 0; i--) {
    weight[i] = exp(-skew * log(i + 1));
    sum += weight[i];
  }
  const cells = new Float64Array(2 * keys);
  const small = new Int32Array(keys);
  const large = new Int32Array(keys);
  let smalls = 0;
  let larges = 0;
  for (let i = 0; i < keys; i++) {
    weight[i] *= keys / sum;
    if (weight[i] < 1) small[smalls++] = i;
    else large[larges++] = i;
  }
  while (smalls > 0 && larges > 0) {
    const s = small[--smalls];
    const l = large[--larges];
    cells[2 * s] = weight[s];
    cells[2 * s + 1] = l;
    weight[l] = weight[l] + weight[s] - 1;
    if (weight[l] < 1) small[smalls++] = l;
    else large[larges++] = l;
  }
  while (larges > 0) cells[2 * large[--larges]] = 1;
  while (smalls > 0) cells[2 * small[--smalls]] = 1;
  return { keys, cells };
}

/** The rank (0 = most popular) that a uniform number in [0, 1) falls on. */
export function rankOf({ keys, cells }: Zipf, u: number): number {
  const x = u * keys;
  const i = x | 0;
  if (cells.length === 0 || x - i < cells[2 * i]) return i;
  return cells[2 * i + 1] | 0;
}
