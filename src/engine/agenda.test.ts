import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Agenda } from './agenda.ts';
import { Calls } from './calls.ts';
import { Memory } from './memory.ts';
import { Moments } from './moments.ts';

function fresh() {
  const memory = new Memory();
  const clock = new Moments(memory);
  return { memory, clock, agenda: new Agenda(memory, clock, new Calls(memory)) };
}

describe('agenda', () => {
  it('gives events by time, and by insertion among equals, whatever the mix of pushes and pops', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.integer({ min: 0, max: 6 }), fc.constant(-1)), { maxLength: 400 }), (script) => {
        const { clock, agenda } = fresh();
        const waiting: { time: number; serial: number }[] = [];
        script.forEach((delay, serial) => {
          if (delay >= 0) {
            agenda.push(clock.now + delay, -1, serial);
            waiting.push({ time: clock.now + delay, serial });
            return;
          }
          waiting.sort((a, b) => a.time - b.time || a.serial - b.serial);
          const next = waiting.shift();
          expect(agenda.next(next?.time ?? Infinity)).toBe(false);
          if (!next) return;
          expect(agenda.next(Infinity)).toBe(true);
          expect([clock.now, agenda.timers.arg]).toEqual([next.time, next.serial]);
        });
        expect(agenda.size).toBe(waiting.length);
      }),
      { numRuns: 300 },
    );
  });

  it('holds more than it was made for', () => {
    const { clock, agenda } = fresh();
    for (let i = 0; i < 5000; i++) agenda.push(((i * 7919) % 5000) + 1, -1, i);
    for (let i = 0; i < 500; i++) agenda.push(clock.now, -1, i);
    let last = -1;
    for (let i = 0; i < 5500; i++) {
      expect(agenda.next(Infinity)).toBe(true);
      expect(clock.now).toBeGreaterThanOrEqual(last);
      last = clock.now;
    }
    expect(agenda.next(Infinity)).toBe(false);
  });

  it('comes back from a snapshot with the same future', () => {
    const { memory, clock, agenda } = fresh();
    for (let i = 0; i < 3000; i++) agenda.push((i * 31) % 17, -1, i);
    const play = () => {
      const seen: number[] = [];
      for (let i = 0; i < 1000; i++) {
        agenda.next(Infinity);
        seen.push(agenda.timers.arg);
        if (i % 3 === 0) agenda.push(clock.now + (i % 2), -1, 10_000 + i);
      }
      return seen;
    };
    const before = memory.snapshot();
    const first = play();
    memory.restore(before);
    expect(play()).toEqual(first);
  });

  it('keeps one order whatever the layout: as a heap alone, as one long bucket, as a wheel, changed in between and succeeded', () => {
    const delay = fc.oneof(
      fc.constant(0),
      fc.constantFrom(0.0005, 0.001, 1),
      fc.double({ min: 0, max: 1e-3, noNaN: true }),
      fc.double({ min: 0, max: 100, noNaN: true }),
    );
    const step = fc.record({
      delays: fc.array(delay, { maxLength: 6 }),
      layout: fc.constantFrom(-1, -1, -1, 0, 1, 2, 3),
      little: fc.boolean(),
    });
    /** Buckets per second: all events distant, ever narrower buckets, hardly any bucket edge at all. */
    const layouts = [1e15, 1e6, 1e3, 1e-9];
    fc.assert(
      fc.property(fc.array(step, { maxLength: 150 }), fc.boolean(), (script, relaid) => {
        const plain = fresh();
        const other = fresh();
        plain.agenda.layOut(64, layouts[0]);
        let serial = 0;
        for (const { delays, layout, little } of script) {
          if (relaid && layout >= 0 && !little) other.agenda.layOut(64 << layout, layouts[layout]);
          if (relaid && layout >= 0 && little) other.agenda.succeed(64 << layout, layouts[layout]);
          for (const after of delays) {
            for (const { agenda, clock } of [plain, other]) agenda.push(clock.now + after, -1, serial);
            serial++;
          }
          const has = plain.agenda.next(Infinity);
          expect(other.agenda.next(Infinity)).toBe(has);
          expect([other.clock.now, has ? other.agenda.timers.arg : -1]).toEqual([plain.clock.now, has ? plain.agenda.timers.arg : -1]);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('another layout takes over little by little, keeps the order meanwhile, and comes back from a snapshot', () => {
    const { memory, clock, agenda } = fresh();
    let x = 7;
    let serial = 0;
    const due = new Map<number, number>();
    const push = () => {
      x = (Math.imul(x, 1103515245) + 12345) & 0x7fffffff;
      // ties are common, some lie far ahead
      const at = clock.now + (x % 5 === 0 ? 40 : 1) * ((x >> 8) % 1000) * 0.001;
      due.set(serial, at);
      agenda.push(at, -1, serial++);
    };
    for (let i = 0; i < 60_000; i++) push();
    let lastAt = -1;
    let lastSerial = -1;
    const look = (events: number, pushes: boolean) => {
      const seen: number[] = [];
      let wrong = 0;
      for (let i = 0; i < events && agenda.next(Infinity); i++) {
        if (due.get(agenda.timers.arg) !== clock.now || clock.now < lastAt || (clock.now === lastAt && agenda.timers.arg < lastSerial))
          wrong++;
        lastAt = clock.now;
        lastSerial = agenda.timers.arg;
        seen.push(agenda.timers.arg);
        if (pushes) push();
      }
      expect(wrong).toBe(0);
      return seen;
    };
    for (const perSecond of [1e6, 300, 20_000, 1e-3, 5e4]) {
      agenda.succeed(1 << 16, perSecond);
      look(5000, true);
      const before = memory.snapshot();
      const at = [lastAt, lastSerial];
      const first = look(20_000, false);
      memory.restore(before);
      [lastAt, lastSerial] = at;
      expect(look(20_000, false)).toEqual(first);
      memory.restore(before);
      [lastAt, lastSerial] = at;
      look(150_000, true);
    }
    look(Infinity, false);
    expect(agenda.size).toBe(0);
  });

  it('lets an act between two events insert before the one that was looked at already', () => {
    const { clock, agenda } = fresh();
    agenda.push(1000, -1, 0);
    expect(agenda.next(5)).toBe(false);
    clock.now = 5;
    for (const [arg, at] of [7, 5, 6.5, 1000].entries()) agenda.push(at, -1, arg + 1);
    const order: number[] = [];
    while (agenda.next(Infinity)) order.push(agenda.timers.arg);
    expect(order).toEqual([2, 3, 1, 0, 4]);
  });

  it('orders a million pending events, ties among them, as sorting does', () => {
    const { clock, agenda } = fresh();
    const count = 1_000_000;
    const times = new Float64Array(count);
    let x = 12345;
    for (let i = 0; i < count; i++) {
      x = (Math.imul(x, 1103515245) + 12345) & 0x7fffffff;
      // a third on a grid, a third anywhere, a third within one microsecond
      times[i] = [(x % 5000) / 100, x / 4e7, 20 + (x % 100_000) / 1e11][i % 3];
      agenda.push(times[i], -1, i);
    }
    const sorted = Uint32Array.from(times, (_, i) => i).sort((a, b) => times[a] - times[b] || a - b);
    let wrong = 0;
    for (const event of sorted) if (!agenda.next(Infinity) || agenda.timers.arg !== event || clock.now !== times[event]) wrong++;
    expect(wrong).toBe(0);
    expect(agenda.next(Infinity)).toBe(false);
  });
});
