/** The door of a broker: whether it has room for one more message, when it will have written it, and whether its disk takes any. */

import type { NodeContext } from '../../engine/behavior.ts';
import { METER, type Network } from '../../engine/network.ts';
import type { Desk } from './desk.ts';

export class Intake {
  private readonly net: Network;
  private readonly desk: Desk;
  private readonly firstSlot: number;
  /** By broker: accepted before anybody had them; and when the next one can be taken. */
  private readonly unwritten: Int32Array;
  private readonly freeAt: Float64Array;
  /** By broker: 1 while its disk is full. */
  private readonly full: Uint8Array;

  constructor(ctx: NodeContext, desk: Desk) {
    this.net = ctx.net;
    this.desk = desk;
    this.firstSlot = ctx.firstSlot;
    this.unwritten = ctx.memory.i32(ctx.slots);
    this.freeAt = ctx.memory.f64(ctx.slots);
    this.full = ctx.memory.u8(ctx.slots);
  }

  /** Whether one more fits beside the `waiting` messages and those that are not written yet. */
  hasRoom(slot: number, waiting: number): boolean {
    const inside = this.net.meters.values[METER.inside * this.net.instances.count + slot];
    return waiting + this.unwritten[slot - this.firstSlot] + inside <= this.desk.value('maxBacklog');
  }

  canWrite(slot: number): boolean {
    return this.full[slot - this.firstSlot] === 0 || this.desk.value('durable') === 0;
  }

  setFull(slot: number, isFull: boolean): void {
    this.full[slot - this.firstSlot] = isFull ? 1 : 0;
  }

  /** When the leader will have written what comes now: after what came before, if it can take only so much a second. */
  takenAt(slot: number): number {
    const { net, desk } = this;
    const most = desk.value('maxPerSecond');
    const own = this.ownSeconds(slot);
    if (most === 0) return net.now + own;
    const at = slot - this.firstSlot;
    this.freeAt[at] = Math.max(this.freeAt[at], net.now) + net.instances.slow[slot] / most;
    return this.freeAt[at] + own;
  }

  /** How long it takes to write one message, in seconds. */
  ownSeconds(slot: number): number {
    return (this.desk.value('publishMs') / 1000) * this.net.instances.slow[slot];
  }

  /** A publisher that does not wait has been told that all is well; nothing is written yet. */
  promised(slot: number): void {
    this.unwritten[slot - this.firstSlot]++;
  }

  /** What was promised is written, or it is known that it never will be. */
  settled(slot: number): void {
    this.unwritten[slot - this.firstSlot]--;
  }

  /** @returns promised messages that died with the broker */
  crashed(slot: number): number {
    const at = slot - this.firstSlot;
    const lost = this.unwritten[at];
    this.unwritten[at] = 0;
    this.freeAt[at] = 0;
    return lost;
  }
}
