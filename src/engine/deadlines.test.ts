import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Deadlines } from './deadlines.ts';
import { Memory } from './memory.ts';

const step = fc.record({
  what: fc.constantFrom('set', 'set', 'set', 'set', 'forget', 'forget', 'over', 'clear', 'photograph'),
  // so few that every place is near
  item: fc.nat({ max: 15 }),
  // few moments, so that many are equal
  moment: fc.constantFrom(1, 2, 2, 3, 5, 8, 13, Infinity),
});

it('is a list in order of time, of equals in the order in which they were set', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 200 }), (script) => {
      const memory = new Memory();
      const deadlines = new Deadlines(memory);
      let list: { item: number; moment: number }[] = [];
      const without = (item: number) => list.filter((each) => each.item !== item);
      for (const { what, item: small, moment } of script) {
        // items lie far apart, so that there is not always room for them
        const item = small * 97;
        if (what === 'set') {
          deadlines.set(item, moment);
          list = without(item);
          if (moment < Infinity) list = [...list, { item, moment }].sort((a, b) => a.moment - b.moment);
        } else if (what === 'forget') {
          deadlines.forget(item);
          list = without(item);
        } else if (what === 'over' && list.length > 0) {
          expect(deadlines.first).toBe(list[0].item);
          deadlines.forget(list[0].item);
          list = list.slice(1);
        } else if (what === 'clear') {
          deadlines.clear();
          list = [];
        } else if (what === 'photograph') {
          memory.restore(memory.snapshot());
        }
        expect(deadlines.first).toBe(list[0]?.item ?? -1);
        expect(deadlines.soonest[0]).toBe(list[0]?.moment ?? Infinity);
      }
      const left: number[] = [];
      for (; deadlines.first >= 0; deadlines.forget(deadlines.first)) left.push(deadlines.first);
      expect(left).toEqual(list.map(({ item }) => item));
    }),
    { numRuns: 300 },
  );
});

it('keeps times that scatter apart, and finds the soonest all the same', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.nat(300), fc.double({ min: 0, max: 100, noNaN: true }), fc.boolean()), { minLength: 200, maxLength: 600 }),
      (script) => {
        const memory = new Memory();
        const deadlines = new Deadlines(memory);
        const moments = new Map<number, number>();
        for (const [item, moment, isSet] of script) {
          if (isSet || moments.size < 100) {
            deadlines.set(item, moment);
            moments.set(item, moment);
          } else {
            deadlines.forget(item);
            moments.delete(item);
          }
          expect(deadlines.soonest[0]).toBe(Math.min(...moments.values()));
        }
        while (moments.size > 0) {
          const { first } = deadlines;
          expect(moments.get(first)).toBe(Math.min(...moments.values()));
          deadlines.forget(first);
          moments.delete(first);
        }
        expect(deadlines.first).toBe(-1);
      },
    ),
    { numRuns: 30 },
  );
});
