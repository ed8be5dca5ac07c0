import { describe, expect, it } from 'vitest';
import { EVICT, KeyStore } from './keyStore.ts';
import { integerBelow, streamOf } from './luck.ts';
import { Memory } from './memory.ts';

const luck = streamOf('key store');
const storeOf = (memory: Memory, capacity: number, policy = 0): KeyStore => {
  const store = new KeyStore(memory, capacity, luck);
  store.setPolicy(policy);
  return store;
};

interface Held {
  key: number;
  expiry: number;
  value: number;
  used: number;
}

/** The same store, written the slow and obvious way: newest last. */
class Reference {
  entries: Held[] = [];
  evictions = 0;
  expirations = 0;
  capacity: number;
  private readonly policy: number;
  private readonly asked = new Map<number, number>();

  constructor(capacity: number, policy: number) {
    this.capacity = capacity;
    this.policy = policy;
  }

  expire(now: number): void {
    const good = this.entries.filter(({ expiry }) => now < expiry);
    this.expirations += this.entries.length - good.length;
    this.entries = good;
  }

  get(key: number, now: number): number | null {
    this.expire(now);
    this.asked.set(key, this.times(key) + 1);
    const found = this.entries.find((entry) => entry.key === key);
    if (!found) return null;
    found.used = now;
    if (this.policy === EVICT.lru) this.moveToEnd(found);
    return found.value;
  }

  put(key: number, now: number, ttl: number, value: number): void {
    this.expire(now);
    const expiry = ttl > 0 ? now + ttl : Infinity;
    const found = this.entries.find((entry) => entry.key === key);
    if (found) {
      Object.assign(found, { expiry, value });
      if (this.policy === EVICT.lru) this.moveToEnd(found);
      return;
    }
    if (this.capacity === 0) return;
    const full = this.entries.length >= this.capacity;
    if (full && this.policy === EVICT.lfu && this.times(key) < this.times(this.rarest().key)) return;
    this.trim(this.capacity - 1);
    this.entries.push({ key, expiry, value, used: now });
  }

  trim(most: number): void {
    while (this.entries.length > most) {
      const victim = this.policy === EVICT.lfu ? this.rarest() : this.entries[0];
      this.entries = this.entries.filter((entry) => entry !== victim);
      this.evictions++;
    }
  }

  private times(key: number): number {
    return this.asked.get(key) ?? 0;
  }

  private rarest(): Held {
    return this.entries.reduce((a, b) => {
      const more = this.times(b.key) - this.times(a.key);
      return more < 0 || (more === 0 && b.used < a.used) ? b : a;
    });
  }

  private moveToEnd(found: Held): void {
    this.entries = [...this.entries.filter((entry) => entry !== found), found];
  }
}

