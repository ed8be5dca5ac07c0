import { describe, expect, it } from 'vitest';
import type { Cells } from './memory.ts';
import { stretch } from './stretch.ts';

const keys = ['wide', 'whole', 'last'] as const;

function fresh(room: number) {
  const owner = { wide: new Float64Array(room), whole: new Int32Array(room), last: new Uint8Array(room) };
  return owner as typeof owner & Record<(typeof keys)[number], Cells>;
}

describe('stretch', () => {
  it('has room in every column before it is needed, lengthens one at a time, and keeps what was in them', () => {
    const owner = fresh(64);
    let most = 0;
    for (let used = 0; used < 300_000; used++) {
      const before = keys.map((key) => owner[key]);
      stretch(owner, keys, used);
      most = Math.max(most, keys.filter((key, k) => owner[key] !== before[k]).length);
      for (const key of keys) owner[key][used] = used % 251;
    }
    expect(most).toBe(1);
    for (const key of keys) expect(owner[key].subarray(0, 300_000).every((value, i) => value === i % 251)).toBe(true);
    expect(owner.wide.length).toBeLessThan(300_000 * 1.5);
  });

  it('makes room at once where there is none left', () => {
    const owner = fresh(1000);
    stretch(owner, keys, 1000);
    expect(keys.map((key) => owner[key].length)).toEqual([2000, 2000, 2000]);
  });
});
