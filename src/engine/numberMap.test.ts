import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Memory } from './memory.ts';
import { NumberMap } from './numberMap.ts';

it('a map of numbers holds what a Map holds, whatever comes and goes, and is in a snapshot', () => {
  const step = fc.tuple(fc.boolean(), fc.integer({ min: 0, max: 60 }));
  fc.assert(
    fc.property(fc.array(step, { maxLength: 400 }), (steps) => {
      const memory = new Memory();
      const map = new NumberMap(memory);
      const truth = new Map<number, number>();
      const empty = memory.snapshot();
      steps.forEach(([adds, small], i) => {
        // far apart, so that homes are hashed all over
        const key = (small * 35_791_394) & 0x7fffffff;
        if (adds && !truth.has(key)) {
          map.add(key, i);
          truth.set(key, i);
        } else if (!adds) {
          map.remove(key);
          truth.delete(key);
        }
      });
      expect(map.size).toBe(truth.size);
      for (let small = 0; small <= 60; small++) {
        const key = (small * 35_791_394) & 0x7fffffff;
        expect(map.get(key)).toBe(truth.get(key) ?? -1);
      }
      memory.restore(empty);
      expect(map.size).toBe(0);
    }),
    { numRuns: 100 },
  );
});
