import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Agenda } from './agenda.ts';
import { Calls, FLAG, REAL } from './calls.ts';
import { Memory } from './memory.ts';
import { Moments } from './moments.ts';
import { type Network, OP, OPS } from './network.ts';
import { expectInstead, isExpectedBeside, isExpectedInRow } from './strays.ts';
import { isOfCall } from './timers.ts';

function fresh() {
  const memory = new Memory();
  const clock = new Moments(memory);
  const calls = new Calls(memory);
  const agenda = new Agenda(memory, clock, calls);
  const net = { calls, clock, agenda } as unknown as Network;
  const take = (): number => calls.take(0, 0, 0, 0, 0, 0);
  const schedule = (call: number, op: number, at: number): void => {
    clock.given = at;
    expectInstead(net, call, op);
  };
  /** All that happens until the agenda is empty, as the loop of events would have it: when, to which call, and what. */
  const play = (most = Infinity): [number, number, number][] => {
    const happened: [number, number, number][] = [];
    clock.horizon = Infinity;
    for (let n = 0; n < most; n++) {
      const event = agenda.take();
      if (event === 0) break;
      if (isOfCall(event)) {
        const call = event ^ REAL.due;
        if (isExpectedInRow(calls, call, clock.now)) happened.push([clock.now, call, calls.flags[call | FLAG.dueOp]]);
        continue;
      }
      agenda.timers.open(event);
      const op = agenda.timers.what & OPS;
      const call = agenda.timers.what ^ op;
      if (isExpectedBeside(calls, event, call, op, clock.now)) happened.push([clock.now, call, op]);
    }
    return happened;
  };
  return { memory, calls, agenda, take, schedule, play };
}

it.each([1, 3, 5])('what was planned for a call at 3 s does not happen once it is planned for %d s instead', (at) => {
  const { calls, take, schedule, play } = fresh();
  const call = take();
  schedule(call, OP.served, 3);
  expect([calls.dueAt(call), calls.strays]).toEqual([3, 0]);
  schedule(call, OP.home, at);
  expect([calls.dueAt(call), calls.strays]).toEqual([at, 2]);
  expect(play()).toEqual([[at, call, OP.home]]);
  expect([calls.dueAt(call), calls.strays]).toEqual([-1, 0]);
});

it('of two plans for one moment and of one kind the earlier one is kept to, and its place among others', () => {
  const { take, schedule, play } = fresh();
  const [call, other] = [take(), take()];
  schedule(call, OP.served, 3);
  schedule(other, OP.served, 3);
  schedule(call, OP.home, 2);
  schedule(call, OP.served, 3);
  expect(play()).toEqual([
    [3, call, OP.served],
    [3, other, OP.served],
  ]);
});

it('the next call in a row has nothing to do with what is left over of the last one', () => {
  const { calls, take, schedule, play } = fresh();
  const gone = take();
  schedule(gone, OP.home, 2);
  calls.free(gone);
  const call = take();
  expect(call).toBe(gone);
  expect([calls.dueAt(call), calls.strays]).toEqual([-1, 1]);
  schedule(call, OP.arrive, 4);
  expect(play()).toEqual([[4, call, OP.arrive]]);
  expect(calls.strays).toBe(0);
});

/** The law in the plainest words: every call has one plan, and an event that is of its moment and kind is it. */
function plainly() {
  const events: { at: number; call: number; op: number; serial: number }[] = [];
  const plans = new Map<number, { at: number; op: number }>();
  return {
    plans,
    schedule: (call: number, op: number, at: number, serial: number) => {
      plans.set(call, { at, op });
      events.push({ at, call, op, serial });
    },
    next: (): [number, number, number] | null => {
      events.sort((a, b) => a.at - b.at || a.serial - b.serial);
      const event = events.shift();
      const plan = event && plans.get(event.call);
      if (!event || plan?.at !== event.at || plan.op !== event.op) return null;
      plans.delete(event.call);
      return [event.at, event.call, event.op];
    },
    left: () => events.length,
  };
}

it('plans, changes of plan and ends of calls in any order give what one list of events gives, and come back from a snapshot', () => {
  const step = fc.record({
    what: fc.constantFrom('plan', 'plan', 'forgo', 'free', 'happen', 'happen', 'snapshot'),
    row: fc.nat(3),
    op: fc.constantFrom(OP.arrive, OP.served),
    delay: fc.constantFrom(0, 1, 2),
  });
  let strays = 0;
  fc.assert(
    fc.property(fc.array(step, { maxLength: 80 }), (script) => {
      const { memory, calls, agenda, take, schedule, play } = fresh();
      const plain = plainly();
      const rows = [take(), take(), take(), take()];
      let now = 0;
      script.forEach(({ what, row, op, delay }, serial) => {
        const call = rows[row];
        if (what === 'plan') {
          schedule(call, op, now + delay);
          plain.schedule(call, op, now + delay, serial);
        } else if (what === 'happen') {
          const seen = play(1)[0] ?? null;
          expect(seen).toEqual(plain.next());
          if (seen) now = seen[0];
        } else if (what === 'snapshot') {
          const before = memory.snapshot();
          calls.free(call);
          play();
          memory.restore(before);
        } else {
          if (what === 'free') calls.free(call);
          else calls.forgo(call);
          if (what === 'free') expect(take()).toBe(call);
          plain.plans.delete(call);
        }
        expect(agenda.size).toBe(plain.left());
        for (const each of rows) expect(calls.dueAt(each)).toBe(plain.plans.get(each)?.at ?? -1);
        strays = Math.max(strays, calls.strays);
      });
      play();
      expect(calls.strays).toBe(0);
    }),
    { numRuns: 500 },
  );
  expect(strays).toBeGreaterThan(4);
});
