/**
 * Copies for the stores that this one is wired to: every write of its own goes out at once, and nobody who wrote waits for that. What does
 * not arrive is sent until it does; while nothing arrives one goes out each second to see whether something does.
 */

import { ASK } from './asks.ts';
import type { NodeContext } from './behavior.ts';
import type { Speaker } from './outbox.ts';
import { memoOf, type Parcels, parcelOf } from './parcels.ts';
import { CLASS, OUTCOME } from './plan.ts';

/** Pause after a failed sending. */
const againSeconds = 1;
/** Of those that had to wait, so many are on their way at once: a backlog must not bury who receives it (assumption). */
const mostAtOnce = 100;

export class Shipping {
  private readonly ctx: NodeContext;
  private readonly parcels: Parcels;
  private readonly speaker: Speaker;
  private readonly timer: number;
  /** Links to other stores. */
  readonly links: readonly number[];
  /** By link: 1 while what is sent does not arrive; when to try again, -1 = no timer is set. */
  private readonly isBlocked: Uint8Array;
  private readonly againAt: Float64Array;

  /**
   * @param parcels shared by all stores that are wired to each other
   * @param timer the code of the store's own timer that is to call `ring`
   */
  constructor(ctx: NodeContext, parcels: Parcels, speaker: Speaker, timer: number) {
    this.ctx = ctx;
    this.parcels = parcels;
    this.speaker = speaker;
    this.timer = timer;
    this.links = ctx.linksTo('store');
    this.isBlocked = ctx.memory.u8(this.links.length);
    this.againAt = ctx.memory.f64(this.links.length).fill(-1);
    for (const link of this.links) parcels.open(link);
  }

  /** How many writes some other store has not received. */
  get count(): number {
    let count = 0;
    for (const link of this.links) count += this.parcels.countOf(link);
    return count;
  }

  /** How old the oldest write is that some other store has not received, in seconds; 0 = all have been. */
  get lag(): number {
    let oldest = this.ctx.net.now;
    for (const link of this.links) oldest = Math.min(oldest, this.parcels.oldestOf(link));
    return this.ctx.net.now - oldest;
  }

  /**
   * A write is made here.
   * @param slot of who coordinates it
   * @param base the newest write of the row that is known here
   * @param call that asked for the write
   * @param isAwaited whether that call waits until the others have it: then it is sent even where nothing arrives
   */
  send(slot: number, write: number, stamp: number, base: number, call: number, isAwaited = false): void {
    const { parcels } = this;
    const { calls, now } = this.ctx.net;
    for (let i = 0; i < this.links.length; i++) {
      const parcel = parcels.pack(this.links[i], write, calls.key[call], calls.request[call]);
      parcels.stamp[parcel] = stamp;
      parcels.base[parcel] = base;
      parcels.madeAt[parcel] = now;
      parcels.slot[parcel] = slot;
      parcels.asker[parcel] = isAwaited ? call : -1;
      if (isAwaited || this.isBlocked[i] === 0) this.post(i, parcel, slot);
    }
  }

  /**
   * @param child a call to another store
   * @returns the call that waited for it, -1 = none does
   */
  returned(child: number, outcome: number): number {
    const { net, node } = this.ctx;
    const { parcels } = this;
    const parcel = parcelOf(net.calls.memo[child]);
    // otherwise somebody else has taken it over
    if (parcels.isOver(net.calls.memo[child]) || parcels.call[parcel] !== child) return -1;
    const i = this.links.indexOf(net.calls.link[child]);
    const asker = parcels.asker[parcel];
    parcels.asker[parcel] = -1;
    if (outcome === OUTCOME.ok) {
      parcels.drop(this.links[i], parcel);
      this.isBlocked[i] = 0;
      this.goOn(i);
      return asker;
    }
    parcels.putBack(this.links[i], parcel);
    this.isBlocked[i] = 1;
    if (this.againAt[i] < 0) {
      this.againAt[i] = net.now + againSeconds;
      net.wake(node, this.timer, i, this.againAt[i]);
    }
    return asker;
  }

  /** @param child a new attempt of a call to another store */
  again(child: number): void {
    const { parcels } = this;
    const memo = this.ctx.net.calls.memo[child];
    if (!parcels.isOver(memo)) parcels.call[parcelOf(memo)] = child;
  }

  /** The timer of a link. */
  ring(i: number): void {
    if (this.againAt[i] !== this.ctx.net.now) return;
    this.againAt[i] = -1;
    const first = this.parcels.waitingFor(this.links[i]).first;
    if (first >= 0 && this.speaker.speaker() >= 0) this.post(i, first, this.speaker.speaker());
  }

  /** A node has died: nobody hears the answers to what it had sent, nor waits for them. */
  crashed(slot: number): void {
    const { parcels } = this;
    for (let i = 0; i < this.links.length; i++) {
      parcels.forgetAskers(this.links[i], slot);
      const carried = parcels.carriedOver(this.links[i]);
      for (let parcel = carried.first; parcel >= 0; ) {
        const next = carried.next(parcel);
        if (parcels.slot[parcel] === slot) parcels.putBack(this.links[i], parcel);
        parcel = next;
      }
      if (this.isBlocked[i] === 0) this.goOn(i);
    }
  }

  /** A node is back, and may be the only one. */
  recovered(): void {
    for (let i = 0; i < this.links.length; i++) if (this.againAt[i] < 0) this.goOn(i);
  }

  /** Sends what has had to wait, as much as may be on its way at once. */
  private goOn(i: number): void {
    const { parcels } = this;
    const link = this.links[i];
    const waiting = parcels.waitingFor(link);
    const slot = this.speaker.speaker();
    if (slot < 0) return;
    while (waiting.first >= 0 && parcels.carriedCountOf(link) < mostAtOnce) this.post(i, waiting.first, slot);
  }

  private post(i: number, parcel: number, slot: number): void {
    const { net } = this.ctx;
    const { parcels } = this;
    const write = parcels.write[parcel];
    const call = net.send(this.links[i], slot, -1, -1, CLASS.job, parcels.key[parcel], parcels.request[parcel], write);
    net.calls.scratch[call] = ASK.copy;
    net.calls.memo[call] = memoOf(parcel, write);
    parcels.carry(this.links[i], parcel, slot, call);
  }
}
