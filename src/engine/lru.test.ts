import { describe, expect, it } from 'vitest';
import { EVICT, Lru } from './lru.ts';
import { integerBelow, streamOf } from './luck.ts';
import { Memory } from './memory.ts';

/** The same store, written the slow and obvious way: newest last. */
class Reference {
  entries: { key: number; expiry: number; value: number }[] = [];
  evictions = 0;
  expirations = 0;
  capacity: number;
  readonly isLru: boolean;

  constructor(capacity: number, isLru: boolean) {
    this.capacity = capacity;
    this.isLru = isLru;
  }

  get(key: number, now: number): number | null {
    const found = this.entries.find((entry) => entry.key === key);
    if (!found) return null;
    if (now >= found.expiry) {
      this.expirations++;
      this.entries = this.entries.filter((entry) => entry !== found);
      return null;
    }
    if (this.isLru) this.entries = [...this.entries.filter((entry) => entry !== found), found];
    return found.value;
  }

  put(key: number, now: number, ttl: number, value: number): void {
    const expiry = ttl > 0 ? now + ttl : Infinity;
    const found = this.entries.find((entry) => entry.key === key);
    if (found) {
      Object.assign(found, { expiry, value });
      if (this.isLru) this.entries = [...this.entries.filter((entry) => entry !== found), found];
      return;
    }
    if (this.capacity === 0) return;
    this.trim(this.capacity - 1);
    this.entries.push({ key, expiry, value });
  }

  trim(most: number): void {
    while (this.entries.length > most) {
      this.entries.shift();
      this.evictions++;
    }
  }
}

describe('Lru', () => {
  it.each([
    ['lru', 0],
    ['fifo', 1],
  ])('does what an obvious store does (%s), through 20,000 mixed steps', (_name, policy) => {
    const luck = streamOf('lru test', String(policy));
    const memory = new Memory();
    const store = new Lru(memory, 40);
    store.setPolicy(policy);
    const reference = new Reference(40, policy === EVICT.lru);
    let evictions = 0;
    let expirations = 0;
    for (let step = 0; step < 20_000; step++) {
      const key = integerBelow(luck, step, 0, 120) * 37;
      const now = step * 0.1;
      const what = integerBelow(luck, step, 1, 100);
      if (what < 55) {
        const entry = store.get(key, now);
        expect(entry < 0 ? null : store.value[entry]).toBe(reference.get(key, now));
      } else if (what < 97) {
        const ttl = integerBelow(luck, step, 2, 3) * 5;
        store.put(key, now, ttl, step);
        reference.put(key, now, ttl, step);
      } else if (what < 99) {
        expect(store.remove(key)).toBe(reference.entries.some((entry) => entry.key === key));
        reference.entries = reference.entries.filter((entry) => entry.key !== key);
      } else {
        const capacity = integerBelow(luck, step, 3, 80);
        store.setCapacity(capacity);
        reference.capacity = capacity;
        reference.trim(capacity);
      }
      evictions += store.takeEvictions();
      expirations += store.takeExpirations();
      expect(store.size).toBe(reference.entries.length);
    }
    expect(evictions).toBe(reference.evictions);
    expect(expirations).toBe(reference.expirations);
    expect(evictions).toBeGreaterThan(1000);
    expect(expirations).toBeGreaterThan(100);
  });

  it('keeps for ever with a time to live of 0, and to the moment otherwise', () => {
    const store = new Lru(new Memory(), 2);
    store.put(1, 0, 0);
    store.put(2, 0, 10);
    expect(store.get(1, 1e9)).toBeGreaterThanOrEqual(0);
    expect(store.get(2, 9.999)).toBeGreaterThanOrEqual(0);
    expect(store.get(2, 10)).toBe(-1);
  });

  it('holds nothing without room, and everything again after a restore', () => {
    const memory = new Memory();
    const store = new Lru(memory, 0);
    expect(store.put(5, 0, 0)).toBe(-1);
    store.setCapacity(1000);
    for (let key = 0; key < 600; key++) store.put(key * 10, 0, 0, key);
    const before = memory.snapshot();
    store.clear();
    expect(store.size).toBe(0);
    expect(store.get(50, 1)).toBe(-1);
    for (let key = 0; key < 3000; key++) store.put(key, 0, 0);
    memory.restore(before);
    expect(store.size).toBe(600);
    for (let key = 0; key < 600; key++) expect(store.value[store.get(key * 10, 1)]).toBe(key);
    expect(store.get(1, 1)).toBe(-1);
  });
});
