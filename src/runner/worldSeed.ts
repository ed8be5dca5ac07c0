/** Seeds of the worlds of one design. Pure. */

import { streamOf } from '../engine/luck.ts';

/** The seed of a world, from 1; never longer than a seed may be. */
export function worldSeed(seed: string, number: number): string {
  if (number === 1) return seed;
  const { k0, k1 } = streamOf(seed, 'world', String(number));
  return [k0, k1].map((half) => (half >>> 0).toString(16).padStart(8, '0')).join('');
}
