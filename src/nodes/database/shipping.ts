/**
 * The primary's writes on their way to the replicas. They go as one log, in order, or each by itself. Asynchronous: the log leaves every
 * now and then. Semi-synchronous and synchronous: it leaves at once, and each replica says how far it has it.
 */

import type { NodeContext } from '../../engine/behavior.ts';
import type { Ledger } from '../../engine/ledger.ts';
import { exponential, type Stream } from '../../engine/luck.ts';
import type { Distances } from './distances.ts';
import type { Marks } from './marks.ts';
import { Travel } from './travel.ts';

/** Timers of a database node. */
export const TIMER = { arrival: 0, failover: 1, outbox: 2, repointed: 3, lease: 4, semi: 5, resize: 6, split: 7, siblings: 8 } as const;

/** The order of the spec's `lagForm` and `replication` options. */
const LAG_FORM = { exponential: 0, fixed: 1, apart: 2 } as const;
export const REPLICATION = { async: 0, semi: 1, sync: 2 } as const;

export interface Feeding {
  /** Whether the log can go to a replica now: somebody sends it, it reaches the replica, and that one takes it. */
  isFed(i: number): boolean;
  primary(): number;
  /** A replica has received more. */
  arrived(i: number): void;
}

export class Shipping {
  /** By instance: all writes up to here have arrived. */
  readonly received: Float64Array;
  private readonly ctx: NodeContext;
  private readonly ledger: Ledger;
  private readonly marks: Marks;
  private readonly distances: Distances;
  private readonly feeding: Feeding;
  private readonly travel: Travel;
  /** When the next writes of the log arrive; -1 = none on the way. */
  private readonly arrivalAt: Float64Array;
  private readonly lag: Stream;
  private readonly place;

  constructor(ctx: NodeContext, ledger: Ledger, marks: Marks, distances: Distances, feeding: Feeding) {
    this.ctx = ctx;
    this.ledger = ledger;
    this.marks = marks;
    this.distances = distances;
    this.feeding = feeding;
    this.travel = new Travel(ctx);
    this.received = ctx.memory.f64(ctx.slots);
    this.arrivalAt = ctx.memory.f64(ctx.slots).fill(-1);
    this.lag = ctx.stream('lag');
    this.place = { lagMs: ctx.param('lagMs'), lagForm: ctx.param('lagForm'), replication: ctx.param('replication') };
  }

  /** The log leaves at once. */
  private get atOnce(): boolean {
    return this.ctx.net.params[this.place.replication] !== REPLICATION.async;
  }

  /** Each write takes its own time to a replica, and may overtake another: a store that copies row by row, without a log. */
  get goApart(): boolean {
    return !this.atOnce && this.ctx.net.params[this.place.lagForm] === LAG_FORM.apart;
  }

  /** Seconds until a write leaves, and whether all of them wait exactly so long. */
  private get meanSeconds(): number {
    return this.atOnce ? 0 : this.ctx.net.params[this.place.lagMs] / 1000;
  }

  private get isFixed(): boolean {
    return this.atOnce || this.ctx.net.params[this.place.lagForm] === LAG_FORM.fixed;
  }

  private wireSeconds(i: number): number {
    const primary = this.feeding.primary();
    return this.atOnce ? this.distances.seconds(primary, i) : this.distances.farSeconds(primary, i);
  }

  /** The primary has a new write for a replica. */
  send(i: number, write: number): void {
    if (this.goApart) this.sendApart(i, write);
    else this.ship(i);
  }

  /** A replica can be fed again. */
  resume(i: number): void {
    if (!this.goApart) {
      this.ship(i);
      return;
    }
    for (let write = this.ledger.nextAfter(this.received[i]); write <= this.ledger.last; write = this.ledger.nextAfter(write)) {
      if (!this.marks.has('received', write, i)) this.sendApart(i, write);
    }
  }

  /** What is on its way to a replica will not come. */
  breakOff(i: number): void {
    this.arrivalAt[i] = -1;
    this.travel.breakOff(i);
  }

  /** A timer of `TIMER.arrival` rang: the log has come. */
  arrive(i: number): void {
    if (this.arrivalAt[i] !== this.ctx.net.now) return;
    this.arrivalAt[i] = -1;
    this.take(i);
    this.ship(i);
  }

  /** A write that travelled by itself has come. @returns it, -1 if it is of no use */
  arriveApart(chore: number): number {
    const i = this.ctx.net.calls.to[chore] - this.ctx.firstSlot;
    const write = this.travel.end(chore);
    if (write < 0 || write <= this.received[i] || this.ledger.isLost(write) || this.ledger.isAside(write)) return -1;
    this.marks.set('received', write, i);
    let next = this.ledger.nextAfter(this.received[i]);
    while (next <= this.ledger.last && this.marks.has('received', next, i)) {
      this.received[i] = next;
      next = this.ledger.nextAfter(next);
    }
    return write;
  }

  private sendApart(i: number, write: number): void {
    if (!this.feeding.isFed(i)) return;
    this.travel.begin(i, write, this.meanSeconds * exponential(this.lag, write, i) + this.wireSeconds(i));
  }

  /**
   * Sets the time at which the next writes arrive at a replica. Exponential lag: batches leave at moments of a Poisson process, so
   * that every write waits exponentially long and none overtakes another; as that forgets its past, the moment may be
   * drawn when the first write comes to wait for it. Fixed lag: each write on its own.
   */
  private ship(i: number): void {
    if (this.arrivalAt[i] >= 0 || !this.feeding.isFed(i)) return;
    const { net, node } = this.ctx;
    const { now } = net;
    const mean = this.meanSeconds;
    const wire = this.wireSeconds(i);
    if (mean + wire === 0) this.take(i);
    const next = this.ledger.nextAfter(this.received[i]);
    if (next > this.ledger.last) return;
    const written = this.ledger.committedAt(next);
    const at = this.isFixed
      ? Math.max(now, written + mean + wire)
      : Math.max(written, now - wire) + mean * exponential(this.lag, next, i) + wire;
    this.arrivalAt[i] = at;
    net.wake(node, TIMER.arrival, i, at);
  }

  /** Whatever is due has arrived. */
  private take(i: number): void {
    const { now } = this.ctx.net;
    const lasts = this.wireSeconds(i) + (this.isFixed ? this.meanSeconds : 0);
    if (lasts === 0) {
      this.received[i] = this.ledger.last;
    } else {
      // at least the one that the timer was set for: a longer way since then does not call it back
      let next = this.ledger.nextAfter(this.received[i]);
      do {
        this.received[i] = Math.min(next, this.ledger.last);
        next = this.ledger.nextAfter(this.received[i]);
      } while (next <= this.ledger.last && this.ledger.committedAt(next) + lasts <= now);
    }
    this.feeding.arrived(i);
  }
}
