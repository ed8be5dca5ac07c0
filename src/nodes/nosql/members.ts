/** The nodes of the store: where they stand on the ring, which of them keep a row, who is there, and how far their clocks are ahead. */

import type { NodeContext } from '../../engine/behavior.ts';
import { HEALTH } from '../../engine/plan.ts';
import { Ring, ringPlace } from '../../engine/ring.ts';
import { mostCopies } from './operations.ts';

export class Members {
  /** What `find` has found: numbers of nodes, the row's home first. No state of the run. */
  readonly keepers = new Int32Array(mostCopies);
  private readonly ctx: NodeContext;
  private readonly ring: Ring;
  /** By node: since when it is silent. */
  private readonly silentSince: Float64Array;
  /** Cell: what the ring was last set to, so that a change is seen. */
  private readonly known: Float64Array;
  private readonly fields;

  constructor(ctx: NodeContext) {
    this.ctx = ctx;
    this.ring = new Ring(
      ctx.memory,
      Array.from({ length: ctx.slots }, (_, i) => `${ctx.id}#${i}`),
    );
    this.silentSince = ctx.memory.f64(ctx.slots);
    this.known = ctx.memory.f64(ctx.slots + 1);
    this.fields = {
      copies: ctx.param('copies'),
      virtualNodes: ctx.param('virtualNodes'),
      suspect: ctx.param('suspectSeconds'),
      skewMs: ctx.param('clockSkewMs'),
    };
    this.changed();
  }

  /** Takes parameters and the number of nodes as they are now. @returns whether rows may have other keepers than before */
  changed(): boolean {
    const { net, firstSlot, slots } = this.ctx;
    const { known } = this;
    let isOther = known[slots] !== net.params[this.fields.copies];
    known[slots] = net.params[this.fields.copies];
    for (let i = 0; i < slots; i++) {
      const points = net.instances.exists[firstSlot + i] === 1 ? net.params[this.fields.virtualNodes] : 0;
      isOther ||= known[i] !== points;
      known[i] = points;
      this.ring.set(i, points);
    }
    return isOther;
  }

  /** Finds the nodes that keep a row, up or not. @returns how many; `keepers` has them */
  find(row: number): number {
    return this.ring.ownersOf(ringPlace(row), this.ctx.net.params[this.fields.copies], this.keepers);
  }

  /** Slot of the node that speaks for all to other parts: the first that is up; -1 = none is. */
  speaker(): number {
    const { net, firstSlot, slots } = this.ctx;
    for (let slot = firstSlot; slot < firstSlot + slots; slot++) if (net.instances.isUp(slot)) return slot;
    return -1;
  }

  fellSilent(slot: number): void {
    this.silentSince[slot - this.ctx.firstSlot] = this.ctx.net.now;
  }

  /** Whether a node is asked: there, not known to be dead, not silent for so long that it counts as dead. */
  isThere(slot: number): boolean {
    const { net, firstSlot } = this.ctx;
    if (net.instances.exists[slot] === 0 || net.instances.health[slot] === HEALTH.crashed) return false;
    if (net.instances.health[slot] === HEALTH.up) return true;
    return net.now - this.silentSince[slot - firstSlot] < net.params[this.fields.suspect];
  }

  countThere(): number {
    const { firstSlot, slots } = this.ctx;
    let there = 0;
    for (let slot = firstSlot; slot < firstSlot + slots; slot++) if (this.isThere(slot)) there++;
    return there;
  }

  /** Slot of the n-th node that is there, counted from 0. */
  nthThere(n: number): number {
    let slot = this.ctx.firstSlot;
    for (let left = n; !this.isThere(slot) || left-- > 0; ) slot++;
    return slot;
  }

  /** How many are there of those that `find` has just found. @param found how many it has found */
  countOfFound(found: number): number {
    let there = 0;
    for (let k = 0; k < found; k++) if (this.isThere(this.ctx.firstSlot + this.keepers[k])) there++;
    return there;
  }

  /** Seconds by which a node's clock is ahead of the slowest one's. */
  clockAhead(slot: number): number {
    const { net, firstSlot, slots } = this.ctx;
    return slots === 1 ? 0 : ((net.params[this.fields.skewMs] / 1000) * (slot - firstSlot)) / (slots - 1);
  }
}
