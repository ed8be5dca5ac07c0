/**
 * The least of many values that change one at a time, and the first place that has it: a binary tree of least values, both steps in
 * logarithmic time. Who picks the least busy of 800 servers a hundred thousand times a second cannot look at all of them.
 */

import type { Memory } from './memory.ts';

export class Tournament {
  /** The root stands at 1, the children of n at 2n and 2n + 1, the values themselves from `leaves` on. */
  private readonly tree: Float64Array;
  private readonly leaves: number;

  /** @param count how many values; all are Infinity at first: not there */
  constructor(memory: Memory, count: number) {
    let leaves = 1;
    while (leaves < count) leaves *= 2;
    this.leaves = leaves;
    this.tree = memory.f64(2 * leaves).fill(Infinity);
  }

  get least(): number {
    return this.tree[1];
  }

  of(place: number): number {
    return this.tree[this.leaves + place];
  }

  set(place: number, value: number): void {
    const { tree } = this;
    let node = this.leaves + place;
    tree[node] = value;
    while (node > 1) {
      const other = tree[node ^ 1];
      const mine = tree[node];
      const least = other < mine ? other : mine;
      node >>= 1;
      if (tree[node] === least) return;
      tree[node] = least;
    }
  }

  /** The first place from `start` on that has the least value; after the last place the first one follows. */
  firstFrom(start: number): number {
    const { tree, leaves } = this;
    const least = tree[1];
    let node = leaves + start;
    if (tree[node] === least) return start;
    while (node > 1 && !((node & 1) === 0 && tree[node + 1] === least)) node >>= 1;
    if (node > 1) node++;
    while (node < leaves) node = tree[2 * node] === least ? 2 * node : 2 * node + 1;
    return node - leaves;
  }

  /** Every value is Infinity again. */
  clear(): void {
    this.tree.fill(Infinity);
  }
}
