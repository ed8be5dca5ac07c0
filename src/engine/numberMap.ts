/**
 * Large numbers to small ones: which item a session's number belongs to. Flat arrays with open addressing; a removed number's place is
 * taken by those that were pushed past it, so that nothing is ever looked for longer than it has to be.
 */

import { mix } from './luck.ts';
import type { Memory } from './memory.ts';

const empty = -1;
const SIZE = 0;

export class NumberMap {
  private keys = new Int32Array(0);
  private items = new Int32Array(0);
  private readonly scalars: Int32Array;

  constructor(memory: Memory) {
    this.scalars = memory.i32(1);
    memory.grows(this as unknown as Record<'keys' | 'items', Int32Array>, 'keys', 'items');
  }

  get size(): number {
    return this.scalars[SIZE];
  }

  /** The item of a number (0 to 2^31 - 1), -1 when it has none. */
  get(key: number): number {
    const { keys } = this;
    if (this.scalars[SIZE] === 0) return -1;
    const last = keys.length - 1;
    let at = mix(key) & last;
    while (keys[at] !== empty) {
      if (keys[at] === key) return this.items[at];
      at = (at + 1) & last;
    }
    return -1;
  }

  /** Gives a number that has no item one. */
  add(key: number, item: number): void {
    if (2 * (this.scalars[SIZE] + 1) > this.keys.length) this.grow();
    const last = this.keys.length - 1;
    let at = mix(key) & last;
    while (this.keys[at] !== empty) at = (at + 1) & last;
    this.keys[at] = key;
    this.items[at] = item;
    this.scalars[SIZE]++;
  }

  /** Nothing happens when the number has no item. */
  remove(key: number): void {
    const { keys, items } = this;
    if (this.scalars[SIZE] === 0) return;
    const last = keys.length - 1;
    let at = mix(key) & last;
    while (keys[at] !== key) {
      if (keys[at] === empty) return;
      at = (at + 1) & last;
    }
    this.scalars[SIZE]--;
    let hole = at;
    for (;;) {
      at = (at + 1) & last;
      if (keys[at] === empty) break;
      // who stands here may move back to the hole unless it belongs between the two
      const home = mix(keys[at]) & last;
      if (((at - home) & last) < ((at - hole) & last)) continue;
      keys[hole] = keys[at];
      items[hole] = items[at];
      hole = at;
    }
    keys[hole] = empty;
  }

  clear(): void {
    this.keys.fill(empty);
    this.scalars[SIZE] = 0;
  }

  private grow(): void {
    const { keys, items } = this;
    this.keys = new Int32Array(Math.max(256, 2 * keys.length)).fill(empty);
    this.items = new Int32Array(this.keys.length);
    this.scalars[SIZE] = 0;
    for (let i = 0; i < keys.length; i++) if (keys[i] !== empty) this.add(keys[i], items[i]);
  }
}
