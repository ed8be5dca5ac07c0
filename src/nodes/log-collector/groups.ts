/**
 * Exact counts of messages by host and version: those a host still holds, and those that have reached the index. A hash table in the
 * run's memory; it grows with the different messages there are, not with their number.
 */

import type { LogGroup } from '../../engine/logView.ts';
import { mix } from '../../engine/luck.ts';
import { longer, type Memory } from '../../engine/memory.ts';

const firstSize = 256;

export class Groups {
  /** Entry -> its place in the lists, one row per message, host and version. */
  private slots = new Int32Array(firstSize);
  private versions = new Int32Array(firstSize);
  private messages = new Int32Array(firstSize);
  private held = new Float64Array(firstSize);
  private shipped = new Float64Array(firstSize);
  /** Next entry of the same host, -1 = the last. */
  private after = new Int32Array(firstSize);
  /** Hash -> entry + 1, 0 = free. Twice as long as the lists, so never full. */
  private index = new Int32Array(2 * firstSize);
  private count = 0;
  /** First entry of each host, by the host's number here. */
  private readonly first: Int32Array;

  constructor(memory: Memory, hosts: number) {
    this.first = memory.i32(hosts).fill(-1);
    const owner = this as unknown as Record<string, Float64Array>;
    memory.whole(this as unknown as Record<'count', number>, 'count');
    memory.grows(owner, 'slots', 'versions', 'messages', 'held', 'shipped', 'after', 'index');
  }

  /** One more of a message at a host. */
  hold(host: number, slot: number, version: number, message: number): void {
    this.held[this.entryOf(host, slot, version, message)]++;
  }

  /** All that a host holds has reached the index. */
  ship(host: number): void {
    for (let entry = this.first[host]; entry >= 0; entry = this.after[entry]) {
      this.shipped[entry] += this.held[entry];
      this.held[entry] = 0;
    }
  }

  /** All that a host holds is gone. */
  lose(host: number): void {
    for (let entry = this.first[host]; entry >= 0; entry = this.after[entry]) this.held[entry] = 0;
  }

  /** Those that can be searched, most frequent first. */
  found(): LogGroup[] {
    const groups: LogGroup[] = [];
    for (let e = 0; e < this.count; e++) {
      if (this.shipped[e] > 0)
        groups.push({ slot: this.slots[e], version: this.versions[e], message: this.messages[e], count: this.shipped[e] });
    }
    return groups.sort((a, b) => b.count - a.count);
  }

  private entryOf(host: number, slot: number, version: number, message: number): number {
    const mask = this.index.length - 1;
    let at = mix(mix(slot ^ (version << 16)) ^ message) & mask;
    for (;;) {
      const entry = this.index[at] - 1;
      if (entry < 0) break;
      if (this.messages[entry] === message && this.slots[entry] === slot && this.versions[entry] === version) return entry;
      at = (at + 1) & mask;
    }
    const entry = this.count++;
    if (entry === this.slots.length) {
      this.grow();
      this.count = entry;
      return this.entryOf(host, slot, version, message);
    }
    this.slots[entry] = slot;
    this.versions[entry] = version;
    this.messages[entry] = message;
    this.after[entry] = this.first[host];
    this.first[host] = entry;
    this.index[at] = entry + 1;
    return entry;
  }

  private grow(): void {
    const size = 2 * this.slots.length;
    this.slots = longer(this.slots, new Int32Array(size));
    this.versions = longer(this.versions, new Int32Array(size));
    this.messages = longer(this.messages, new Int32Array(size));
    this.held = longer(this.held, new Float64Array(size));
    this.shipped = longer(this.shipped, new Float64Array(size));
    this.after = longer(this.after, new Int32Array(size));
    this.index = new Int32Array(2 * size);
    const mask = this.index.length - 1;
    for (let e = 0; e < size / 2; e++) {
      let at = mix(mix(this.slots[e] ^ (this.versions[e] << 16)) ^ this.messages[e]) & mask;
      while (this.index[at] !== 0) at = (at + 1) & mask;
      this.index[at] = e + 1;
    }
  }
}
