/**
 * Items that are good until a moment, soonest first: what is over is found without a timer and without a search. As long as every
 * item is given the same time, each comes right behind the one before, in a line; one whose place lies far from there (times that
 * scatter, or were changed) stands in a heap beside it.
 */

import { Chain } from './chain.ts';
import { longer, type Memory } from './memory.ts';
import { Ranks } from './ranks.ts';

/** Steps from the finger after which an item is no part of the line. */
const mostSteps = 16;
/** Instead of a place in the line: too far away. */
const far = -2;

export class Deadlines {
  /** Infinity = has no moment. */
  private at = new Float64Array(0);
  private readonly order: Chain;
  /** Those outside the line, soonest on top. */
  private readonly strays: Ranks;
  /** 1 = outside the line; empty as long as nobody was. */
  private stray = new Uint8Array(0);
  /** The first moment of all, Infinity when there is none: what a caller compares before it asks for more. */
  readonly soonest: Float64Array;
  /** The item that was put in last or, if it has left, the one before it; -1 = the line's beginning. */
  private readonly finger: Int32Array;

  constructor(memory: Memory) {
    this.order = new Chain(memory);
    this.strays = new Ranks(memory);
    this.soonest = memory.f64(1).fill(Infinity);
    this.finger = memory.i32(1).fill(-1);
    memory.grows(this as unknown as Record<'at', Float64Array>, 'at');
    memory.grows(this as unknown as Record<'stray', Uint8Array>, 'stray');
  }

  /** The item whose time is over first; -1 = none has a moment. */
  get first(): number {
    const { first } = this.order;
    if (this.strays.size === 0) return first;
    const { rarest } = this.strays;
    return first >= 0 && this.at[first] <= this.at[rarest] ? first : rarest;
  }

  /** Gives an item a moment, or another one; Infinity = it is good for ever. */
  set(item: number, moment: number): void {
    this.forget(item);
    if (moment === Infinity) return;
    if (item >= this.at.length) this.grow(item);
    const place = this.placeFor(moment);
    this.at[item] = moment;
    if (place === far) {
      this.leaveOut(item, moment);
    } else {
      this.order.insert(item, place);
      this.finger[0] = item;
    }
    if (moment < this.soonest[0]) this.soonest[0] = moment;
  }

  /** Nothing happens when the item has no moment. */
  forget(item: number): void {
    if (item >= this.at.length || this.at[item] === Infinity) return;
    if (item < this.stray.length && this.stray[item] === 1) {
      this.strays.remove(item);
      this.stray[item] = 0;
    } else {
      if (this.finger[0] === item) this.finger[0] = this.order.previous(item);
      this.order.remove(item);
    }
    const moment = this.at[item];
    this.at[item] = Infinity;
    if (moment > this.soonest[0]) return;
    const { first } = this;
    this.soonest[0] = first < 0 ? Infinity : this.at[first];
  }

  clear(): void {
    this.at.fill(Infinity);
    this.order.clear();
    this.strays.clear();
    this.stray.fill(0);
    this.soonest[0] = Infinity;
    this.finger[0] = -1;
  }

  /** Behind which item of the line one with this moment stands: of equals, the newer behind the older. */
  private placeFor(moment: number): number {
    const { order, at } = this;
    let place = this.finger[0];
    let steps = 0;
    while (place >= 0 && at[place] > moment) {
      if (++steps > mostSteps) return far;
      place = order.previous(place);
    }
    let next = place < 0 ? order.first : order.next(place);
    while (next >= 0 && at[next] <= moment) {
      if (++steps > mostSteps) return far;
      place = next;
      next = order.next(place);
    }
    return place;
  }

  private leaveOut(item: number, moment: number): void {
    if (item >= this.stray.length) this.stray = longer(this.stray, new Uint8Array(this.at.length));
    this.stray[item] = 1;
    this.strays.add(item, 0, moment);
  }

  private grow(item: number): void {
    let length = Math.max(256, this.at.length);
    while (length <= item) length *= 2;
    const at = new Float64Array(length).fill(Infinity);
    at.set(this.at);
    this.at = at;
  }
}
