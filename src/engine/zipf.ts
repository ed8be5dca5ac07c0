/** Key popularity: P(rank r) proportional to r^-s, drawn in constant time by Walker's alias method (Vose 1991). */

import { exp, log } from './math.ts';

export interface Zipf {
  readonly probability: Float64Array;
  readonly alias: Int32Array;
}

/** @param keys how many, at least 1 @param skew the exponent s, 0 = all alike */
export function zipf(keys: number, skew: number): Zipf {
  const weight = new Float64Array(keys);
  let sum = 0;
  for (let i = keys - 1; i >= 0; i--) {
    weight[i] = skew === 0 ? 1 : exp(-skew * log(i + 1));
    sum += weight[i];
  }
  const probability = new Float64Array(keys);
  const alias = new Int32Array(keys);
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
    probability[s] = weight[s];
    alias[s] = l;
    weight[l] = weight[l] + weight[s] - 1;
    if (weight[l] < 1) small[smalls++] = l;
    else large[larges++] = l;
  }
  while (larges > 0) probability[large[--larges]] = 1;
  while (smalls > 0) probability[small[--smalls]] = 1;
  return { probability, alias };
}

/** The rank (0 = most popular) that a uniform number in [0, 1) falls on. */
export function rankOf({ probability, alias }: Zipf, u: number): number {
  const x = u * probability.length;
  const i = Math.floor(x);
  return x - i < probability[i] ? i : alias[i];
}
