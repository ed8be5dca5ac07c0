/** Who is primary when the primary is gone: waiting, promoting, handing over, and what that cost. */

import type { NodeContext } from '../../engine/behavior.ts';
import { type Copies, TIMER } from './copies.ts';

/** Cells. */
const AT = 0;
const DOWN_SINCE = 1;

export class Failover {
  private readonly ctx: NodeContext;
  private readonly copies: Copies;
  /** When a replica will be promoted, and since when there has been no primary; -1 = not at all. */
  private readonly cells: Float64Array;
  /** 1 for instances that were there at the last change. */
  private readonly known: Uint8Array;
  private readonly seconds: number;
  private readonly isOn: number;
  private readonly lostWrites: number;

  constructor(ctx: NodeContext, copies: Copies) {
    this.ctx = ctx;
    this.copies = copies;
    this.cells = ctx.memory.f64(2).fill(-1);
    this.known = ctx.memory.u8(ctx.slots);
    this.known.set(ctx.net.instances.exists.subarray(ctx.firstSlot, ctx.firstSlot + ctx.slots));
    this.seconds = ctx.param('failoverSeconds');
    this.isOn = ctx.param('autoFailover');
    this.lostWrites = ctx.metric('lostWrites');
  }

  /** A crash or a hang. */
  lost(slot: number): void {
    if (!this.copies.isPrimary(slot)) return;
    if (this.cells[DOWN_SINCE] < 0) this.cells[DOWN_SINCE] = this.ctx.net.now;
    this.prepare();
  }

  recovered(slot: number): void {
    if (this.copies.isPrimary(slot)) {
      this.cells.fill(-1);
      this.copies.serveAll();
    } else {
      this.copies.catchUp(slot);
      this.prepare();
    }
  }

  /** A timer of `TIMER.failover` rang. */
  ring(): void {
    const { net } = this.ctx;
    if (this.cells[AT] !== net.now) return;
    this.cells[AT] = -1;
    const { heir } = this.copies;
    if (net.params[this.isOn] === 1 && heir >= 0) this.promote(heir);
  }

  /** Replicas were added or taken away, or a parameter is another. */
  changed(): void {
    const { net, firstSlot, slots } = this.ctx;
    for (let i = 0; i < slots; i++) {
      const exists = net.instances.exists[firstSlot + i];
      if (exists === 1 && this.known[i] === 0) this.copies.copy(firstSlot + i);
      this.known[i] = exists;
    }
    if (net.instances.exists[this.copies.primary] === 0) this.handOver();
    this.prepare();
    this.copies.trim();
  }

  /** Sets the timer when there is no primary, but somebody who could be. */
  private prepare(): void {
    const { net, node } = this.ctx;
    if (this.copies.isPrimaryUp || this.cells[AT] >= 0 || net.params[this.isOn] === 0 || this.copies.heir < 0) return;
    const seconds = net.params[this.seconds];
    this.cells[AT] = net.now + seconds;
    this.note('failover-started', this.copies.primary, seconds);
    net.wake(node, TIMER.failover, 0, this.cells[AT]);
  }

  private promote(heir: number): void {
    const { net } = this.ctx;
    const old = this.copies.primary;
    const downSince = this.cells[DOWN_SINCE] < 0 ? net.now : this.cells[DOWN_SINCE];
    const lost = this.copies.enthrone(heir);
    net.meters.values[this.lostWrites] += lost;
    this.note('promoted', heir, net.now - downSince);
    if (lost > 0) this.note('writes-lost', old, lost);
    this.cells.fill(-1);
    if (!this.copies.isPrimaryUp) this.cells[DOWN_SINCE] = net.now;
    this.copies.serveAll();
  }

  /** The primary itself is taken away: planned, so a living one gives everything to its heir first. */
  private handOver(): void {
    const heir = this.copies.heir >= 0 ? this.copies.heir : this.ctx.firstSlot;
    if (this.copies.isPrimaryUp) this.copies.completeFor(heir);
    this.promote(heir);
  }

  private note(code: 'failover-started' | 'promoted' | 'writes-lost', slot: number, value: number): void {
    this.ctx.net.journal.note(code, this.ctx.node, slot - this.ctx.firstSlot, value);
  }
}
