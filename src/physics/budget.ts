/**
 * What one case may cost. A file can ask for anything; nothing in it can make the command or the page hang: a case that needs more
 * than its budget is stopped between two slices of work, and says so.
 */

import type { Run } from '../engine/run.ts';

/** A case was stopped because it would have cost too much; the message says what and how far it had come. */
export class OverBudget extends Error {}

export interface Limits {
  /** Wall-clock seconds. */
  seconds: number;
  /** Millions of bytes of the process or worker that plays. */
  megabytes: number;
  /** Calls under way at once, over all parts: a backlog that only grows. */
  calls: number;
}

/** Ten minutes are many times what the longest reference case takes, even on a slow and busy machine. */
export const defaultLimits: Limits = { seconds: 600, megabytes: 2000, calls: 5_000_000 };

/** Where the clock and the memory are read. */
export interface Machine {
  clockMs(): number;
  /** Bytes in use now; 0 where nobody can say. */
  usedBytes(): number;
}

/** A browser tells nobody how much memory it uses. */
export const plainMachine: Machine = { clockMs: () => performance.now(), usedBytes: () => 0 };

/** Between two looks at the clock's limit and at the memory. */
const lookMs = 20;

export class Budget {
  /** Events that the watched runs have handled. */
  events = 0;
  private readonly began: number;
  private readonly limits: Limits;
  private readonly machine: Machine;
  private readonly onBeat: (() => void) | undefined;
  private looked: number;

  /** @param onBeat called several times a second while there is work: whoever waits hears that it goes on */
  constructor(limits: Limits = defaultLimits, machine: Machine = plainMachine, onBeat?: () => void) {
    this.limits = limits;
    this.machine = machine;
    this.onBeat = onBeat;
    this.began = machine.clockMs();
    this.looked = this.began;
  }

  /** Wall-clock seconds since the case began. */
  seconds(): number {
    return (this.machine.clockMs() - this.began) / 1000;
  }

  /** Throws `OverBudget`. Called between slices of work, however short they are. */
  check(run: Pick<Run, 'callsAlive' | 'ended'>): void {
    const { seconds, megabytes, calls } = this.limits;
    const end = run.ended();
    if (end === 'standstill') throw new OverBudget('stopped: so much happens at one moment that time does not go on');
    if (end === 'overflow' || run.callsAlive() > calls)
      throw new OverBudget(`stopped with ${run.callsAlive()} calls under way at once: the backlog only grows`);
    const now = this.machine.clockMs();
    if (now - this.looked < lookMs) return;
    this.looked = now;
    if (now - this.began > seconds * 1000) throw new OverBudget(`stopped after ${seconds} s: it needs a longer --max-seconds`);
    // asking for the memory costs more than a short slice of work
    const used = this.machine.usedBytes() / 1e6;
    if (used > megabytes) throw new OverBudget(`stopped at ${Math.round(used)} MB: it needs more than --max-megabytes ${megabytes}`);
    this.onBeat?.();
  }

  /** The same run, counted: whoever advances it, in slices, is stopped when the budget is used up. */
  watch(run: Run): Run {
    const advance = run.advance.bind(run);
    run.advance = (until, maxEvents) => {
      const handled = advance(until, maxEvents);
      this.events += handled;
      this.check(run);
      return handled;
    };
    return run;
  }
}
