/** What each of the servers has of the writes, what it shows of a row, and how another becomes primary with what it has. */

import type { NodeContext } from '../../engine/behavior.ts';
import type { Ledger } from '../../engine/ledger.ts';
import type { MeteredStations } from '../../engine/meteredStations.ts';
import { Applying } from './applying.ts';
import type { Disk } from './disk.ts';
import { Marks } from './marks.ts';
import { Receipts } from './receipts.ts';
import { Roles } from './roles.ts';
import { Shipping } from './shipping.ts';

/** A replica that is away longer than this many writes is given a fresh copy when it comes back, instead of the log. */
const mostHeld = 0x100000;

export class Copies extends Roles {
  readonly applying: Applying;
  readonly receipts: Receipts;
  readonly shipping: Shipping;
  private readonly marks: Marks;
  private readonly disk: Disk;
  private readonly replication: number;
  private readonly fencing: number;

  constructor(ctx: NodeContext, ledger: Ledger, cpu: MeteredStations, disk: Disk) {
    super(ctx, ledger);
    this.disk = disk;
    this.marks = new Marks(ctx.memory);
    this.applying = new Applying(ctx, ledger, this.marks, cpu);
    this.receipts = new Receipts(ctx, ledger, (slot) => this.isCopy(slot));
    this.shipping = new Shipping(ctx, ledger, this.marks, this.distances, {
      isFed: (i) => this.isFed(i),
      primary: () => this.first[0],
      arrived: (i) => this.arrived(i),
    });
    this.fencing = ctx.param('fencing');
    this.replication = ctx.param('replication');
  }

  /** The version of a row that who reads at the slot sees. */
  seenAt(slot: number, row: number): number {
    if (slot === this.split.slot) return this.split.seen(row);
    if (this.isPrimary(slot)) return this.split.isOn ? this.ledger.asOf(row, this.ledger.last) : this.ledger.newestOf(row);
    return this.seenUpTo(slot, row, this.applying.upTo(slot - this.ctx.firstSlot));
  }

  private seenUpTo(slot: number, row: number, upTo: number): number {
    if (!this.shipping.goApart) return this.ledger.asOf(row, upTo);
    const i = slot - this.ctx.firstSlot;
    let write = this.ledger.newestOf(row);
    while (write > upTo && (this.ledger.isAside(write) || !this.marks.has('shown', write, i))) write = this.ledger.beforeOf(write);
    return write;
  }

  /** How old the oldest write is that the slot cannot show yet, in seconds. */
  lagAt(slot: number): number {
    if (!this.isCopy(slot)) return 0;
    const next = this.ledger.nextAfter(this.applying.upTo(slot - this.ctx.firstSlot));
    return next > this.ledger.last ? 0 : this.ctx.net.now - this.ledger.committedAt(next);
  }

  /** Writes of the primary that the slot cannot show yet. */
  queueAt(slot: number): number {
    return this.isCopy(slot) ? this.ledger.last - this.applying.upTo(slot - this.ctx.firstSlot) : 0;
  }

  /** A primary has written; the copies are on their way. @param isPending it is to be acknowledged later @returns the write's number */
  commit(slot: number, row: number, told: boolean, isPending: boolean): number {
    const isAside = slot === this.split.slot;
    const write = this.ledger.commit(row, this.ctx.net.now, told, isPending, isAside);
    this.marks.open(write, this.ledger.held);
    this.split.counted(1);
    if (isAside) return write;
    const primary = this.first[0];
    this.shipping.received[primary] = write;
    this.applying.jumpTo(primary, write);
    return write;
  }

  /** A write of the primary sets out to the copies. */
  ship(write: number): void {
    for (let i = 0; i < this.ctx.slots; i++) if (this.isReplica(i)) this.shipping.send(i, write);
  }

  /** A write that travelled by itself has come. */
  arriveApart(chore: number): void {
    const slot = this.ctx.net.calls.to[chore];
    const write = this.shipping.arriveApart(chore);
    if (write >= 0 && !this.disk.isFull(slot)) this.applying.hand(slot - this.ctx.firstSlot, write);
  }

