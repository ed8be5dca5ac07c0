/**
 * What is remembered about whoever has been seen of late: a session's server, a connection, a client's tokens. Keys are any whole
 * numbers of 32 bits; an entry is forgotten so many seconds after it was last touched. Flat arrays, every step in constant time; room
 * is made as keys come, so one that nobody uses costs a snapshot nothing.
 */

import { Chain } from './chain.ts';
import { mix } from './luck.ts';
import { longer, type Memory } from './memory.ts';

/** Cells: entries in use, first free one, entries ever used. */
const SIZE = 0;
const FREE = 1;
const USED = 2;

const firstEntries = 64;

export class Recent {
  /** The owner's own numbers about an entry. */
  value = new Float64Array(0);
  other = new Float64Array(0);
  /** When an entry was last touched. */
  touchedAt = new Float64Array(0);
  private keyOf = new Int32Array(0);
  /** Next in the chain of equal hashes; of a free entry, the next free one. */
  private next = new Int32Array(0);
  /** Per hash, the first entry plus one. */
  private heads = new Int32Array(0);
  /** By last touch, the longest ago first. */
  private readonly line: Chain;
  private readonly cells: Int32Array;

  constructor(memory: Memory) {
    this.line = new Chain(memory);
    this.cells = memory.i32(3);
    this.cells[FREE] = -1;
    memory.grows(this as unknown as Record<'value' | 'other' | 'touchedAt', Float64Array>, 'value', 'other', 'touchedAt');
    memory.grows(this as unknown as Record<'keyOf' | 'next' | 'heads', Int32Array>, 'keyOf', 'next', 'heads');
  }

  /** Entries held; those over by now are among them until `forget` is called. */
  get size(): number {
    return this.cells[SIZE];
  }

  /** The entry touched longest ago if that was at or before a moment, -1 when none was. */
  over(moment: number): number {
    const entry = this.line.first;
    return entry >= 0 && this.touchedAt[entry] <= moment ? entry : -1;
  }

  /** Drops what was last touched at or before a moment. */
  forget(moment: number): void {
    for (let entry = this.over(moment); entry >= 0; entry = this.over(moment)) this.remove(entry);
  }

  /** The entry of a key, -1 when there is none. */
  find(key: number): number {
    if (this.cells[SIZE] === 0) return -1;
    const whole = key | 0;
    let entry = this.heads[this.headOf(whole)] - 1;
    while (entry >= 0 && this.keyOf[entry] !== whole) entry = this.next[entry];
    return entry;
  }

  touch(entry: number, now: number): void {
    this.touchedAt[entry] = now;
    this.line.toEnd(entry);
  }

  /** A new entry for a key that has none, touched now. Replaces the columns when they are full: read them anew. */
  add(key: number, now: number): number {
    const { cells } = this;
    let entry = cells[FREE];
    if (entry >= 0) cells[FREE] = this.next[entry];
    else {
      if (cells[USED] === this.keyOf.length) this.grow();
      entry = cells[USED]++;
    }
    cells[SIZE]++;
    this.keyOf[entry] = key;
    this.value[entry] = 0;
    this.other[entry] = 0;
    this.touchedAt[entry] = now;
    this.line.append(entry);
    this.hang(entry);
    return entry;
  }

  remove(entry: number): void {
    const { cells } = this;
    const head = this.headOf(this.keyOf[entry]);
    if (this.heads[head] - 1 === entry) {
      this.heads[head] = this.next[entry] + 1;
    } else {
      let before = this.heads[head] - 1;
      while (this.next[before] !== entry) before = this.next[before];
      this.next[before] = this.next[entry];
    }
    this.line.remove(entry);
    this.next[entry] = cells[FREE];
    cells[FREE] = entry;
    cells[SIZE]--;
  }

  clear(): void {
    this.heads.fill(0);
    this.line.clear();
    this.cells[SIZE] = 0;
    this.cells[USED] = 0;
    this.cells[FREE] = -1;
  }

  private headOf(key: number): number {
    return mix(key) & (this.heads.length - 1);
  }

  private hang(entry: number): void {
    const head = this.headOf(this.keyOf[entry]);
    this.next[entry] = this.heads[head] - 1;
    this.heads[head] = entry + 1;
  }

  /** All entries are in use when this is called. */
  private grow(): void {
    const length = Math.max(firstEntries, 2 * this.keyOf.length);
    this.value = longer(this.value, new Float64Array(length));
    this.other = longer(this.other, new Float64Array(length));
    this.touchedAt = longer(this.touchedAt, new Float64Array(length));
    this.keyOf = longer(this.keyOf, new Int32Array(length));
    this.next = longer(this.next, new Int32Array(length));
    this.heads = new Int32Array(2 * length);
    for (let entry = 0; entry < this.cells[USED]; entry++) this.hang(entry);
  }
}
