/**
 * Who leads: each broker has a copy of everything, one of them takes and hands out the messages of a partition. When it dies or falls
 * silent another one, whose copy is complete, leads in its place after the time of an election.
 */

import type { NodeContext } from '../../engine/behavior.ts';

/** Partitions are dealt over the brokers by seats; 60 is divisible by every count of them. */
const seats = 60;

export class Brokers {
  private readonly ctx: NodeContext;
  /** By seat: the slot that leads. */
  private readonly leads: Int32Array;
  /** By instance: its copy is complete; and when another takes its place, 0 = it does not. */
  private readonly inSync: Uint8Array;
  private readonly electAt: Float64Array;

  constructor(ctx: NodeContext) {
    const { memory, firstSlot, slots, net } = ctx;
    this.ctx = ctx;
    this.inSync = memory.u8(slots).fill(1);
    this.electAt = memory.f64(slots);
    let count = 0;
    for (let slot = firstSlot; slot < firstSlot + slots; slot++) count += net.instances.exists[slot];
    this.leads = memory.i32(seats);
    for (let seat = 0; seat < seats; seat++) this.leads[seat] = firstSlot + (seat % Math.max(1, count));
  }

  leaderOf(partition: number): number {
    return this.leads[partition % seats];
  }

  /** The leader is there and hands out. */
  leadsNow(partition: number): boolean {
    return this.ctx.net.instances.isUp(this.leaderOf(partition));
  }

  /** Others that have, or get, a copy of what one broker takes. */
  followersOf(slot: number): number {
    let count = 0;
    this.forEachSlot((other) => {
      if (other !== slot && this.mayLead(other)) count++;
    });
    return count;
  }

  /** A broker is dead or silent, and others have its messages: its own copy misses what comes from now on, and one of them will lead. */
  fallBehind(slot: number, electAt: number): void {
    this.inSync[slot - this.ctx.firstSlot] = 0;
    this.electAt[slot - this.ctx.firstSlot] = electAt;
  }

  /** Nothing is left that one could have a copy of: all are equal. */
  startAfresh(): void {
    this.inSync.fill(1);
  }

  /** The election is due that was set for this moment, and the broker is still away. */
  isDue(slot: number, now: number): boolean {
    return this.electAt[slot - this.ctx.firstSlot] === now && !this.ctx.net.instances.isUp(slot);
  }

  /** Others take over what a broker led. @returns the slot of the first of them; -1 when nobody can */
  replace(slot: number): number {
    this.electAt[slot - this.ctx.firstSlot] = 0;
    let successor = -1;
    for (let seat = 0; seat < seats; seat++) {
      if (this.leads[seat] !== slot) continue;
      const next = this.nextAfter(slot, seat);
      if (next < 0) return -1;
      this.leads[seat] = next;
      if (successor < 0) successor = next;
    }
    return successor;
  }

  /** A broker is back: it copies what it missed from one that has it; where nobody leads, it may. */
  recovered(slot: number): void {
    const { instances } = this.ctx.net;
    this.electAt[slot - this.ctx.firstSlot] = 0;
    let someHave = false;
    this.forEachSlot((other) => {
      if (this.mayLead(other)) someHave = true;
    });
    if (!someHave) return;
    this.forEachSlot((other) => {
      if (instances.isUp(other)) this.inSync[other - this.ctx.firstSlot] = 1;
    });
    for (let seat = 0; seat < seats; seat++) {
      const leader = this.leads[seat];
      if (instances.isUp(leader) || this.electAt[leader - this.ctx.firstSlot] > 0) continue;
      // with a complete copy there is nothing that only the other has
      if (this.inSync[leader - this.ctx.firstSlot] === 0 || this.inSync.every((one) => one === 1)) this.leads[seat] = slot;
    }
  }

  /** Brokers came or went on purpose: they copy first, and hand over before they go. @returns slots that lead no more */
  changed(): number[] {
    const { instances } = this.ctx.net;
    const gone: number[] = [];
    this.forEachSlot((slot) => {
      if (instances.exists[slot] === 0) {
        if (this.leads.includes(slot) && this.replace(slot) >= 0) gone.push(slot);
        this.inSync[slot - this.ctx.firstSlot] = 1;
      }
    });
    return gone;
  }

  private mayLead(slot: number): boolean {
    return this.ctx.net.instances.isUp(slot) && this.inSync[slot - this.ctx.firstSlot] === 1;
  }

  /** The seats of one broker go to all others that can lead, in turn. */
  private nextAfter(slot: number, seat: number): number {
    const { firstSlot, slots } = this.ctx;
    const able = this.followersOf(slot);
    if (able === 0) return -1;
    let left = Math.floor(seat / this.countExisting()) % able;
    for (let i = 1; i <= slots; i++) {
      const next = firstSlot + ((slot - firstSlot + i) % slots);
      if (next !== slot && this.mayLead(next) && left-- === 0) return next;
    }
    return -1;
  }

  private countExisting(): number {
    let count = 0;
    this.forEachSlot((slot) => {
      count += this.ctx.net.instances.exists[slot];
    });
    return Math.max(1, count);
  }

  private forEachSlot(each: (slot: number) => void): void {
    for (let slot = this.ctx.firstSlot; slot < this.ctx.firstSlot + this.ctx.slots; slot++) each(slot);
  }
}
