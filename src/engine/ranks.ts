/**
 * Items by how often they were asked for, the rarest on top: a binary heap over flat arrays, every step in logarithmic time. Of
 * equals the one that was asked for longest ago is on top. The items stand without gaps, so that one can be drawn by lot.
 */

import type { Memory } from './memory.ts';

export class Ranks {
  private heap = new Int32Array(0);
  /** Where in the heap an item stands. */
  private place = new Int32Array(0);
  private times = new Float64Array(0);
  private newest = new Float64Array(0);
  private readonly count: Int32Array;

  constructor(memory: Memory) {
    this.count = memory.i32(1);
    memory.grows(this as unknown as Record<'heap' | 'place', Int32Array>, 'heap', 'place');
    memory.grows(this as unknown as Record<'times' | 'newest', Float64Array>, 'times', 'newest');
  }

  /** How many items there are. */
  get size(): number {
    return this.count[0];
  }

  /** The rarest; there must be one. */
  get rarest(): number {
    return this.heap[0];
  }

  /** The item at a position from 0 to `size` - 1, in no order that means anything. */
  at(position: number): number {
    return this.heap[position];
  }

  /** @param times how often it was asked for @param newest when last, in seconds (only compared) */
  add(item: number, times: number, newest: number): void {
    if (item >= this.place.length) this.grow(item);
    this.times[item] = times;
    this.newest[item] = newest;
    const position = this.count[0]++;
    this.stand(item, position);
    this.rise(position);
  }

  /** An item that is there was asked for again; neither number may be smaller than before. */
  raise(item: number, times: number, newest: number): void {
    this.times[item] = times;
    this.newest[item] = newest;
    this.sink(this.place[item]);
  }

  /** Takes an item out that is there. */
  remove(item: number): void {
    const position = this.place[item];
    const last = this.heap[--this.count[0]];
    if (last === item) return;
    this.stand(last, position);
    this.rise(position);
    this.sink(this.place[last]);
  }

  clear(): void {
    this.count[0] = 0;
  }

  private rarer(one: number, other: number): boolean {
    const { times, newest } = this;
    return times[one] < times[other] || (times[one] === times[other] && newest[one] < newest[other]);
  }

  private stand(item: number, position: number): void {
    this.heap[position] = item;
    this.place[item] = position;
  }

  private rise(from: number): void {
    const item = this.heap[from];
    let position = from;
    while (position > 0) {
      const parent = (position - 1) >> 1;
      const above = this.heap[parent];
      if (!this.rarer(item, above)) break;
      this.stand(above, position);
      position = parent;
    }
    this.stand(item, position);
  }

  private sink(from: number): void {
    const size = this.count[0];
    const item = this.heap[from];
    let position = from;
    for (let child = 2 * position + 1; child < size; child = 2 * position + 1) {
      if (child + 1 < size && this.rarer(this.heap[child + 1], this.heap[child])) child++;
      if (!this.rarer(this.heap[child], item)) break;
      this.stand(this.heap[child], position);
      position = child;
    }
    this.stand(item, position);
  }

  private grow(item: number): void {
    let length = Math.max(256, this.place.length);
    while (length <= item) length *= 2;
    this.heap = longer(this.heap, new Int32Array(length));
    this.place = longer(this.place, new Int32Array(length));
    this.times = longer(this.times, new Float64Array(length));
    this.newest = longer(this.newest, new Float64Array(length));
  }
}

function longer<C extends Float64Array | Int32Array>(old: C, fresh: C): C {
  fresh.set(old);
  return fresh;
}
