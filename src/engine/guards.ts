/** Breakers of wires: who passes, what their calls' ends say of whom they call, and what is noted of it. */

import { BREAKER, Breakers } from './breakers.ts';
import { type Callers, MARK } from './callers.ts';
import { nth } from './calls.ts';
import { LINK_METER } from './linkMetrics.ts';
import type { Memory } from './memory.ts';
import type { Network } from './network.ts';
import { OUTCOME } from './plan.ts';

export class Guards {
  private readonly callers: Callers;
  private readonly net: Network;
  private readonly breakers: Breakers;

  constructor(memory: Memory, callers: Callers, net: Network) {
    this.callers = callers;
    this.net = net;
    this.breakers = new Breakers(memory, callers.count);
  }

  passes(call: number, link: number, cell: number): boolean {
    const { breakers, callers } = this;
    if (callers.values.breaker[link] === 0) return true;
    const says = breakers.admits(cell, this.net.now, callers.values.breakerProbes[link]);
    if (says === BREAKER.halfOpen) {
      callers.marks[nth(call)] |= MARK.probe;
      if (breakers.justHalfOpened(cell)) this.note('breaker-half-open', link, cell);
    }
    return says !== BREAKER.open;
  }

  isClosed(cell: number): boolean {
    return this.breakers.stateOf(cell) === BREAKER.closed;
  }

  /** A call with these marks has ended. To be told to slow down is no failure of whom it asked. */
  record(link: number, cell: number, outcome: number, marks: number): void {
    const { values } = this.callers;
    if (values.breaker[link] === 0) return;
    const hasFailed = outcome !== OUTCOME.ok && outcome !== OUTCOME.limited;
    const change = this.breakers.record(cell, this.net.now, hasFailed, (marks & MARK.probe) !== 0, {
      window: values.breakerWindow[link],
      least: values.breakerLeast[link],
      share: values.breakerShare[link],
      openSeconds: values.breakerOpenSeconds[link],
      probes: values.breakerProbes[link],
    });
    if (change === BREAKER.open) this.note('breaker-open', link, cell);
    if (change === BREAKER.closed) this.note('breaker-closed', link, cell);
  }

  /** A call with these marks has ended and says nothing of whom it asked. */
  giveBack(cell: number, marks: number): void {
    if (marks & MARK.probe) this.breakers.giveBack(cell);
  }

  /** The caller has died. */
  forget(cell: number): void {
    this.breakers.forget(cell);
  }

  measure(link: number): void {
    const { callers } = this;
    let open = 0;
    for (let cell = callers.cellOf[link]; cell < callers.endOf(link); cell++) if (this.breakers.stateOf(cell) === BREAKER.open) open++;
    callers.gauge(link, LINK_METER.breakersOpen, callers.values.breaker[link] > 0 ? open : -1);
  }

  private note(code: 'breaker-open' | 'breaker-half-open' | 'breaker-closed', link: number, cell: number): void {
    this.net.journal.note(code, this.net.links.from[link], cell - this.callers.cellOf[link], 0, -1, link);
  }
}
