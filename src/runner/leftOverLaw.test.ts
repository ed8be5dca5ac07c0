/**
 * The loop of events asks whether an event is left over only while `Calls.leftOver` says that there are any (engine/events.ts). One too few,
 * and what a fault undid happens after all; so the count is held against the agenda itself, in whatever somebody draws.
 */

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { setParam } from '../design/edits.ts';
import { type Calls, rowCells } from '../engine/calls.ts';
import { type Network, OP, OPS } from '../engine/network.ts';
import { createRun } from '../engine/run.ts';
import { behaviorList } from '../nodes/behaviors.ts';
import { compile } from './compile.ts';
import { drawing, seconds } from './drawingsForTests.ts';

const isOfCall = (what: number): boolean => what >= 0 && (what & OPS) !== OP.expire;

/**
 * Counts what is put into an agenda about calls and what is taken out, and throws when one is taken out that its call does not wait for
 * while none is said to be left over: what it would do then may have no end. @returns how many such events wait
 */
function watch({ agenda, calls, clock }: Network): () => number {
  let waiting = 0;
  const [insert, take] = [agenda.insert.bind(agenda), agenda.take.bind(agenda)];
  agenda.insert = (what, arg) => {
    if (isOfCall(what)) waiting++;
    insert(what, arg);
  };
  agenda.take = () => {
    if (!take()) return false;
    const { what } = agenda;
    if (!isOfCall(what)) return true;
    waiting--;
    const op = what & OPS;
    const call = what ^ op;
    const isWaitedFor = calls.due[call] === clock.now && calls.dueOp[call] === op;
    if (calls.leftOver === 0 && !isWaitedFor) throw new Error(`an event of call ${call} is left over, and was not counted`);
    return true;
  };
  return () => waiting;
}

/** Calls to which something is to happen next. */
function expecting(calls: Calls): number {
  let count = 0;
  for (let call = 0; call < calls.used; call += rowCells) if (calls.due[call] >= 0) count++;
  return count;
}

it('as many events are left over as stand in the agenda and no call waits for, at every moment', () => {
  let most = 0;
  let looks = 0;
  fc.assert(
    fc.property(drawing, fc.boolean(), (drawn, isShared) => {
      // who shares a processor is planned anew whenever somebody joins or leaves: most of what is ever left over
      const { plan } = compile(isShared ? setParam(setParam(drawn, 'web-1', 'discipline', 'sharing'), 'web-1', 'cpuDynamicMs', 40) : drawn);
      if (!plan) return;
      let net: Network | null = null;
      let waiting = (): number => 0;
      const kinds = behaviorList.map((kind) => ({
        ...kind,
        create: (ctx: Parameters<typeof kind.create>[0]) => {
          if (!net) {
            net = ctx.net;
            waiting = watch(net);
          }
          return kind.create(ctx);
        },
      }));
      const run = createRun(plan, kinds);
      const { calls } = net as unknown as Network;
      while (!run.finished() && looks < 1e5) {
        const before = run.now();
        run.advance(before + 0.05, 20_000);
        expect(waiting() - expecting(calls)).toBe(calls.leftOver);
        most = Math.max(most, calls.leftOver);
        looks++;
        if (run.now() === before) break;
      }
    }),
    // the first drawing that fails says enough: simpler ones are looked for in vain for minutes
    { numRuns: 80, endOnFailure: true },
  );
  // else nothing was ever undone, and this looked at nothing
  expect(most).toBeGreaterThan(10);
  expect(looks).toBeGreaterThan(40 * (seconds / 0.05) * 0.5);
});
