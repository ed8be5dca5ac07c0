/**
 * What each server of the database has: the primary's writes on their way to the replicas. They go as one log, in order, or each by
 * itself; what has arrived is then applied (`applying.ts`).
 */

import type { NodeContext } from '../../engine/behavior.ts';
import type { Ledger } from '../../engine/ledger.ts';
import { exponential, type Stream } from '../../engine/luck.ts';
import type { MeteredStations } from '../../engine/meteredStations.ts';
import { HEALTH } from '../../engine/plan.ts';
import { Applying } from './applying.ts';
import type { Disk } from './disk.ts';
import { Marks } from './marks.ts';
import { Travel } from './travel.ts';

/** Timers of a database node. */
export const TIMER = { arrival: 0, failover: 1, outbox: 2 } as const;

/** A replica that is away longer than this many writes is given a fresh copy when it comes back, instead of the log. */
const mostHeld = 0x100000;

/** The order of the spec's `lagForm` options. */
const LAG_FORM = { exponential: 0, fixed: 1, apart: 2 } as const;

export class Copies {
  readonly applying: Applying;
  private readonly travel: Travel;
  private readonly ctx: NodeContext;
  private readonly ledger: Ledger;
  private readonly marks: Marks;
  /** One cell: which instance is primary. */
  private readonly first: Int32Array;
  /** By instance: all writes up to here have arrived. */
  private readonly received: Float64Array;
  /** When the next writes of the log arrive; -1 = none on the way. */
  private readonly arrivalAt: Float64Array;
  /** 1 when what it holds is of no use (another took over while it was away): it needs a fresh copy before it counts again. */
  private readonly bare: Uint8Array;
  private readonly disk: Disk;
  private readonly lag: Stream;
  private readonly place;

  constructor(ctx: NodeContext, ledger: Ledger, cpu: MeteredStations, disk: Disk) {
    const { memory, slots } = ctx;
    this.ctx = ctx;
    this.ledger = ledger;
    this.disk = disk;
    this.marks = new Marks(memory);
    this.applying = new Applying(ctx, ledger, this.marks, cpu);
    this.travel = new Travel(ctx);
    this.first = memory.i32(1);
    this.received = memory.f64(slots);
    this.arrivalAt = memory.f64(slots).fill(-1);
    this.bare = memory.u8(slots);
    this.lag = ctx.stream('lag');
    this.place = { lagMs: ctx.param('lagMs'), lagForm: ctx.param('lagForm') };
    ctx.net.instances.primary[ctx.firstSlot] = 1;
  }

  /** Slot of the primary, up or not. */
  get primary(): number {
    return this.ctx.firstSlot + this.first[0];
  }

  get isPrimaryUp(): boolean {
    return this.ctx.net.instances.health[this.primary] === HEALTH.up;
  }

  isPrimary(slot: number): boolean {
    return slot === this.primary;
  }

  /** Has the primary's rows, if perhaps not the newest. */
  isCopy(slot: number): boolean {
    return this.isReplica(slot - this.ctx.firstSlot) && this.bare[slot - this.ctx.firstSlot] === 0;
  }

  /** The version of a row that who reads at the slot sees. */
  seenAt(slot: number, row: number): number {
    if (this.isPrimary(slot)) return this.ledger.newestOf(row);
    const i = slot - this.ctx.firstSlot;
    const upTo = this.applying.upTo(i);
    if (!this.goApart) return this.ledger.asOf(row, upTo);
    let write = this.ledger.newestOf(row);
    while (write > upTo && !this.marks.has('shown', write, i)) write = this.ledger.beforeOf(write);
    return write;
  }

  /** How old the oldest write is that the slot cannot show yet, in seconds. */
  lagAt(slot: number): number {
    if (!this.isCopy(slot)) return 0;
    const next = this.ledger.nextAfter(this.applying.upTo(slot - this.ctx.firstSlot));
    return next > this.ledger.last ? 0 : this.ctx.net.now - this.ledger.committedAt(next);
  }