  /** A CPU of a replica has applied a write. */
  appliedBy(chore: number): void {
    const { calls } = this.ctx.net;
    this.disk.wrote(calls.to[chore], this.ledger.rowOf(calls.memo[chore]));
    const i = this.applying.done(chore);
    this.trim();
    this.goOn(i);
  }

  /** All that a server has received it also shows. */
  hasApplied(slot: number): boolean {
    const i = slot - this.ctx.firstSlot;
    return this.ledger.nextAfter(this.applying.upTo(i)) > this.shipping.received[i];
  }

  /** A crash or a hang. The log of a crashed replica is on its disk: it goes on from there. */
  interrupt(slot: number, crashed: boolean): void {
    const i = slot - this.ctx.firstSlot;
    if (crashed) this.applying.crashed(i);
    this.shipping.breakOff(i);
    // what was on its way from a primary that is gone is gone too
    if (this.isPrimary(slot)) for (let each = 0; each < this.ctx.slots; each++) this.shipping.breakOff(each);
  }

  /** The network between servers is another one: what was on a way that is gone is gone, and what can go again goes. */
  rewire(): void {
    for (let i = 0; i < this.ctx.slots; i++) {
      if (!this.isReplica(i)) continue;
      if (!this.cuts.carries(this.first[0], i)) this.shipping.breakOff(i);
      this.catchUp(this.ctx.firstSlot + i);
    }
  }

  /** The primary is there, or there again. */
  serveAll(): void {
    for (let i = 0; i < this.ctx.slots; i++) if (this.isReplica(i)) this.catchUp(this.ctx.firstSlot + i);
  }

  /** A replica is there again: it goes on with what it has, and gets the rest when there is somebody to get it from. */
  catchUp(slot: number): void {
    const i = slot - this.ctx.firstSlot;
    if (!this.isReplica(i) || !this.isUp(i)) return;
    if (this.bare[i] === 1 && this.isPrimaryUp && this.cuts.carries(this.first[0], i)) {
      this.copy(slot);
      this.ctx.net.journal.note('rejoined', this.ctx.node, i, 0);
    }
    this.shipping.resume(i);
    if (this.shipping.goApart) this.handApart(i);
    if (this.bare[i] === 0) this.say(i);
    this.goOn(i);
  }

  /** A fresh copy of the primary, or none yet when there is nobody to copy from. */
  copy(slot: number): void {
    const i = slot - this.ctx.firstSlot;
    const newest = this.applying.upTo(this.first[0]);
    this.bare[i] = this.isPrimaryUp ? 0 : 1;
    this.deposed[i] = 0;
    this.shipping.received[i] = newest;
    this.receipts.forget(i, newest);
    this.applying.jumpTo(i, newest);
  }

  /** A server that does not lead begins to take writes: it goes on with what it has. */
  splitOff(slot: number): void {
    const i = slot - this.ctx.firstSlot;
    const has = this.shipping.received[i];
    this.shipping.breakOff(i);
    this.split.begin(slot, has, has, this.ledger.last - has);
    this.ctx.net.instances.primary[slot] = 1;
    this.bare[i] = 1;
  }

  /** There is one primary again. @returns the slot that was the second one, and is a replica without anything now */
  unite(): number {
    const { slot } = this.split;
    const diverged = this.split.heal();
    this.yielded(slot);
    this.ctx.net.journal.note('split-healed', this.ctx.node, slot - this.ctx.firstSlot, diverged);
    return slot;
  }

  /** The second primary died. @returns acknowledged writes that only it had */
  buriedSecond(): number {
    const { slot } = this.split;
    const lost = this.split.die();
    this.yielded(slot);
    return lost;
  }

  private yielded(slot: number): void {
    this.ctx.net.instances.primary[slot] = 0;
    this.receipts.giveUp(slot);
  }

  /** Slot of the copy that is up, hears the others and has received most; -1 = none. */
  get heir(): number {
    let best = -1;
    const { received } = this.shipping;
    for (let i = 0; i < this.ctx.slots; i++) {
      if (!this.isCopy(this.ctx.firstSlot + i) || !this.isUp(i) || !this.cuts.isWhole(i)) continue;
      if (best < 0 || received[i] > received[best]) best = i;
    }
    return best < 0 ? -1 : this.ctx.firstSlot + best;
  }

