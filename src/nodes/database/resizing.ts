/**
 * Another size of machine: each server is stopped, and comes back with as many CPUs as are wanted now. Replicas go first, one after the
 * other, the primary last: then a replica takes over as after a crash, but with all that was written.
 */

import type { NodeContext } from '../../engine/behavior.ts';
import { crash, revive } from '../../engine/faults.ts';
import { HEALTH } from '../../engine/plan.ts';
import type { Copies } from './copies.ts';
import { TIMER } from './shipping.ts';

/** Cells. */
const STOPPED = 0;
const AT = 1;
const IS_OURS = 2;

export class Resizing {
  private readonly ctx: NodeContext;
  private readonly copies: Copies;
  /** Slot of the server that is stopped (-1 = none), when the next step is due, and 1 if it was up before. */
  private readonly cells: Float64Array;
  private readonly vcpu: number;
  private readonly seconds: number;

  constructor(ctx: NodeContext, copies: Copies) {
    this.ctx = ctx;
    this.copies = copies;
    this.cells = ctx.memory.f64(3).fill(-1);
    this.vcpu = ctx.param('vcpu');
    this.seconds = ctx.param('resizeSeconds');
    ctx.net.instances.servers.fill(ctx.net.params[this.vcpu], ctx.firstSlot, ctx.firstSlot + ctx.slots);
  }

  /** Perhaps another size is wanted. */
  changed(): void {
    const { net, firstSlot, slots } = this.ctx;
    const { servers, exists } = net.instances;
    const wanted = net.params[this.vcpu];
    for (let slot = firstSlot; slot < firstSlot + slots; slot++) {
      if (net.params[this.seconds] === 0 || exists[slot] === 0) servers[slot] = wanted;
    }
    if (this.cells[STOPPED] < 0 && this.next >= 0) this.ringAt(net.now);
  }

  /** A timer of `TIMER.resize` rang. */
  ring(): void {
    const { net } = this.ctx;
    if (this.cells[AT] !== net.now) return;
    this.cells[AT] = -1;
    const stopped = this.cells[STOPPED];
    this.cells[STOPPED] = -1;
    if (stopped >= 0) this.begin(stopped);
    const { next } = this;
    if (next >= 0) this.stop(next);
  }

  /** The server that is to be resized next; -1 = all have their size. */
  private get next(): number {
    const { net, firstSlot, slots } = this.ctx;
    const { servers, exists } = net.instances;
    let found = -1;
    for (let slot = firstSlot; slot < firstSlot + slots; slot++) {
      if (exists[slot] === 0 || servers[slot] === net.params[this.vcpu]) continue;
      if (found < 0 || this.copies.isPrimary(found)) found = slot;
    }
    return found;
  }

  private stop(slot: number): void {
    const { net, node, firstSlot } = this.ctx;
    const seconds = net.params[this.seconds];
    net.journal.note('resizing', node, slot - firstSlot, seconds);
    this.cells[STOPPED] = slot;
    this.cells[IS_OURS] = net.instances.health[slot] === HEALTH.up ? 1 : 0;
    if (this.cells[IS_OURS] === 0) {
      // it is down anyway
      this.ringAt(net.now);
      return;
    }
    const { heir } = this.copies;
    if (this.copies.isPrimary(slot) && heir >= 0) this.copies.completeFor(heir);
    crash(net, slot);
    this.ringAt(net.now + seconds);
  }

  private begin(slot: number): void {
    const { net, node, firstSlot } = this.ctx;
    net.instances.servers[slot] = net.params[this.vcpu];
    net.journal.note('resized', node, slot - firstSlot, net.params[this.vcpu]);
    if (this.cells[IS_OURS] === 0 || net.instances.health[slot] !== HEALTH.crashed || net.instances.exists[slot] === 0) return;
    this.copies.forgive(slot);
    revive(net, slot);
  }

  private ringAt(at: number): void {
    this.cells[AT] = at;
    this.ctx.net.wake(this.ctx.node, TIMER.resize, 0, at);
  }
}