  /** The primary has written; the copies are on their way. @returns the write's number */
  commit(row: number, told: boolean): number {
    const write = this.ledger.commit(row, this.ctx.net.now, told);
    this.marks.open(write, this.ledger.held);
    const primary = this.first[0];
    this.received[primary] = write;
    this.applying.jumpTo(primary, write);
    for (let i = 0; i < this.ctx.slots; i++) {
      if (!this.isReplica(i)) continue;
      if (this.goApart) this.sendApart(i, write);
      else this.ship(i);
    }
    return write;
  }

  /** A timer of `TIMER.arrival` rang: the log has come. */
  arrive(i: number): void {
    if (this.arrivalAt[i] !== this.ctx.net.now) return;
    this.arrivalAt[i] = -1;
    this.take(i);
    this.ship(i);
  }

  /** A write that travelled by itself has come. */
  arriveApart(chore: number): void {
    const i = this.ctx.net.calls.to[chore] - this.ctx.firstSlot;
    const write = this.travel.end(chore);
    if (write < 0 || write <= this.received[i] || this.ledger.isLost(write)) return;
    this.marks.set('received', write, i);
    let next = this.ledger.nextAfter(this.received[i]);
    while (next <= this.ledger.last && this.marks.has('received', next, i)) {
      this.received[i] = next;
      next = this.ledger.nextAfter(next);
    }
    if (!this.disk.isFull(this.ctx.firstSlot + i)) this.applying.hand(i, write);
  }

  /** A CPU of a replica has applied a write. */
  appliedBy(chore: number): void {
    const { calls } = this.ctx.net;
    this.disk.wrote(calls.to[chore], this.ledger.rowOf(calls.memo[chore]));
    const i = this.applying.done(chore);
    this.trim();
    this.goOn(i);
  }

  /** A crash or a hang. The log of a crashed replica is on its disk: it goes on from there. */
  interrupt(slot: number, crashed: boolean): void {
    const i = slot - this.ctx.firstSlot;
    if (crashed) this.applying.crashed(i);
    this.arrivalAt[i] = -1;
    this.travel.breakOff(i);
    // what was on its way from a primary that is gone is gone too
    if (!this.isPrimary(slot)) return;
    this.arrivalAt.fill(-1);
    for (let each = 0; each < this.ctx.slots; each++) this.travel.breakOff(each);
  }

  /** The primary is there, or there again. */
  serveAll(): void {
    for (let i = 0; i < this.ctx.slots; i++) if (this.isReplica(i)) this.catchUp(this.ctx.firstSlot + i);
  }

  /** A replica is there again: it goes on with what it has, and gets the rest when there is somebody to get it from. */
  catchUp(slot: number): void {
    const i = slot - this.ctx.firstSlot;
    if (!this.isUp(i)) return;
    if (this.bare[i] === 1 && this.isPrimaryUp) {
      this.copy(slot);
      this.ctx.net.journal.note('rejoined', this.ctx.node, i, 0);
    }
    if (this.goApart) this.catchUpApart(i);
    else this.ship(i);
    this.goOn(i);
  }

  /** A fresh copy of the primary, or none yet when there is nobody to copy from. */
  copy(slot: number): void {
    const i = slot - this.ctx.firstSlot;
    const newest = this.applying.upTo(this.first[0]);
    this.bare[i] = this.isPrimaryUp ? 0 : 1;
    this.received[i] = newest;
    this.applying.jumpTo(i, newest);
  }

  /** Slot of the copy that is up and has received most; -1 = none. */
  get heir(): number {
    let best = -1;
    for (let i = 0; i < this.ctx.slots; i++) {
      if (this.isCopy(this.ctx.firstSlot + i) && this.isUp(i) && (best < 0 || this.received[i] > this.received[best])) best = i;
    }
    return best < 0 ? -1 : this.ctx.firstSlot + best;
  }

  /** A planned change of the primary: its heir has everything before it takes over. */
  completeFor(slot: number): void {
    this.received[slot - this.ctx.firstSlot] = this.ledger.last;
  }

