/**
 * Items in a line, doubly linked over flat arrays: every step takes constant time. Items are small whole numbers of the owner's
 * (entries of a store); the arrays grow as items come, so a line that nobody uses costs a snapshot nothing.
 */

import type { Memory } from './memory.ts';

const FIRST = 0;
const LAST = 1;

export class Chain {
  private before = new Int32Array(0);
  private after = new Int32Array(0);
  private readonly ends: Int32Array;

  constructor(memory: Memory) {
    this.ends = memory.i32(2).fill(-1);
    memory.grows(this as unknown as Record<'before' | 'after', Int32Array>, 'before', 'after');
  }

  /** -1 when the line is empty. */
  get first(): number {
    return this.ends[FIRST];
  }

  get last(): number {
    return this.ends[LAST];
  }

  /** The one next to an item towards the last; -1 = it is the last. */
  next(item: number): number {
    return this.after[item];
  }

  /** The one next to an item towards the first; -1 = it is the first. */
  previous(item: number): number {
    return this.before[item];
  }

  /** Puts an item that is not in the line at its end. */
  append(item: number): void {
    this.insert(item, this.ends[LAST]);
  }

  /** Puts an item that is not in the line behind another; -1 = before all. */
  insert(item: number, place: number): void {
    if (item >= this.before.length) this.grow(item);
    const { before, after, ends } = this;
    const next = place < 0 ? ends[FIRST] : after[place];
    before[item] = place;
    after[item] = next;
    if (place < 0) ends[FIRST] = item;
    else after[place] = item;
    if (next < 0) ends[LAST] = item;
    else before[next] = item;
  }

  /** Takes an item out that is in the line. */
  remove(item: number): void {
    const { before, after, ends } = this;
    const previous = before[item];
    const next = after[item];
    if (previous < 0) ends[FIRST] = next;
    else after[previous] = next;
    if (next < 0) ends[LAST] = previous;
    else before[next] = previous;
  }

  /** Moves an item that is in the line to its end. Called at every hit of a cache: `remove` and `append` in one. */
  toEnd(item: number): void {
    const { ends } = this;
    const last = ends[LAST];
    if (last === item) return;
    const { before, after } = this;
    const previous = before[item];
    const next = after[item];
    if (previous < 0) ends[FIRST] = next;
    else after[previous] = next;
    before[next] = previous;
    after[last] = item;
    before[item] = last;
    after[item] = -1;
    ends[LAST] = item;
  }

  clear(): void {
    this.ends.fill(-1);
  }

  private grow(item: number): void {
    let length = Math.max(256, this.before.length);
    while (length <= item) length *= 2;
    const before = new Int32Array(length);
    before.set(this.before);
    this.before = before;
    const after = new Int32Array(length);
    after.set(this.after);
    this.after = after;
  }
}
