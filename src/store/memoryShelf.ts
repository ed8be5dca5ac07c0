/** A shelf in memory that can be told to fail; for tests. */

import type { Shelf } from './documents.ts';

export interface MemoryShelf extends Shelf {
  kept: Map<string, unknown>;
  /** The storage takes so many more writes, then says it is full. */
  failAfter(writes: number): void;
  /** What becomes of a value on its way in. */
  onSet: (key: string, value: unknown) => unknown;
}

export function memoryShelf(): MemoryShelf {
  const kept = new Map<string, unknown>();
  let writesLeft = Number.POSITIVE_INFINITY;
  const shelf: MemoryShelf = {
    kept,
    failAfter: (writes) => {
      writesLeft = writes;
    },
    onSet: (_, value) => value,
    get: async (key) => kept.get(key),
    set: async (key, value) => {
      if (writesLeft-- <= 0) throw new DOMException('full', 'QuotaExceededError');
      kept.set(key, shelf.onSet(key, value));
    },
    delete: async (key) => void kept.delete(key),
    keys: async () => [...kept.keys()],
  };
  return shelf;
}
