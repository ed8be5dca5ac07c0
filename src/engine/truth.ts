/**
 * What one who sees everything knows of the rows that wired stores hold alike, and what they have on its way to each other. Stores that
 * copy to each other share one truth: a write has one number everywhere, and the newest acknowledged one is the newest wherever it was made.
 */

import { alikeOf } from './alike.ts';
import type { NodeContext } from './behavior.ts';
import type { Book } from './ledger.ts';
import type { Memory } from './memory.ts';
import { Parcels } from './parcels.ts';
import { Sold } from './sold.ts';

/** A store that looks for what others have acknowledged. */
export interface Looker {
  expect(row: number, write: number, request: number): void;
}

export class Truth implements Book {
  readonly parcels: Parcels;
  /** Of a stock that they sell together. */
  readonly sold: Sold;
  /** By node of the plan. */
  readonly lookers = new Map<number, Looker>();
  /** By row: the newest write that was acknowledged. */
  private acknowledged = new Int32Array(0);
  /** One cell: the number of the last write. */
  private readonly cells: Float64Array;

  constructor(memory: Memory, links: number) {
    this.parcels = new Parcels(memory, links);
    this.sold = new Sold(memory);
    this.cells = memory.f64(1);
    memory.grows(this as unknown as Record<'acknowledged', Int32Array>, 'acknowledged');
  }

  /** @returns the number of a write that begins now: the higher, the later it really began */
  number(): number {
    return ++this.cells[0];
  }

  /** The newest acknowledged write of a row, 0 = none yet. */
  newestOf(row: number): number {
    return row < this.acknowledged.length ? this.acknowledged[row] : 0;
  }

  /** Older than what was acknowledged; what is newer was not, or is about to be. */
  isOld(row: number, version: number): boolean {
    return version < this.newestOf(row);
  }

  acknowledge(row: number, write: number): void {
    if (row >= this.acknowledged.length) {
      let length = Math.max(256, this.acknowledged.length);
      while (length <= row) length *= 2;
      const acknowledged = new Int32Array(length);
      acknowledged.set(this.acknowledged);
      this.acknowledged = acknowledged;
    }
    if (write > this.acknowledged[row]) this.acknowledged[row] = write;
  }
}

/**
 * The truth that a store shares with those it is wired to, over whatever others; whoever is made first brings it.
 * @param known those there are already, by node; the new one is noted there
 */
export function truthOf(ctx: NodeContext, known: (Truth | undefined)[]): Truth {
  const first = Math.min(...alikeOf(ctx));
  known[first] ??= new Truth(ctx.memory, ctx.plan.links.length);
  return known[first];
}
