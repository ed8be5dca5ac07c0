/**
 * Events that no call has in its row (agenda.ts): of nodes, of wires, and of calls whose row has no room. They stand four to a row of the calls'
 * tables that no call will ever have, with two numbers each: what the timer is about, and an argument.
 */

import { type Calls, REAL } from './calls.ts';
import type { Memory } from './memory.ts';
import type { Moments } from './moments.ts';

/** Cells of a row that are timers: the first ones. What each is about stands in `wholes` at its place, its argument so many cells on. */
const timersOfRow = 4;

/** Whether an event is one that a call has in its own row. */
export const isOfCall = (event: number): boolean => (event & REAL.due) !== 0;

export class Timers {
  /** The one opened last: what it was about, and its argument. */
  what = 0;
  arg = 0;
  private readonly moments: Moments;
  private readonly calls: Calls;
  /** First of the cells that no timer stands in, linked as events are; 0 = none. */
  private free = 0;

  constructor(memory: Memory, moments: Moments, calls: Calls) {
    this.moments = moments;
    this.calls = calls;
    memory.whole(this as unknown as Record<'free', number>, 'free');
  }

  /** One for the moment in `Moments.given`. @param what, arg any numbers of 32 bits @returns the event */
  make(what: number, arg: number): number {
    if (this.free === 0) this.makeRoom();
    const event = this.free;
    const { reals, wholes, others } = this.calls;
    this.free = others[event];
    reals[event] = this.moments.given;
    wholes[event] = what;
    wholes[event | timersOfRow] = arg;
    return event;
  }

  /** Puts the numbers of a timer that was taken out of the agenda into `what` and `arg`, and gives its cell back. */
  open(event: number): void {
    const { wholes, others } = this.calls;
    this.what = wholes[event];
    this.arg = wholes[event | timersOfRow];
    others[event] = this.free;
    this.free = event;
  }

  private makeRoom(): void {
    const row = this.calls.rowOfNone();
    const { others } = this.calls;
    for (let event = row; event < row + timersOfRow; event++) {
      others[event] = this.free;
      this.free = event;
    }
  }
}
