/** Who of the servers is primary, who is a copy of it, and who takes writes. */

import type { NodeContext } from '../../engine/behavior.ts';
import type { Ledger } from '../../engine/ledger.ts';
import { HEALTH } from '../../engine/plan.ts';
import { Cuts } from './cuts.ts';
import { Distances } from './distances.ts';
import { Split } from './split.ts';

export class Roles {
  readonly cuts: Cuts;
  readonly distances: Distances;
  readonly split: Split;
  protected readonly ctx: NodeContext;
  protected readonly ledger: Ledger;
  /** One cell each: which instance is primary, and whether it has been told to take no more writes. */
  protected readonly first: Int32Array;
  private readonly fenced: Uint8Array;
  /** 1 when what it holds is of no use (another took over while it was away): it needs a fresh copy before it counts again. */
  protected readonly bare: Uint8Array;
  /** 1 for a primary that fell away and in whose place another is: it does not know that yet. */
  protected readonly deposed: Uint8Array;

  constructor(ctx: NodeContext, ledger: Ledger) {
    const { memory, slots } = ctx;
    this.ctx = ctx;
    this.ledger = ledger;
    this.cuts = new Cuts(ctx);
    this.distances = new Distances(ctx);
    this.split = new Split(ctx, ledger);
    this.first = memory.i32(1);
    this.fenced = memory.u8(1);
    this.bare = memory.u8(slots);
    this.deposed = memory.u8(slots);
    ctx.net.instances.primary[ctx.firstSlot] = 1;
  }

  /** Slot of the primary, up or not. */
  get primary(): number {
    return this.ctx.firstSlot + this.first[0];
  }

  /** Up, and allowed to take writes. */
  get isPrimaryUp(): boolean {
    return this.fenced[0] === 0 && this.ctx.net.instances.health[this.primary] === HEALTH.up;
  }

  /** Who tells others of writes. */
  speaker(): number {
    return this.isPrimaryUp ? this.primary : -1;
  }

  isLost(write: number): boolean {
    return this.ledger.isLost(write);
  }

  isPrimary(slot: number): boolean {
    return slot === this.primary;
  }

  /** Whether a server takes writes: the primary, and the second one while there is one. */
  takesWrites(slot: number): boolean {
    return slot === this.split.slot || (this.fenced[0] === 0 && this.isPrimary(slot));
  }

  /** From now on the primary takes no writes, or does again. */
  fence(isFenced: boolean): void {
    this.fenced[0] = isFenced ? 1 : 0;
  }

  /** Has the primary's rows, if perhaps not the newest. */
  isCopy(slot: number): boolean {
    return this.isReplica(slot - this.ctx.firstSlot) && this.bare[slot - this.ctx.firstSlot] === 0;
  }

  /** It was primary when it fell away, and another is now. */
  wasDeposed(slot: number): boolean {
    return this.deposed[slot - this.ctx.firstSlot] === 1;
  }

  /** A server that was taken down on purpose knows that another leads. */
  forgive(slot: number): void {
    this.deposed[slot - this.ctx.firstSlot] = 0;
  }

  protected isReplica(i: number): boolean {
    const slot = this.ctx.firstSlot + i;
    return this.ctx.net.instances.exists[slot] === 1 && i !== this.first[0] && slot !== this.split.slot;
  }

  protected isUp(i: number): boolean {
    return this.ctx.net.instances.isUp(this.ctx.firstSlot + i);
  }

  /** Another leads: what the old primary has counts no more. @param goesOn it is alive and does not know */
  protected crown(heir: number, goesOn: boolean): void {
    const { net, firstSlot } = this.ctx;
    const old = this.first[0];
    this.bare[heir] = 0;
    this.bare[old] = 1;
    this.deposed[heir] = 0;
    this.deposed[old] = goesOn || this.isUp(old) ? 0 : 1;
    this.first[0] = heir;
    this.fence(false);
    net.instances.primary[firstSlot + old] = goesOn ? 1 : 0;
    net.instances.primary[firstSlot + heir] = 1;
  }
}
