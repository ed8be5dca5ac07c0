/** What one wire has brought a worker: which jobs are done, and the newest done of each key. */

import { longer, type Memory } from '../../engine/memory.ts';

/** What it means that a job is done now. */
export const DONE = { first: 0, late: 1, again: 2 } as const;

export class Book {
  /** One bit per job number. */
  private done = new Uint32Array(0);
  /** One bit per job number: it is done, and whoever had it done has not heard so. */
  private unheard = new Uint32Array(0);
  /** By key: number of the newest job done, plus one. */
  private newest = new Int32Array(0);

  constructor(memory: Memory) {
    memory.grows(this as unknown as Record<'done' | 'unheard', Uint32Array>, 'done', 'unheard');
    memory.grows(this as unknown as Record<'newest', Int32Array>, 'newest');
  }

  isDone(job: number): boolean {
    return has(this.done, job);
  }

  /** Whether it is done and the worker knows: it need not ask again. */
  isKnown(job: number): boolean {
    return has(this.done, job) && !has(this.unheard, job);
  }

  /** A job that is done has not been heard of, or has by now. */
  setUnheard(job: number, isUnheard: boolean): void {
    const word = job >>> 5;
    if (word >= this.unheard.length) {
      if (!isUnheard) return;
      this.unheard = longer(this.unheard, new Uint32Array(roomFor(word)));
    }
    if (isUnheard) this.unheard[word] |= 1 << (job & 31);
    else this.unheard[word] &= ~(1 << (job & 31));
  }

  /** @returns one of `DONE`: for the first time, for the first time but after a later one of its key, or once more */
  finish(job: number, key: number): number {
    if (this.isDone(job)) return DONE.again;
    const word = job >>> 5;
    if (word >= this.done.length) this.done = longer(this.done, new Uint32Array(roomFor(word)));
    this.done[word] |= 1 << (job & 31);
    if (key >= this.newest.length) this.newest = longer(this.newest, new Int32Array(roomFor(key)));
    if (job < this.newest[key]) return DONE.late;
    this.newest[key] = job + 1;
    return DONE.first;
  }
}

function has(bits: Uint32Array, job: number): boolean {
  const word = job >>> 5;
  return word < bits.length && ((bits[word] >>> (job & 31)) & 1) === 1;
}

function roomFor(index: number): number {
  let length = 64;
  while (length <= index) length *= 2;
  return length;
}
