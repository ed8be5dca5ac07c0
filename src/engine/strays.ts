/**
 * Events of calls that are out of the ordinary. A call's own row holds one event (agenda.ts), and none is ever taken back: what a call no
 * longer waits for is left over, stays where it is, and does nothing when it comes. What the call waits for meanwhile stands beside its
 * row, as a timer. `Calls.strays` counts both: while it is 0, and that is almost always, nothing of this is asked.
 */

import { type Calls, FLAG, OTHER, REAL } from './calls.ts';
import type { Network } from './network.ts';

/** The one thing that happens to the call next, at the moment in `Moments.given`, instead of anything else that was to: in its own row if that has room. */
export function expectInstead(net: Network, call: number, op: number): void {
  const { calls, agenda } = net;
  calls.leaveOver(call);
  calls.flags[call | FLAG.dueOp] = op;
  if (calls.reals[call | REAL.due] < 0) {
    calls.reals[call | REAL.due] = net.clock.given;
    agenda.insert(call | REAL.due);
    return;
  }
  calls.strays++;
  const event = agenda.insertTimer(call | op, 0);
  // not before: a timer may lengthen the tables
  calls.others[call | OTHER.beside] = event;
}

/*
 * An event has come. It is what its call waits for if that is of this very moment and kind, whichever of the two was put in first: then the other one
 * is left over in its place.
 */

/** The same, of the event in a call's own row. */
export function isExpectedInRow(calls: Calls, call: number, now: number): boolean {
  const { others } = calls;
  const beside = others[call | OTHER.beside];
  if (beside === 0) return true;
  calls.strays--;
  const isSame = beside > 0 && calls.reals[beside] === now && others[call | OTHER.leftOp] === calls.flags[call | FLAG.dueOp];
  if (beside < 0 || isSame) others[call | OTHER.beside] = 0;
  return isSame;
}

/** The same, of an event beside its call's row. */
export function isExpectedBeside(calls: Calls, event: number, call: number, op: number, now: number): boolean {
  const isIt = calls.others[call | OTHER.beside] === event;
  calls.strays--;
  if (!isIt && (calls.dueAt(call) !== now || calls.flags[call | FLAG.dueOp] !== op)) return false;
  calls.leaveOver(call);
  return true;
}
