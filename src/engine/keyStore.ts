/**
 * A bounded store of keys with a time to live, and with a rule for which key leaves when a new one does not fit. Flat arrays, every
 * step in constant time (of `lfu`: logarithmic). Room is made as keys come, so a store that nobody uses costs a snapshot nothing.
 */

import { Chain } from './chain.ts';
import { Deadlines } from './deadlines.ts';
import { integerBelow, type Stream } from './luck.ts';
import type { Memory } from './memory.ts';
import { Ranks } from './ranks.ts';

/** Scalars kept in one array so that a snapshot has them. */
const SIZE = 0;
const FREE = 1;
const USED = 2;
const CAPACITY = 3;
const POLICY = 4;
const EVICTIONS = 5;
const EXPIRATIONS = 6;
const DRAWS = 7;
const WEIGHT = 8;

/**
 * The order of the options of every spec's `policy`.
 * - `lru`: the key unused for longest leaves
 * - `fifo`: the key stored first
 * - `random`: any, by lot
 * - `lfu`: the key asked for least often, of equals the one unused for longest. The perfect form (Breslau and others 1999): asks are
 *   counted for every key, also while it is not stored, and a newcomer asked for less often than all that is stored finds no room
 */
export const EVICT = { lru: 0, fifo: 1, random: 2, lfu: 3 } as const;

const firstEntries = 256;
const firstKeys = 1024;

export class KeyStore {
  /** The owner's number per entry, e.g. the version of the stored row. */
  value = new Float64Array(firstEntries);
  /** Of an entry in use; of a free one, the next free entry. */
  private keyOf = new Int32Array(firstEntries);
  /** Entry of a key plus one; 0 = not stored. */
  private entryOf = new Int32Array(firstKeys);
  /** How often each key was asked for; empty but under `lfu`. */
  private asked = new Int32Array(0);
  /** By time of storing or (`lru`) of use. */
  private readonly line: Chain;
  private readonly deadlines: Deadlines;
  /** Empty but under `random` and `lfu`. */
  private readonly ranks: Ranks;
  private readonly scalars: Float64Array;
  private readonly luck: Stream;
  /** What an entry in use takes of the capacity; empty where each takes 1. */
  private weights = new Float64Array(0);
  private readonly weightOf: ((key: number) => number) | null;

  /**
   * @param capacity most that is stored at one time, in entries or in whatever `weightOf` says; 0 stores nothing
   * @param luck for the policy `random`
   * @param weightOf what a key takes of the capacity from now on, above 0; left out: each takes 1
   */
  constructor(memory: Memory, capacity: number, luck: Stream, weightOf: ((key: number) => number) | null = null) {
    this.scalars = memory.f64(9);
    this.weightOf = weightOf;
    memory.grows(this as unknown as Record<'weights', Float64Array>, 'weights');
    this.line = new Chain(memory);
    this.deadlines = new Deadlines(memory);
    this.ranks = new Ranks(memory);
    memory.grows(this as unknown as Record<'value', Float64Array>, 'value');
    memory.grows(this as unknown as Record<'keyOf' | 'entryOf' | 'asked', Int32Array>, 'keyOf', 'entryOf', 'asked');
    this.luck = luck;
    this.scalars[CAPACITY] = capacity;
    this.scalars[FREE] = -1;
  }

  /** Entries held. Those that are over by now are among them until `expire`, `get` or `put` is called. */
  get size(): number {
    return this.scalars[SIZE];
  }

  /** What the entries take of the capacity. */
  get weight(): number {
    return this.weightOf === null ? this.scalars[SIZE] : this.scalars[WEIGHT];
  }

  /** Drops the entries whose time is over by `now`. */
  expire(now: number): void {
    while (this.deadlines.soonest[0] <= now) {
      this.drop(this.deadlines.first);
      this.scalars[EXPIRATIONS]++;
    }
  }

  /** Somebody asks for a key: its entry, -1 when it is not stored or no longer good. */
  get(key: number, now: number): number {
    if (this.deadlines.soonest[0] <= now) this.expire(now);
    const policy = this.scalars[POLICY];
    if (policy === EVICT.lfu) return this.getCounted(key, now);
    const entry = this.find(key);
    if (entry >= 0 && policy === EVICT.lru) this.line.toEnd(entry);
    return entry;
  }

  private getCounted(key: number, now: number): number {
    this.count(key);
    const entry = this.find(key);
    if (entry >= 0) this.ranks.raise(entry, this.asked[key], now);
    return entry;
  }

  /**
   * Stores a key, or renews it: the time to live starts again (under `fifo` its place in the line does not).
   * @param ttlSeconds 0 = never expires
   * @param value the owner's number, found again in `value[entry]`
   * @returns the entry; -1 when there is no room for it. `value` may be another array than before: room is made by replacing it
   */
  put(key: number, now: number, ttlSeconds: number, value = 0): number {
    if (this.deadlines.soonest[0] <= now) this.expire(now);
    let entry = this.find(key);
    if (entry >= 0) {
      if (this.scalars[POLICY] === EVICT.lru) this.line.toEnd(entry);
    } else {
      const weight = this.weightOf === null ? 1 : this.weightOf(key);
      if (this.scalars[CAPACITY] < weight) return -1;
      while (this.weight + weight > this.scalars[CAPACITY]) {
        if (!this.admits(key)) return -1;
        this.evict();
      }
      entry = this.take();
      if (this.weightOf !== null) this.weigh(entry, weight);
      this.keyOf[entry] = key;
      if (key >= this.entryOf.length) this.makeRoomFor(key);
      this.entryOf[key] = entry + 1;
      this.scalars[SIZE]++;
      this.line.append(entry);
      if (this.scalars[POLICY] >= EVICT.random) this.ranks.add(entry, this.timesAsked(key), now);
    }
    this.value[entry] = value;
    this.deadlines.set(entry, ttlSeconds > 0 ? now + ttlSeconds : Infinity);
    return entry;
  }

