/**
 * A bounded store of keys with a time to live: least recently used or first in goes first. Doubly linked over flat arrays, all
 * steps in constant time. Room is made as keys come, so an instance that nobody uses costs a snapshot nothing.
 */

import type { Memory } from './memory.ts';

/** Scalars kept in one array so that a snapshot has them. */
const SIZE = 0;
const NEWEST = 1;
const OLDEST = 2;
const FREE = 3;
const USED = 4;
const CAPACITY = 5;
const POLICY = 6;
const EVICTIONS = 7;
const EXPIRATIONS = 8;

/** The order of the cache spec's `policy` options. */
export const EVICT = { lru: 0, fifo: 1 } as const;

const firstEntries = 256;
const firstKeys = 1024;

export class Lru {
  /** The owner's number per entry, e.g. the version of the stored row. */
  value = new Float64Array(firstEntries);
  private expiry = new Float64Array(firstEntries);
  private keyOf = new Int32Array(firstEntries);
  /** Towards the newest, and towards the oldest; free entries are chained by `older`. */
  private newer = new Int32Array(firstEntries);
  private older = new Int32Array(firstEntries);
  /** Entry of a key plus one; 0 = not stored. */
  private entryOf = new Int32Array(firstKeys);
  private readonly scalars: Float64Array;

  /** @param capacity most entries at one time; 0 stores nothing */
  constructor(memory: Memory, capacity: number) {
    this.scalars = memory.f64(9);
    memory.grows(this as unknown as Record<'value' | 'expiry', Float64Array>, 'value', 'expiry');
    memory.grows(this as unknown as Record<'keyOf' | 'newer' | 'older' | 'entryOf', Int32Array>, 'keyOf', 'newer', 'older', 'entryOf');
    this.scalars[CAPACITY] = capacity;
    this.scalars[NEWEST] = -1;
    this.scalars[OLDEST] = -1;
    this.scalars[FREE] = -1;
  }

  /** Entries held, those whose time is over but nobody has asked for since among them. */
  get size(): number {
    return this.scalars[SIZE];
  }

  /** The entry of a key that is stored and still good, else -1. An entry whose time is over is removed on the way. */
  get(key: number, now: number): number {
    const entry = this.find(key);
    if (entry < 0) return -1;
    if (now >= this.expiry[entry]) {
      this.drop(entry);
      this.scalars[EXPIRATIONS]++;
      return -1;
    }
    if (this.scalars[POLICY] === EVICT.lru) this.freshen(entry);
    return entry;
  }

  /**
   * Stores a key, or renews it: the time to live starts again (under FIFO its place in the line does not).
   * @param ttlSeconds 0 = never expires
   * @param value the owner's number, found again in `value[entry]`
   * @returns the entry; -1 when there is no room at all. `value` may be another array than before: room is made by replacing it
   */
  put(key: number, now: number, ttlSeconds: number, value = 0): number {
    let entry = this.find(key);
    if (entry >= 0) {
      if (this.scalars[POLICY] === EVICT.lru) this.freshen(entry);
    } else {
      if (this.scalars[CAPACITY] < 1) return -1;
      while (this.scalars[SIZE] >= this.scalars[CAPACITY]) this.evict();
      entry = this.take();
      this.keyOf[entry] = key;
      if (key >= this.entryOf.length) this.makeRoomFor(key);
      this.entryOf[key] = entry + 1;
      this.scalars[SIZE]++;
      this.link(entry);
    }
    this.value[entry] = value;
    this.expiry[entry] = ttlSeconds > 0 ? now + ttlSeconds : Infinity;
    return entry;
  }

  /** Forgets one key. @returns whether it was stored */
  remove(key: number): boolean {
    const entry = this.find(key);
    if (entry < 0) return false;
    this.drop(entry);
    return true;
  }

  /** Forgets everything: a restart. Neither evictions nor expirations are counted. */
  clear(): void {
    this.entryOf.fill(0);
    this.scalars[SIZE] = 0;
    this.scalars[NEWEST] = -1;
    this.scalars[OLDEST] = -1;
    this.scalars[FREE] = -1;
    this.scalars[USED] = 0;
  }

  /** A smaller capacity evicts at once. */
  setCapacity(capacity: number): void {
    this.scalars[CAPACITY] = capacity;
    while (this.scalars[SIZE] > capacity) this.evict();
  }

  /** @param policy one of `EVICT` */
  setPolicy(policy: number): void {
    this.scalars[POLICY] = policy;
  }

  /** Entries thrown out for want of room since this was last asked: for a counter in `measure`. */
  takeEvictions(): number {
    const count = this.scalars[EVICTIONS];
    this.scalars[EVICTIONS] = 0;
    return count;
  }

  /** Entries found too old since this was last asked. */
  takeExpirations(): number {
    const count = this.scalars[EXPIRATIONS];
    this.scalars[EXPIRATIONS] = 0;
    return count;
  }

  private find(key: number): number {
    return key < this.entryOf.length ? this.entryOf[key] - 1 : -1;
  }

  private evict(): void {
    this.drop(this.scalars[OLDEST]);
    this.scalars[EVICTIONS]++;
  }

  private drop(entry: number): void {
    this.unlink(entry);
    this.entryOf[this.keyOf[entry]] = 0;
    this.older[entry] = this.scalars[FREE];
    this.scalars[FREE] = entry;
    this.scalars[SIZE]--;
  }

  private take(): number {
    const free = this.scalars[FREE];
    if (free >= 0) {
      this.scalars[FREE] = this.older[free];
      return free;
    }
    const entry = this.scalars[USED]++;
    if (entry === this.keyOf.length) this.grow();
    return entry;
  }

  private freshen(entry: number): void {
    if (this.scalars[NEWEST] === entry) return;
    this.unlink(entry);
    this.link(entry);
  }

  private link(entry: number): void {
    const newest = this.scalars[NEWEST];
    this.newer[entry] = -1;
    this.older[entry] = newest;
    if (newest < 0) this.scalars[OLDEST] = entry;
    else this.newer[newest] = entry;
    this.scalars[NEWEST] = entry;
  }

  private unlink(entry: number): void {
    const newer = this.newer[entry];
    const older = this.older[entry];
    if (newer < 0) this.scalars[NEWEST] = older;
    else this.older[newer] = older;
    if (older < 0) this.scalars[OLDEST] = newer;
    else this.newer[older] = newer;
  }

  private makeRoomFor(key: number): void {
    let length = this.entryOf.length;
    while (length <= key) length *= 2;
    this.entryOf = longer(this.entryOf, new Int32Array(length));
  }

  private grow(): void {
    const length = this.keyOf.length * 2;
    this.value = longer(this.value, new Float64Array(length));
    this.expiry = longer(this.expiry, new Float64Array(length));
    this.keyOf = longer(this.keyOf, new Int32Array(length));
    this.newer = longer(this.newer, new Int32Array(length));
    this.older = longer(this.older, new Int32Array(length));
  }
}

function longer<C extends Float64Array | Int32Array>(old: C, fresh: C): C {
  fresh.set(old);
  return fresh;
}