describe('KeyStore', () => {
  it.each([
    ['lru', EVICT.lru],
    ['fifo', EVICT.fifo],
    ['lfu', EVICT.lfu],
  ])('does what an obvious store does (%s), through 20,000 mixed steps', (_name, policy) => {
    const steps = streamOf('key store test', String(policy));
    const store = storeOf(new Memory(), 40, policy);
    const reference = new Reference(40, policy);
    let evictions = 0;
    let expirations = 0;
    for (let step = 0; step < 20_000; step++) {
      const key = integerBelow(steps, step, 0, 120) * 37;
      const now = step * 0.1;
      const what = integerBelow(steps, step, 1, 100);
      if (what < 55) {
        const entry = store.get(key, now);
        expect(entry < 0 ? null : store.value[entry]).toBe(reference.get(key, now));
      } else if (what < 97) {
        const ttl = integerBelow(steps, step, 2, 3) * 5;
        store.put(key, now, ttl, step);
        reference.put(key, now, ttl, step);
      } else if (what < 99) {
        store.expire(now);
        reference.expire(now);
        expect(store.remove(key)).toBe(reference.entries.some((entry) => entry.key === key));
        reference.entries = reference.entries.filter((entry) => entry.key !== key);
      } else {
        const capacity = integerBelow(steps, step, 3, 80);
        if (reference.entries.length > capacity) reference.expire(now);
        reference.capacity = capacity;
        reference.trim(capacity);
        store.setCapacity(capacity, now);
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

  it('by lot, throws out each with the same chance', () => {
    const store = storeOf(new Memory(), 10, EVICT.random);
    const gone = new Array(10).fill(0);
    const rounds = 5000;
    for (let round = 0; round < rounds; round++) {
      for (let key = 0; key < 10; key++) store.put(key, round, 0);
      store.put(10, round, 0);
      for (let key = 0; key < 10; key++) if (store.get(key, round) < 0) gone[key]++;
      store.remove(10);
    }
    expect(store.takeEvictions()).toBe(rounds);
    // chi-square with 9 degrees of freedom: above 27.9 once in a thousand
    const chi = gone.reduce((sum, n) => sum + (n - rounds / 10) ** 2 / (rounds / 10), 0);
    expect(chi).toBeLessThan(27.9);
  });

  it('by lot, throws out each with the same chance, wherever it stands', () => {
    const store = storeOf(new Memory(), 10, EVICT.random);
    const gone = new Array(10).fill(0);
    const rounds = 5000;
    for (let round = 0; round < rounds; round++) {
      store.clear();
      for (let key = 0; key < 11; key++) store.put(key, round, 0);
      for (let key = 0; key < 10; key++) if (store.get(key, round) < 0) gone[key]++;
    }
    // chi-square with 9 degrees of freedom: above 27.9 once in a thousand
    expect(gone.reduce((sum, n) => sum + (n - rounds / 10) ** 2 / (rounds / 10), 0)).toBeLessThan(27.9);
  });

  it('keeps for ever with a time to live of 0, and to the moment otherwise', () => {
    const store = storeOf(new Memory(), 2);
    store.put(1, 0, 0);
    store.put(2, 0, 10);
    expect(store.get(1, 1e9)).toBeGreaterThanOrEqual(0);
    const other = storeOf(new Memory(), 2);
    other.put(2, 0, 10);
    expect(other.get(2, 9.999)).toBeGreaterThanOrEqual(0);
    expect(other.get(2, 10)).toBe(-1);
    expect(other.takeExpirations()).toBe(1);
  });

  it('renews the time of an entry that is read, when told to', () => {
    const store = storeOf(new Memory(), 5);
    store.put(1, 0, 10);
    store.put(2, 0, 10);
    store.renew(store.get(1, 9), 9, 10);
    store.expire(10);
    expect(store.size).toBe(1);
    expect(store.get(1, 18.9)).toBeGreaterThanOrEqual(0);
    expect(store.get(1, 19)).toBe(-1);
  });

  it('renews for ever with a time to live of 0', () => {
    const store = storeOf(new Memory(), 5);
    store.put(1, 0, 10);
    store.renew(store.get(1, 9), 9, 0);
    expect(store.get(1, 1e9)).toBeGreaterThanOrEqual(0);
  });

  it('takes no more memory however often it is emptied', () => {
    const memory = new Memory();
    const store = storeOf(memory, 100);
    const bytes = (): number => memory.snapshot().reduce((sum, cells) => sum + cells.byteLength, 0);
    const fill = (): void => {
      store.clear();
      for (let key = 0; key < 100; key++) store.put(key, 0, 0);
    };
    fill();
    const before = bytes();
    for (let round = 0; round < 50; round++) fill();
    expect(bytes()).toBe(before);
  });

  it.each([
    ['lru', EVICT.lru],
    ['fifo', EVICT.fifo],
    ['lfu', EVICT.lfu],
  ])('is as good as new when it is emptied (%s)', (_, policy) => {
    const steps = streamOf('as good as new', String(policy));
    const play = (store: KeyStore): (number | null)[] =>
      Array.from({ length: 2000 }, (_unused, step) => {
        const key = integerBelow(steps, step, 0, 60);
        const entry = store.get(key, step);
        if (entry < 0) store.put(key, step, integerBelow(steps, step, 1, 50), step);
        return entry < 0 ? null : store.value[entry];
      });
    const used = storeOf(new Memory(), 20, policy);
    for (let round = 0; round < 20; round++) {
      for (let key = 0; key < 100; key++) if (used.get(key, 0) < 0) used.put(key, 0, 0);
      used.clear();
    }
    expect(play(used)).toEqual(play(storeOf(new Memory(), 20, policy)));
  });

  it('gives the room of what is over to a newcomer, before anything good leaves', () => {
    const store = storeOf(new Memory(), 3);
    store.put(1, 0, 100);
    store.put(2, 1, 5);
    store.put(3, 2, 100);
    // 2 is over, and was used after 1
    store.put(4, 7, 100);
    expect(store.get(1, 7)).toBeGreaterThanOrEqual(0);
    expect(store.takeEvictions()).toBe(0);
    expect(store.takeExpirations()).toBe(1);
  });

  it('finds its way when the time to live is changed in between', () => {
    const store = storeOf(new Memory(), 100_000);
    for (let key = 0; key < 20_000; key++) store.put(key, key * 0.001, 300);
    for (let key = 20_000; key < 40_000; key++) store.put(key, key * 0.001, 5);
    store.expire(45);
    expect(store.size).toBe(20_000);
    for (let key = 40_000; key < 60_000; key++) store.put(key, 5 + key * 0.001, 300);
    store.expire(310);
    expect(store.size).toBe(20_000 - 10_001 + 20_000);
    store.expire(400);
    expect(store.size).toBe(0);
    expect(store.takeExpirations()).toBe(60_000);
  });

  it('takes another policy with what it holds', () => {
    const store = storeOf(new Memory(), 4);
    for (let key = 0; key < 4; key++) store.put(key, key, 0);
    store.get(0, 5);
    store.setPolicy(EVICT.lfu);
    // nobody was counted yet: the one unused for longest, then whoever is asked for least
    store.put(4, 6, 0);
    expect(store.get(1, 6)).toBe(-1);
    for (const key of [2, 3, 4]) store.get(key, 7);
    store.put(5, 8, 0);
    expect(store.get(0, 8)).toBe(-1);
    store.setPolicy(EVICT.fifo);
    store.put(6, 9, 0);
    expect(store.get(2, 9)).toBe(-1);
  });

  it('lfu remembers how often a key was asked for that it no longer holds', () => {
    const store = storeOf(new Memory(), 2, EVICT.lfu);
    for (let i = 0; i < 5; i++) store.get(1, i);
    store.put(1, 5, 0);
    store.get(2, 6);
    store.put(2, 6, 0);
    store.get(3, 7);
    store.put(3, 7, 0);
    expect(store.get(1, 8)).toBeGreaterThanOrEqual(0);
    store.remove(1);
    store.put(1, 9, 0);
    store.get(4, 10);
    store.put(4, 10, 0);
    expect(store.get(1, 11)).toBeGreaterThanOrEqual(0);
  });

  it.each([
    ['a restart', (store: KeyStore) => store.clear()],
    [
      'another policy in between',
      (store: KeyStore) => {
        store.setPolicy(EVICT.lru);
        store.setPolicy(EVICT.lfu);
      },
    ],
  ])('lfu counts anew after %s', (_, forget) => {
    const store = storeOf(new Memory(), 1, EVICT.lfu);
    for (let i = 0; i < 5; i++) store.get(1, i);
    store.put(1, 5, 0);
    forget(store);
    store.put(1, 6, 0);
    store.get(2, 7);
    store.put(2, 7, 0);
    expect(store.get(2, 8)).toBeGreaterThanOrEqual(0);
    expect(store.size).toBe(1);
  });

  it('lfu has no room for a newcomer that is asked for less often than all it holds', () => {
    const store = storeOf(new Memory(), 2, EVICT.lfu);
    [1, 1, 2, 2, 3].forEach((key, at) => {
      if (store.get(key, at) < 0) store.put(key, at, 0);
    });
    expect(store.get(3, 5)).toBe(-1);
    // by now as often: the newer one stays
    expect(store.put(3, 5, 0)).toBeGreaterThanOrEqual(0);
    expect(store.get(1, 6)).toBe(-1);
    expect(store.takeEvictions()).toBe(1);
  });

  it.each([0, 1, 2, 3])('holds nothing without room, and everything again after a restore (policy %i)', (policy) => {
    const memory = new Memory();
    const store = storeOf(memory, 0, policy);
    expect(store.put(5, 0, 0)).toBe(-1);
    store.setCapacity(1000, 0);
    for (let key = 0; key < 600; key++) store.put(key * 10, 0, key % 2 === 0 ? 0 : 50, key);
    const before = memory.snapshot();
    const rest = (): string => {
      const answers: number[] = [];
      for (let key = 0; key < 3000; key++) {
        store.put(key, key * 0.1, 20);
        answers.push(store.get((key * 7) % 6000, key * 0.1));
      }
      return `${answers.join()} ${store.size} ${store.takeEvictions()} ${store.takeExpirations()}`;
    };
    store.clear();
    expect(store.size).toBe(0);
    expect(store.get(50, 1)).toBe(-1);
    rest();
    memory.restore(before);
    expect(store.size).toBe(600);
    for (let key = 0; key < 600; key++) expect(store.value[store.get(key * 10, 1)]).toBe(key);
    expect(store.get(1, 1)).toBe(-1);
    memory.restore(before);
    const once = rest();
    memory.restore(before);
    expect(rest()).toBe(once);
  });
});