  /** The time to live of an entry starts again. @param ttlSeconds 0 = it never expires */
  renew(entry: number, now: number, ttlSeconds: number): void {
    this.deadlines.set(entry, ttlSeconds > 0 ? now + ttlSeconds : Infinity);
  }

  /** The entry of a key, as a look from outside: nobody asked for it, and it may be over. -1 when it is not stored. */
  peek(key: number): number {
    return this.find(key);
  }

  /** Forgets one key. @returns whether it was stored */
  remove(key: number): boolean {
    const entry = this.find(key);
    if (entry < 0) return false;
    this.drop(entry);
    return true;
  }

  /** Forgets everything, counts of asks included: a restart. Neither evictions nor expirations are counted. */
  clear(): void {
    this.entryOf.fill(0);
    this.asked.fill(0);
    this.line.clear();
    this.deadlines.clear();
    this.ranks.clear();
    this.scalars[SIZE] = 0;
    this.scalars[WEIGHT] = 0;
    this.scalars[FREE] = -1;
    this.scalars[USED] = 0;
  }

  /** A smaller capacity evicts at once, and only what is still good counts as evicted. */
  setCapacity(capacity: number, now: number): void {
    this.scalars[CAPACITY] = capacity;
    if (this.weight <= capacity) return;
    this.expire(now);
    while (this.scalars[SIZE] > 0 && this.weight > capacity) this.evict();
  }

  /** @param policy one of `EVICT`. Under `lfu`, asks are counted from now on; until then the order is that of the policy before */
  setPolicy(policy: number): void {
    if (policy === this.scalars[POLICY]) return;
    this.scalars[POLICY] = policy;
    this.ranks.clear();
    this.asked.fill(0);
    if (policy < EVICT.random) return;
    let age = this.scalars[SIZE];
    for (let entry = this.line.first; entry >= 0; entry = this.line.next(entry)) this.ranks.add(entry, 0, -age--);
  }

  /** Entries thrown out for want of room since this was last asked: for a counter in `measure`. */
  takeEvictions(): number {
    const count = this.scalars[EVICTIONS];
    this.scalars[EVICTIONS] = 0;
    return count;
  }

  /** Entries whose time has ended since this was last asked. */
  takeExpirations(): number {
    const count = this.scalars[EXPIRATIONS];
    this.scalars[EXPIRATIONS] = 0;
    return count;
  }

  private find(key: number): number {
    return key < this.entryOf.length ? this.entryOf[key] - 1 : -1;
  }

  private count(key: number): void {
    if (key >= this.asked.length) this.asked = longer(this.asked, new Int32Array(lengthFor(key, Math.max(firstKeys, this.asked.length))));
    this.asked[key]++;
  }

  private timesAsked(key: number): number {
    return key < this.asked.length ? this.asked[key] : 0;
  }

  /** Whether a full store makes room for a key. */
  private admits(key: number): boolean {
    return this.scalars[POLICY] !== EVICT.lfu || this.timesAsked(key) >= this.timesAsked(this.keyOf[this.ranks.rarest]);
  }

  private evict(): void {
    this.drop(this.victim());
    this.scalars[EVICTIONS]++;
  }

  private victim(): number {
    switch (this.scalars[POLICY]) {
      case EVICT.random:
        return this.ranks.at(integerBelow(this.luck, this.scalars[DRAWS]++, 0, this.scalars[SIZE]));
      case EVICT.lfu:
        return this.ranks.rarest;
      default:
        return this.line.first;
    }
  }

  private drop(entry: number): void {
    this.line.remove(entry);
    this.deadlines.forget(entry);
    if (this.scalars[POLICY] >= EVICT.random) this.ranks.remove(entry);
    this.entryOf[this.keyOf[entry]] = 0;
    this.keyOf[entry] = this.scalars[FREE];
    this.scalars[FREE] = entry;
    this.scalars[SIZE]--;
    if (this.weightOf !== null) this.scalars[WEIGHT] = this.scalars[SIZE] === 0 ? 0 : this.scalars[WEIGHT] - this.weights[entry];
  }

  private weigh(entry: number, weight: number): void {
    if (entry >= this.weights.length) this.weights = longer(this.weights, new Float64Array(this.keyOf.length));
    this.weights[entry] = weight;
    this.scalars[WEIGHT] += weight;
  }

  private take(): number {
    const free = this.scalars[FREE];
    if (free >= 0) {
      this.scalars[FREE] = this.keyOf[free];
      return free;
    }
    const entry = this.scalars[USED]++;
    if (entry === this.keyOf.length) {
      this.value = longer(this.value, new Float64Array(2 * entry));
      this.keyOf = longer(this.keyOf, new Int32Array(2 * entry));
    }
    return entry;
  }

  private makeRoomFor(key: number): void {
    this.entryOf = longer(this.entryOf, new Int32Array(lengthFor(key, this.entryOf.length)));
  }
}

function lengthFor(key: number, least: number): number {
  let length = least;
  while (length <= key) length *= 2;
  return length;
}

function longer<C extends Float64Array | Int32Array>(old: C, fresh: C): C {
  fresh.set(old);
  return fresh;
}
