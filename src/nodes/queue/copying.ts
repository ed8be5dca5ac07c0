/** Messages that the leader has and the other brokers have not yet: nobody reads them, and they are lost with the leader. */

import { Chain } from '../../engine/chain.ts';
import { longer, type Memory } from '../../engine/memory.ts';

const ints = ['key', 'request', 'number', 'leader', 'call'] as const;
const floats = ['at', 'copyAt'] as const;
const bytes = ['mark', 'accepted'] as const;

export class Copying {
  key = new Int32Array(0);
  request = new Int32Array(0);
  number = new Int32Array(0);
  /** Slot of the broker that has it. */
  leader = new Int32Array(0);
  /** The publisher's call that is answered once it is copied; -1 when nobody waits for that. */
  call = new Int32Array(0);
  /** When the leader got it, and when the others will have. */
  at = new Float64Array(0);
  copyAt = new Float64Array(0);
  mark = new Uint8Array(0);
  /** 1 when its publisher has been told that it is safe. */
  accepted = new Uint8Array(0);
  private readonly under: Chain;
  private readonly unused: Chain;
  /** [how many are under way] */
  private readonly cells: Int32Array;

  constructor(memory: Memory) {
    memory.grows(this as unknown as Record<string, Int32Array>, ...ints);
    memory.grows(this as unknown as Record<string, Float64Array>, ...floats);
    memory.grows(this as unknown as Record<string, Uint8Array>, ...bytes);
    this.under = new Chain(memory);
    this.unused = new Chain(memory);
    this.cells = memory.i32(1);
  }

  get count(): number {
    return this.cells[0];
  }

  /** @returns where the rest of what is known about it can be put */
  add(): number {
    if (this.unused.first < 0) this.grow();
    const item = this.unused.first;
    this.unused.remove(item);
    this.under.append(item);
    this.cells[0]++;
    return item;
  }

  remove(item: number): void {
    this.under.remove(item);
    this.unused.append(item);
    this.copyAt[item] = -1;
    this.cells[0]--;
  }

  /** Calls `each` for everything that one broker has alone, oldest first; it may be removed meanwhile. */
  forEachOf(leader: number, each: (item: number) => void): void {
    for (let item = this.under.first; item >= 0; ) {
      const next = this.under.next(item);
      if (this.leader[item] === leader) each(item);
      item = next;
    }
  }

  private grow(): void {
    const before = this.at.length;
    const length = Math.max(64, before * 2);
    for (const column of ints) this[column] = longer(this[column], new Int32Array(length));
    for (const column of floats) this[column] = longer(this[column], new Float64Array(length));
    for (const column of bytes) this[column] = longer(this[column], new Uint8Array(length));
    for (let item = before; item < length; item++) this.unused.append(item);
  }
}
