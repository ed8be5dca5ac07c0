import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rowCells } from './calls.ts';
import { Memory } from './memory.ts';
import type { Network } from './network.ts';
import { Sharing } from './sharing.ts';

/** As much of a network as sharing knows: a clock, and the one event that each call has. */
function stage(memory = new Memory()) {
  const due = new Float64Array(10_000).fill(-1);
  const net = {
    now: 0,
    calls: {
      forgo: (call: number) => {
        due[call] = -1;
      },
    },
    schedule: (call: number, _op: number, at: number) => {
      due[call] = at;
    },
  };
  const sharing = new Sharing(memory, net as unknown as Network, 2);
  const inside = new Set<number>();
  /** Plays up to a moment. @returns who left, and when */
  const playTo = (time: number, station = 0): [number, number][] => {
    const left: [number, number][] = [];
    for (;;) {
      const pending = [...inside].filter((call) => due[call] >= 0).sort((a, b) => due[a] - due[b]);
      expect(pending.length).toBeLessThanOrEqual(1);
      if (pending.length === 0 || due[pending[0]] > time) break;
      const call = pending[0];
      net.now = due[call];
      due[call] = -1;
      inside.delete(call);
      sharing.leave(station, call);
      left.push([call / rowCells, net.now]);
    }
    net.now = time;
    return left;
  };
  /** @param nth which call: 0, 1 and so on */
  const enter = (nth: number, seconds: number, station = 0): void => {
    const call = nth * rowCells;
    inside.add(call);
    sharing.enter(station, call, seconds);
  };
  return { net, sharing, playTo, enter, inside, memory };
}

const change = fc.record({
  after: fc.double({ min: 0, max: 2, noNaN: true }),
  what: fc.constantFrom('come', 'come', 'come', 'come', 'servers', 'stop', 'go', 'photograph'),
  seconds: fc.double({ min: 0, max: 3, noNaN: true }),
  servers: fc.nat({ max: 3 }),
});

describe('processor sharing', () => {
  it('serves two at half the speed, and the rest of the longer one alone', () => {
    const { sharing, playTo, enter } = stage();
    sharing.setServers(0, 1);
    enter(0, 3);
    playTo(1);
    enter(1, 1);
    // from 1 on both get half: call 1 is done at 3, and call 0 has 1 s left
    expect(playTo(100)).toEqual([
      [1, 3],
      [0, 4],
    ]);
    expect(sharing.members[0]).toBe(0);
  });

  it('of two that are done at once, lets the first to come leave first', () => {
    const { sharing, playTo, enter } = stage();
    sharing.setServers(0, 1);
    enter(5, 2);
    enter(3, 2);
    expect(playTo(100)).toEqual([
      [5, 4],
      [3, 4],
    ]);
  });

  it('gives nobody more than one server', () => {
    const { sharing, playTo, enter } = stage();
    sharing.setServers(0, 4);
    enter(0, 2);
    enter(1, 3);
    expect(sharing.busy(0)).toBe(2);
    expect(playTo(100)).toEqual([
      [0, 2],
      [1, 3],
    ]);
  });

  it('is what a drop of work, handed round among all inside, would do', () => {
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 60 }), (script) => {
        const { net, sharing, playTo, enter, memory } = stage();
        let servers = 1;
        let stopped = false;
        sharing.setServers(0, servers);
        /** Work left, by call. */
        const rest = new Map<number, number>();
        const drain = (from: number, to: number): [number, number][] => {
          const left: [number, number][] = [];
          for (let now = from; ; ) {
            const speed = stopped || rest.size === 0 ? 0 : Math.min(1, servers / rest.size);
            const [call, least] = [...rest].reduce((best, each) => (each[1] < best[1] ? each : best), [-1, Infinity]);
            const end = speed === 0 ? Infinity : now + least / speed;
            const until = Math.min(end, to);
            for (const [each, work] of rest) rest.set(each, work - (until - now) * speed);
            if (end > to) return left;
            rest.delete(call);
            left.push([call, end]);
            now = end;
          }
        };
        const got: [number, number][] = [];
        const expected: [number, number][] = [];
        const pass = (seconds: number): void => {
          const before = net.now;
          got.push(...playTo(before + seconds));
          expected.push(...drain(before, before + seconds));
        };
        const setServers = (some: number): void => {
          servers = some;
          sharing.setServers(0, some);
        };
        const stop = (yes: boolean): void => {
          stopped = yes;
          sharing.stop(0, yes);
        };
        script.forEach(({ after, what, seconds, servers: some }, call) => {
          pass(after);
          if (what === 'come') {
            enter(call, seconds);
            rest.set(call, seconds);
          } else if (what === 'servers') setServers(some);
          else if (what === 'photograph') memory.restore(memory.snapshot());
          else stop(what === 'stop');
        });
        stop(false);
        setServers(2);
        pass(1000);
        expect(sharing.members[0]).toBe(0);
        // who leaves at one moment may do so in either order
        const times = new Map(expected);
        expect(got.map(([call]) => call).sort()).toEqual([...times.keys()].sort());
        for (const [call, at] of got) expect(at).toBeCloseTo(times.get(call) ?? -1, 6);
      }),
      { numRuns: 300 },
    );
  });

  it('keeps stations apart, and forgets one that died', () => {
    const { sharing, playTo, enter, inside } = stage();
    sharing.setServers(0, 1);
    sharing.setServers(1, 1);
    enter(0, 1, 0);
    // and does not stay silent for that
    sharing.stop(0, true);
    sharing.clear(0);
    inside.clear();
    enter(1, 2, 0);
    expect(sharing.members[0]).toBe(1);
    expect(sharing.members[1]).toBe(0);
    expect(playTo(10).at(-1)).toEqual([1, 2]);
  });
});
