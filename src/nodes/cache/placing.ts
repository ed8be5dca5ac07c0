/** On which instance a row lives: what a client library of a cache does with a key, on the list of servers that it knows. */

import type { NodeContext } from '../../engine/behavior.ts';
import { integerBelow, type Stream } from '../../engine/luck.ts';
import { Ring, ringPlace } from '../../engine/ring.ts';

/** A row's hash is a number below this; by `modulo` an instance is that modulo how many there are. */
const hashRange = 0x40000000;

/** Points of each server on the ring: with fewer the shares are less equal (domain S60: of four, the largest is 1.1 times the mean). */
const ringPoints = 128;

/** The order of the spec's options. */
const PLACEMENT = { modulo: 0, ring: 1 } as const;

export class Placing {
  private readonly ctx: NodeContext;
  private readonly hashing: Stream;
  private readonly ring: Ring;
  private readonly placement: number;
  private readonly leaveOutSeconds: number;
  /** Per instance: 1 = callers ask it. */
  private readonly listed: Uint8Array;
  /** [instances that are listed] */
  private readonly count: Int32Array;
  /** Per instance: when callers will have noticed that it is gone. */
  private readonly noticedAt: Float64Array;
  private readonly timer: number;

  /** @param timer code of the wake-ups this may ask for; they are for `ring` */
  constructor(ctx: NodeContext, timer: number) {
    this.ctx = ctx;
    this.timer = timer;
    this.hashing = ctx.stream('place');
    this.ring = new Ring(
      ctx.memory,
      Array.from({ length: ctx.slots }, (_, i) => `${ctx.id} ${i}`),
    );
    this.placement = ctx.param('placement');
    this.leaveOutSeconds = ctx.param('leaveOutSeconds');
    this.listed = ctx.memory.u8(ctx.slots);
    this.count = ctx.memory.i32(1);
    this.noticedAt = ctx.memory.f64(ctx.slots);
    this.changed();
  }

  /** The slot that has a row. */
  of(row: number): number {
    const { firstSlot } = this.ctx;
    if (this.isOne) return firstSlot;
    if (this.ctx.net.params[this.placement] === PLACEMENT.ring) return firstSlot + this.ring.ownerOf(ringPlace(row));
    const hash = integerBelow(this.hashing, row, 0, hashRange);
    let nth = hash % this.count[0];
    let i = 0;
    while (this.listed[i] === 0 || nth-- > 0) i++;
    return firstSlot + i;
  }

  /** The first instance has all rows: there is no other to ask. */
  private get isOne(): boolean {
    return this.count[0] === 0 || (this.count[0] === 1 && this.listed[0] === 1);
  }

  /** Instances came or went. */
  changed(): void {
    const { net, firstSlot, slots } = this.ctx;
    for (let i = 0; i < slots; i++) {
      const isKnownDead = this.noticedAt[i] > 0 && this.noticedAt[i] <= net.now;
      this.listed[i] = net.instances.exists[firstSlot + i] === 1 && !isKnownDead ? 1 : 0;
    }
    this.recount();
  }

  /** An instance has died or fallen silent: callers will notice. */
  lost(slot: number): void {
    const { net, node, firstSlot } = this.ctx;
    const seconds = net.params[this.leaveOutSeconds];
    const i = slot - firstSlot;
    // 0 = they never do
    if (seconds === 0 || this.noticedAt[i] > 0) return;
    this.noticedAt[i] = net.now + seconds;
    net.wake(node, this.timer, i, this.noticedAt[i]);
  }

  rings(i: number): void {
    if (this.noticedAt[i] === this.ctx.net.now) this.changed();
  }

  /** It is there again, and asked again. */
  back(slot: number): void {
    this.noticedAt[slot - this.ctx.firstSlot] = 0;
    this.changed();
  }

  private recount(): void {
    let count = 0;
    for (let i = 0; i < this.listed.length; i++) count += this.listed[i];
    // nobody left: they are asked as before, and refuse
    if (count === 0) {
      const { net, firstSlot } = this.ctx;
      for (let i = 0; i < this.listed.length; i++) count += this.listed[i] = net.instances.exists[firstSlot + i];
    }
    this.count[0] = count;
    this.ctx.net.instances.taker[this.ctx.node] = this.isOne ? this.ctx.firstSlot : -1;
    for (let i = 0; i < this.listed.length; i++) this.ring.set(i, this.listed[i] * ringPoints);
  }
}