  /** Seconds of writes that a copy has not received, back from a moment or from the last write, whichever is later; 0 = it has all. */
  secondsMissing(slot: number, until: number): number {
    const first = this.ledger.nextAfter(this.shipping.received[slot - this.ctx.firstSlot]);
    if (first > this.ledger.last) return 0;
    return Math.max(0, Math.max(until, this.ledger.committedAt(this.ledger.last)) - this.ledger.committedAt(first));
  }

  /** A planned change of the primary: its heir has everything before it takes over. */
  completeFor(slot: number): void {
    this.shipping.received[slot - this.ctx.firstSlot] = this.ledger.last;
  }

  /**
   * Another takes over with what it has received.
   * @param goesOn the old primary is alive and does not know: it goes on as a second one
   * @returns how many acknowledged writes are lost by that
   */
  enthrone(slot: number, goesOn = false): number {
    const { firstSlot } = this.ctx;
    const { received } = this.shipping;
    const old = this.first[0];
    const heir = slot - firstSlot;
    const has = received[heir];
    const shared = (write: number) => this.marks.has('received', write, heir);
    let lost = 0;
    if (goesOn) this.split.begin(firstSlot + old, this.ledger.last, has, this.ledger.setAside(has, shared));
    else {
      this.receipts.giveUp(firstSlot + old);
      lost = this.ledger.lose(has, shared);
    }
    if (!this.shipping.goApart) {
      for (let i = 0; i < this.ctx.slots; i++) {
        received[i] = Math.min(received[i], has);
        this.receipts.forget(i, received[i]);
        this.applying.cutAt(i, has);
      }
    }
    received[heir] = this.ledger.last;
    this.applying.jumpTo(heir, this.ledger.last);
    this.shipping.breakOff(heir);
    this.crown(heir, goesOn);
    return lost;
  }

  /** Forgets what every copy has. */
  trim(): void {
    let least = Math.min(this.ledger.last, this.split.keptAfter, this.receipts.oldest - 1);
    for (let i = 0; i < this.ctx.slots; i++) {
      if (!this.isReplica(i)) continue;
      const isKept = this.bare[i] === 0 || (this.deposed[i] === 1 && this.ctx.net.params[this.fencing] === 0);
      if (!isKept) continue;
      if (!this.isUp(i) && this.ledger.held > mostHeld) {
        this.bare[i] = 1;
        this.deposed[i] = 0;
      } else if (this.applying.upTo(i) < least) least = this.applying.upTo(i);
    }
    this.ledger.trim(least);
  }

  private isFed(i: number): boolean {
    return this.isReplica(i) && this.bare[i] === 0 && this.isUp(i) && this.isPrimaryUp && this.cuts.carries(this.first[0], i);
  }

  /** Applies what has come, in order. */
  private goOn(i: number): void {
    const slot = this.ctx.firstSlot + i;
    if (this.isCopy(slot) && this.isUp(i) && !this.disk.isFull(slot)) this.applying.goOn(i, this.shipping.received[i]);
  }

  private arrived(i: number): void {
    this.say(i);
    this.goOn(i);
  }

  /** Tells the primary what has arrived, where that is waited for. */
  private say(i: number): void {
    const primary = this.first[0];
    if (this.ctx.net.params[this.replication] === 0 || !this.cuts.carries(i, primary)) return;
    this.receipts.tell(i, this.shipping.received[i], this.primary, this.distances.seconds(i, primary));
  }

  private handApart(i: number): void {
    if (this.bare[i] === 1 || this.disk.isFull(this.ctx.firstSlot + i)) return;
    const { received } = this.shipping;
    for (let write = this.ledger.nextAfter(received[i]); write <= this.ledger.last; write = this.ledger.nextAfter(write)) {
      if (this.marks.has('received', write, i)) this.applying.hand(i, write);
    }
  }
}
