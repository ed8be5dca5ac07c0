/**
 * What each server of the database has: the primary's log on its way to the replicas. A write arrives at a replica after the lag and
 * is then applied by one CPU of it, in order.
 */

import type { NodeContext } from '../../engine/behavior.ts';
import { duration } from '../../engine/durations.ts';
import type { Ledger } from '../../engine/ledger.ts';
import { exponential, type Stream } from '../../engine/luck.ts';
import type { MeteredStations } from '../../engine/meteredStations.ts';
import { CLASS, HEALTH } from '../../engine/plan.ts';
import { ENTRY } from '../../engine/stations.ts';

/** Timers of a database node. */
export const TIMER = { arrival: 0, failover: 1 } as const;

/** A replica that is away longer than this many writes is given a fresh copy when it comes back, instead of the log. */
const mostHeld = 0x100000;

/** The order of the spec's `lagForm` options. */
const LAG_FORM = { exponential: 0, fixed: 1 } as const;

export class Copies {
  private readonly ctx: NodeContext;
  private readonly ledger: Ledger;
  private readonly cpu: MeteredStations;
  /** One cell: which instance is primary. */
  private readonly first: Int32Array;
  /** By instance: newest write that has arrived, and newest that reads can see. */
  private readonly received: Float64Array;
  private readonly applied: Float64Array;
  /** When the next writes arrive; -1 = none on the way. */
  private readonly arrivalAt: Float64Array;
  /** 1 while a write is being applied, or waits for a CPU to be. */
  private readonly applying: Uint8Array;
  /** 1 when what it holds is of no use (another took over while it was away): it needs a fresh copy before it counts again. */
  private readonly bare: Uint8Array;
  private readonly lag: Stream;
  private readonly service: Stream;
  private readonly place;

  constructor(ctx: NodeContext, ledger: Ledger, cpu: MeteredStations) {
    const { memory, slots } = ctx;
    this.ctx = ctx;
    this.ledger = ledger;
    this.cpu = cpu;
    this.first = memory.i32(1);
    this.received = memory.f64(slots);
    this.applied = memory.f64(slots);
    this.arrivalAt = memory.f64(slots).fill(-1);
    this.applying = memory.u8(slots);
    this.bare = memory.u8(slots);
    this.lag = ctx.stream('lag');
    this.service = ctx.stream('apply');
    this.place = {
      cpuWriteMs: ctx.param('cpuWriteMs'),
      form: ctx.param('service'),
      spread: ctx.param('serviceSpread'),
      lagMs: ctx.param('lagMs'),
      lagForm: ctx.param('lagForm'),
    };
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

  /** Writes up to this one are seen by who reads at the slot. */
  appliedAt(slot: number): number {
    return this.applied[slot - this.ctx.firstSlot];
  }

  /** How old the oldest write is that the slot cannot show yet, in seconds. */
  lagAt(slot: number): number {
    const i = slot - this.ctx.firstSlot;
    if (!this.isCopy(slot)) return 0;
    const next = this.nextOf(this.applied[i]);
    return next > this.ledger.last ? 0 : this.ctx.net.now - this.ledger.committedAt(next);
  }

  /** The primary has written; the copies are on their way. @returns the write's number */
  commit(row: number, told: boolean): number {
    const { now } = this.ctx.net;
    const write = this.ledger.commit(row, now, told);
    const primary = this.first[0];
    this.received[primary] = write;
    this.applied[primary] = write;
    this.shipToAll();
    return write;
  }

  /** A timer of `TIMER.arrival` rang. */
  arrive(i: number): void {
    const { now } = this.ctx.net;
    if (this.arrivalAt[i] !== now) return;
    this.arrivalAt[i] = -1;
    this.take(i);
    this.ship(i);
  }

  /** A CPU of the replica has applied the write that `chore` stands for. */
  appliedBy(chore: number): void {
    const { calls } = this.ctx.net;
    const i = calls.to[chore] - this.ctx.firstSlot;
    this.applying[i] = 0;
    // otherwise it was promoted or copied anew meanwhile, and has it already
    if (calls.memo[chore] > this.applied[i] && calls.memo[chore] <= this.received[i]) this.applied[i] = calls.memo[chore];
    calls.free(chore);
    this.trim();
    this.apply(i);
  }

  /** The CPU time of applying a write. */
  applySeconds(chore: number): number {
    const { calls, params, instances } = this.ctx.net;
    const slot = calls.to[chore];
    const { form, spread, cpuWriteMs } = this.place;
    const mean = params[cpuWriteMs] / 1000;
    return (
      duration(this.service, calls.request[chore], slot - this.ctx.firstSlot, params[form], mean, params[spread]) * instances.slow[slot]
    );
  }

  /** A crash or a hang. The log of a crashed replica is on its disk: it goes on from there. */
  interrupt(slot: number, crashed: boolean): void {
    const i = slot - this.ctx.firstSlot;
    if (crashed) this.applying[i] = 0;
    this.arrivalAt[i] = -1;
    // what was on its way from a primary that is gone is gone too
    if (this.isPrimary(slot)) this.arrivalAt.fill(-1);
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
    this.ship(i);
    this.apply(i);
  }

  /** A fresh copy of the primary, or none yet when there is nobody to copy from. */
  copy(slot: number): void {
    const i = slot - this.ctx.firstSlot;
    this.bare[i] = this.isPrimaryUp ? 0 : 1;
    this.received[i] = this.applied[this.first[0]];
    this.applied[i] = this.applied[this.first[0]];
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
    const lost = this.ledger.lose(has);
    for (let i = 0; i < this.ctx.slots; i++) {
      this.received[i] = Math.min(this.received[i], has);
      this.applied[i] = Math.min(this.applied[i], has);
    }
    this.received[heir] = this.ledger.last;
    this.applied[heir] = this.ledger.last;
    this.arrivalAt[heir] = -1;
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
      else if (this.applied[i] < least) least = this.applied[i];
    }
    this.ledger.trim(least);
  }

  private isReplica(i: number): boolean {
    return this.ctx.net.instances.exists[this.ctx.firstSlot + i] === 1 && i !== this.first[0];
  }

  private isUp(i: number): boolean {
    return this.ctx.net.instances.isUp(this.ctx.firstSlot + i);
  }

  /** The write after a number, passing over lost ones. */
  private nextOf(write: number): number {
    let next = write + 1;
    while (next <= this.ledger.last && this.ledger.isLost(next)) next++;
    return next;
  }

  private shipToAll(): void {
    for (let i = 0; i < this.ctx.slots; i++) if (this.isReplica(i)) this.ship(i);
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
    const next = this.nextOf(this.received[i]);
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
      let next = this.nextOf(this.received[i]);
      do {
        this.received[i] = Math.min(next, this.ledger.last);
        next = this.nextOf(this.received[i]);
      } while (next <= this.ledger.last && this.ledger.committedAt(next) + mean <= now);
    }
    this.apply(i);
  }

  /** Sends the next write that has arrived to a CPU of the replica. */
  private apply(i: number): void {
    if (this.applying[i] === 1 || !this.isCopy(this.ctx.firstSlot + i) || !this.isUp(i)) return;
    const next = this.nextOf(this.applied[i]);
    if (next > this.received[i]) return;
    const { net, firstSlot } = this.ctx;
    const chore = net.chore(firstSlot + i, next);
    net.calls.cls[chore] = CLASS.job;
    net.calls.memo[chore] = next;
    this.applying[i] = 1;
    if (this.cpu.enter(chore, Infinity) === ENTRY.served) net.serve(chore, this.applySeconds(chore));
  }
}
