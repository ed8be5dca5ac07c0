/** Chance by a seed (mulberry32): the same seed draws the same numbers. For tests that the page makes of itself, never for a run. */

export interface Chance {
  /** From 0 up to, and without, 1. */
  share(): number;
  /** A whole number from 0 up to, and without, `count`. */
  below(count: number): number;
  oneOf<T>(list: readonly T[]): T;
}

/** @param text any text; the same text, the same numbers */
export function chanceOf(text: string): Chance {
  let state = 0;
  for (const letter of text) state = (Math.imul(state, 31) + letter.charCodeAt(0)) >>> 0;
  const share = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const below = (count: number): number => Math.floor(share() * count);
  return { share, below, oneOf: (list) => list[below(list.length)] };
}
