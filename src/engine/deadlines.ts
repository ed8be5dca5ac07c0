/**
 * Items that are good until a moment, soonest first: what is over is found without a timer and without a search. As long as every
 * item is given the same time, each comes right behind the one before; when that time is changed, the place is searched for once.
 */

import { Chain } from './chain.ts';
import type { Memory } from './memory.ts';

export class Deadlines {
  /** Infinity = not in the line. */
  private at = new Float64Array(0);
  private readonly order: Chain;
  /** The first moment of the line, Infinity when it is empty: what a caller compares before it asks for more. */
  readonly soonest: Float64Array;
  /** The item that was put in last or, if it has left, the one before it; -1 = the line's beginning. */
  private readonly finger: Int32Array;

  constructor(memory: Memory) {
    this.order = new Chain(memory);
    this.soonest = memory.f64(1).fill(Infinity);
    this.finger = memory.i32(1).fill(-1);
    memory.grows(this as unknown as Record<'at', Float64Array>, 'at');
  }

  /** The item whose time is over first; -1 = none has a moment. */
  get first(): number {
    return this.order.first;
  }

  /** Gives an item a moment, or another one; Infinity = it is good for ever. */
  set(item: number, moment: number): void {
    this.forget(item);
    if (moment === Infinity) return;
    if (item >= this.at.length) this.grow(item);
    this.order.insert(item, this.placeFor(moment));
    this.at[item] = moment;
    this.finger[0] = item;
    this.soonest[0] = this.at[this.order.first];
  }

  /** Nothing happens when the item has no moment. */
  forget(item: number): void {
    if (item >= this.at.length || this.at[item] === Infinity) return;
    if (this.finger[0] === item) this.finger[0] = this.order.previous(item);
    this.order.remove(item);
    this.at[item] = Infinity;
    const { first } = this.order;
    this.soonest[0] = first < 0 ? Infinity : this.at[first];
  }

  clear(): void {
    this.at.fill(Infinity);
    this.order.clear();
    this.soonest[0] = Infinity;
    this.finger[0] = -1;
  }

  /** Behind which item one with this moment stands: of equals, the newer behind the older. */
  private placeFor(moment: number): number {
    const { order, at } = this;
    let place = this.finger[0];
    while (place >= 0 && at[place] > moment) place = order.previous(place);
    let next = place < 0 ? order.first : order.next(place);
    while (next >= 0 && at[next] <= moment) {
      place = next;
      next = order.next(place);
    }
    return place;
  }

  private grow(item: number): void {
    let length = Math.max(256, this.at.length);
    while (length <= item) length *= 2;
    const at = new Float64Array(length).fill(Infinity);
    at.set(this.at);
    this.at = at;
  }
}
