import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Agenda } from './agenda.ts';
import { Memory } from './memory.ts';

function fresh() {
  const memory = new Memory();
  const clock = memory.f64(1);
  return { memory, clock, agenda: new Agenda(memory, clock) };
}

describe('agenda', () => {
  it('gives events by time, and by insertion among equals, whatever the mix of pushes and pops', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.integer({ min: 0, max: 6 }), fc.constant(-1)), { maxLength: 400 }), (script) => {
        const { clock, agenda } = fresh();
        const waiting: { time: number; serial: number }[] = [];
        script.forEach((delay, serial) => {
          if (delay >= 0) {
            agenda.push(clock[0] + delay, 3, serial);
            waiting.push({ time: clock[0] + delay, serial });
            return;
          }
          waiting.sort((a, b) => a.time - b.time || a.serial - b.serial);
          const next = waiting.shift();
          expect(agenda.next(next?.time ?? Infinity)).toBe(false);
          if (!next) return;
          expect(agenda.next(Infinity)).toBe(true);
          expect([clock[0], agenda.arg]).toEqual([next.time, next.serial]);
        });
        expect(agenda.size).toBe(waiting.length);
      }),
      { numRuns: 300 },
    );
  });

  it('holds more than it was made for', () => {
    const { clock, agenda } = fresh();
    for (let i = 0; i < 5000; i++) agenda.push(((i * 7919) % 5000) + 1, 1, i);
    for (let i = 0; i < 500; i++) agenda.push(clock[0], 2, i);
    let last = -1;
    for (let i = 0; i < 5500; i++) {
      expect(agenda.next(Infinity)).toBe(true);
      expect(clock[0]).toBeGreaterThanOrEqual(last);
      last = clock[0];
    }
    expect(agenda.next(Infinity)).toBe(false);
  });

  it('comes back from a snapshot with the same future', () => {
    const { memory, clock, agenda } = fresh();
    for (let i = 0; i < 3000; i++) agenda.push((i * 31) % 17, 1, i);
    const play = () => {
      const seen: number[] = [];
      for (let i = 0; i < 1000; i++) {
        agenda.next(Infinity);
        seen.push(agenda.arg);
        if (i % 3 === 0) agenda.push(clock[0] + (i % 2), 1, 10_000 + i);
      }
      return seen;
    };
    const before = memory.snapshot();
    const first = play();
    memory.restore(before);
    expect(play()).toEqual(first);
  });
});
