/**
 * A heap that is nearly full: the program collects garbage again and again, and stands still while it does. Nobody is told; the shards on
 * it answer when it goes on.
 */

import type { NodeContext } from '../../engine/behavior.ts';
import { hang, revive } from '../../engine/faults.ts';
import type { Network } from '../../engine/network.ts';
import { HEALTH } from '../../engine/plan.ts';

/** From one collection to the next. Assumed: old generations of some GB take about a second each. */
const cycleSeconds = 2;

export class Heap {
  private readonly net: Network;
  private readonly node: number;
  private readonly firstSlot: number;
  private readonly timer: number;
  /** Per instance: share of the time that goes to collecting, 0 = all is well; when the next change rings, 0 = none; 1 = it stands still for it. */
  private readonly share: Float64Array;
  private readonly ringsAt: Float64Array;
  private readonly stands: Uint8Array;

  /** @param timer code of the wake-ups this may ask for; they are for `wake` */
  constructor(ctx: NodeContext, timer: number) {
    const { memory, slots } = ctx;
    this.net = ctx.net;
    this.node = ctx.node;
    this.firstSlot = ctx.firstSlot;
    this.timer = timer;
    this.share = memory.f64(slots);
    this.ringsAt = memory.f64(slots);
    this.stands = memory.u8(slots);
  }

  /** @param percent of the time that goes to collecting from now on */
  struck(slot: number, percent: number): void {
    const i = slot - this.firstSlot;
    this.share[i] = percent / 100;
    if (this.ringsAt[i] === 0) this.collect(slot);
  }

  mended(slot: number): void {
    const i = slot - this.firstSlot;
    this.share[i] = 0;
    this.ringsAt[i] = 0;
    this.goOn(slot);
  }

  wake(slot: number): void {
    const i = slot - this.firstSlot;
    if (this.ringsAt[i] !== this.net.now) return;
    if (this.stands[i] === 1) {
      this.goOn(slot);
      this.ring(slot, cycleSeconds * (1 - this.share[i]));
    } else this.collect(slot);
  }

  /** Its heap is empty, and fills again once it is back. */
  crashed(slot: number): void {
    this.ringsAt[slot - this.firstSlot] = 0;
    this.stands[slot - this.firstSlot] = 0;
  }

  recovered(slot: number): void {
    const i = slot - this.firstSlot;
    if (this.share[i] > 0 && this.ringsAt[i] === 0) this.ring(slot, cycleSeconds * (1 - this.share[i]));
  }

  private collect(slot: number): void {
    const i = slot - this.firstSlot;
    if (this.net.instances.isUp(slot)) {
      this.stands[i] = 1;
      hang(this.net, slot);
    }
    this.ring(slot, cycleSeconds * this.share[i]);
  }

  private goOn(slot: number): void {
    const i = slot - this.firstSlot;
    if (this.stands[i] === 0) return;
    this.stands[i] = 0;
    if (this.net.instances.health[slot] === HEALTH.hung) revive(this.net, slot);
  }

  private ring(slot: number, seconds: number): void {
    const at = this.net.now + seconds;
    this.ringsAt[slot - this.firstSlot] = at;
    this.net.wake(this.node, this.timer, slot, at);
  }
}