  /** Another takes over with what it has received. @returns how many acknowledged writes are lost by that */
  enthrone(slot: number): number {
    const { net, firstSlot } = this.ctx;
    const old = this.first[0];
    const heir = slot - firstSlot;
    const has = this.received[heir];
    const lost = this.ledger.lose(has, (write) => this.marks.has('received', write, heir));
    if (!this.goApart) {
      for (let i = 0; i < this.ctx.slots; i++) {
        this.received[i] = Math.min(this.received[i], has);
        this.applying.cutAt(i, has);
      }
    }
    this.received[heir] = this.ledger.last;
    this.applying.jumpTo(heir, this.ledger.last);
    this.arrivalAt[heir] = -1;
    this.travel.breakOff(heir);
    this.bare[heir] = 0;
    this.bare[old] = 1;
    this.first[0] = heir;
    net.instances.primary[firstSlot + old] = 0;
    net.instances.primary[slot] = 1;
    return lost;
  }

  /** Forgets what every copy has. */
  trim(): void {
    let least = this.ledger.last;
    for (let i = 0; i < this.ctx.slots; i++) {
      if (!this.isReplica(i) || this.bare[i] === 1) continue;
      if (!this.isUp(i) && this.ledger.held > mostHeld) this.bare[i] = 1;
      else if (this.applying.upTo(i) < least) least = this.applying.upTo(i);
    }
    this.ledger.trim(least);
  }

  /** Each write takes its own time to a replica, and may overtake another: a store that copies row by row, without a log. */
  private get goApart(): boolean {
    return this.ctx.net.params[this.place.lagForm] === LAG_FORM.apart;
  }

  private isReplica(i: number): boolean {
    return this.ctx.net.instances.exists[this.ctx.firstSlot + i] === 1 && i !== this.first[0];
  }

  private isUp(i: number): boolean {
    return this.ctx.net.instances.isUp(this.ctx.firstSlot + i);
  }

  /** Applies what has come, in order. */
  private goOn(i: number): void {
    const slot = this.ctx.firstSlot + i;
    if (this.isCopy(slot) && this.isUp(i) && !this.disk.isFull(slot)) this.applying.goOn(i, this.received[i]);
  }

  private sendApart(i: number, write: number): void {
    if (!this.isUp(i) || !this.isPrimaryUp || this.bare[i] === 1) return;
    const mean = this.ctx.net.params[this.place.lagMs] / 1000;
    this.travel.begin(i, write, mean * exponential(this.lag, write, i));
  }

  /** Everything that has not come yet is sent again, and what has is applied. */
  private catchUpApart(i: number): void {
    for (let write = this.ledger.nextAfter(this.received[i]); write <= this.ledger.last; write = this.ledger.nextAfter(write)) {
      if (!this.marks.has('received', write, i)) this.sendApart(i, write);
      else if (this.bare[i] === 0 && !this.disk.isFull(this.ctx.firstSlot + i)) this.applying.hand(i, write);
    }
  }

  /**
   * Sets the time at which the next writes arrive at a replica. Exponential lag: batches leave at moments of a Poisson process, so
   * that every write waits exponentially long and none overtakes another; as that forgets its past, the moment may be
   * drawn when the first write comes to wait for it. Fixed lag: each write on its own.
   */
  private ship(i: number): void {
    if (this.arrivalAt[i] >= 0 || !this.isUp(i) || !this.isPrimaryUp || !this.isReplica(i)) return;
    const { net, node } = this.ctx;
    const { now, params } = net;
    const mean = params[this.place.lagMs] / 1000;
    if (mean === 0) this.take(i);
    const next = this.ledger.nextAfter(this.received[i]);
    if (next > this.ledger.last) return;
    const isFixed = params[this.place.lagForm] === LAG_FORM.fixed;
    const at = isFixed ? Math.max(now, this.ledger.committedAt(next) + mean) : now + mean * exponential(this.lag, next, i);
    this.arrivalAt[i] = at;
    net.wake(node, TIMER.arrival, i, at);
  }

  /** Whatever is due has arrived. */
  private take(i: number): void {
    const { now, params } = this.ctx.net;
    const mean = params[this.place.lagMs] / 1000;
    if (mean === 0 || params[this.place.lagForm] !== LAG_FORM.fixed) {
      this.received[i] = this.ledger.last;
    } else {
      // at least the one that the timer was set for: a longer lag since then does not call it back
      let next = this.ledger.nextAfter(this.received[i]);
      do {
        this.received[i] = Math.min(next, this.ledger.last);
        next = this.ledger.nextAfter(this.received[i]);
      } while (next <= this.ledger.last && this.ledger.committedAt(next) + mean <= now);
    }
    this.goOn(i);
  }
}
