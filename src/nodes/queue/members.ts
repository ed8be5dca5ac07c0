/** Who reads in each group: the instances of one consumer. One that is silent too long is thrown out, and partitions are dealt anew. */

import type { Desk } from './desk.ts';
import { TIMER } from './desk.ts';

/** Heartbeats within the time after which a silent member is thrown out: every 3 s of Kafka's 45 s. */
const beatsPerSession = 15;

export class Members {
  private readonly desk: Desk;
  private readonly links: readonly number[];
  /** By group: where its members begin in the arrays below. */
  private readonly firstOf: readonly number[];
  private readonly joined: Uint8Array;
  private readonly seenAt: Float64Array;
  /** By group: until when partitions are being dealt out, 0 = they are; and when the next heartbeat is due. */
  private readonly dealtAt: Float64Array;
  private readonly beatAt: Float64Array;
  private readonly deal: (group: number) => void;

  /** @param deal gives the partitions of a group to its members; called when it has changed */
  constructor(desk: Desk, links: readonly number[], deal: (group: number) => void) {
    const { memory, net } = desk.ctx;
    const { instances } = net;
    this.desk = desk;
    this.links = links;
    this.deal = deal;
    let count = 0;
    this.firstOf = links.map((link) => {
      const to = net.links.to[link];
      count += instances.first[to + 1] - instances.first[to];
      return count - (instances.first[to + 1] - instances.first[to]);
    });
    this.joined = memory.u8(count);
    this.seenAt = memory.f64(count);
    this.dealtAt = memory.f64(links.length);
    this.beatAt = memory.f64(links.length);
  }

  private get net() {
    return this.desk.ctx.net;
  }

  private slotsOf(group: number): readonly [first: number, end: number] {
    const node = this.net.links.to[this.links[group]];
    return [this.net.instances.first[node], this.net.instances.first[node + 1]];
  }

  private at(group: number, slot: number): number {
    return this.firstOf[group] + slot - this.slotsOf(group)[0];
  }

  isMember(group: number, slot: number): boolean {
    return this.joined[this.at(group, slot)] === 1;
  }

  /** Nobody reads while partitions are dealt out. */
  reads(group: number): boolean {
    return this.dealtAt[group] === 0;
  }

  /** Slots of the members, in order. */
  of(group: number): number[] {
    const [first, end] = this.slotsOf(group);
    return Array.from({ length: end - first }, (_, i) => first + i).filter((slot) => this.isMember(group, slot));
  }

  /** The topic begins: everybody who is there reads, without ado. */
  start(): void {
    for (let group = 0; group < this.links.length; group++) {
      const [first, end] = this.slotsOf(group);
      for (let slot = first; slot < end; slot++) {
        this.joined[this.at(group, slot)] = this.net.instances.isUp(slot) ? 1 : 0;
        this.seenAt[this.at(group, slot)] = this.net.now;
      }
      this.dealtAt[group] = 0;
      this.deal(group);
      this.nextBeat(group);
    }
  }

  private nextBeat(group: number): void {
    this.beatAt[group] = this.net.now + this.desk.value('sessionSeconds') / beatsPerSession;
    this.net.wake(this.desk.ctx.node, TIMER.beat, group, this.beatAt[group]);
  }

  beat(group: number): void {
    if (this.beatAt[group] !== this.net.now) return;
    this.look(group);
    this.nextBeat(group);
  }

  /** Sees who is there: new ones join, one that is gone for good leaves at once, one that is only silent when its time is over. */
  look(group: number): void {
    const { instances, now } = this.net;
    const [first, end] = this.slotsOf(group);
    const session = this.desk.value('sessionSeconds');
    let changed = false;
    for (let slot = first; slot < end; slot++) {
      const at = this.at(group, slot);
      const isUp = instances.isUp(slot);
      if (isUp) this.seenAt[at] = now;
      const stays = isUp || (this.joined[at] === 1 && instances.exists[slot] === 1 && now - this.seenAt[at] < session);
      if (stays === (this.joined[at] === 1)) continue;
      this.joined[at] = stays ? 1 : 0;
      changed = true;
    }
    if (changed) this.rebalance(group);
  }

  /** A member has been at one message for too long. */
  expel(group: number, slot: number): void {
    const at = this.at(group, slot);
    if (this.joined[at] === 0) return;
    this.joined[at] = 0;
    this.rebalance(group);
  }

  private rebalance(group: number): void {
    this.desk.count('rebalances');
    const seconds = this.desk.value('rebalanceSeconds');
    if (seconds === 0) {
      this.dealtAt[group] = 0;
      this.deal(group);
      return;
    }
    this.dealtAt[group] = this.net.now + seconds;
    this.net.wake(this.desk.ctx.node, TIMER.rebalanced, group, this.dealtAt[group]);
  }

  rebalanced(group: number): void {
    if (this.dealtAt[group] !== this.net.now) return;
    this.dealtAt[group] = 0;
    this.deal(group);
  }
}
