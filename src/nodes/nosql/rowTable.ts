/**
 * What every node has of every row: the write it holds, and that write's time stamp. Of two writes of a row the one with the later stamp
 * is kept, whichever came first ("last write wins"). Writes are numbered in the order in which they really began.
 */

import type { Book } from '../../engine/ledger.ts';
import type { Memory } from '../../engine/memory.ts';

export class RowTable implements Book {
  /** `row * nodes + node`; rows that nobody wrote are 0 everywhere, as in the beginning. */
  private held = new Int32Array(0);
  private stamp = new Float64Array(0);
  /** By row: the newest write that was acknowledged. */
  private acknowledged = new Int32Array(0);
  private readonly nodes: number;
  private readonly cells: Float64Array;

  constructor(memory: Memory, nodes: number) {
    this.nodes = nodes;
    this.cells = memory.f64(1);
    memory.grows(this as unknown as Record<'held' | 'acknowledged', Int32Array>, 'held', 'acknowledged');
    memory.grows(this as unknown as Record<'stamp', Float64Array>, 'stamp');
  }

  /** @returns the number of a write that begins now */
  number(): number {
    return ++this.cells[0];
  }

  heldBy(node: number, row: number): number {
    const at = row * this.nodes + node;
    return at < this.held.length ? this.held[at] : 0;
  }

  stampAt(node: number, row: number): number {
    const at = row * this.nodes + node;
    return at < this.stamp.length ? this.stamp[at] : 0;
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
    this.room(row);
    if (write > this.acknowledged[row]) this.acknowledged[row] = write;
  }

  /** A write reaches a node. @returns whether an earlier write with a later stamp keeps its place */
  put(node: number, row: number, write: number, stamp: number): boolean {
    this.room(row);
    const at = row * this.nodes + node;
    const isLater = stamp > this.stamp[at] || (stamp === this.stamp[at] && write > this.held[at]);
    if (!isLater) return write > this.held[at];
    this.held[at] = write;
    this.stamp[at] = stamp;
    return false;
  }

  /** The ring is another: who keeps a row now has the newest that anybody had of it. @param keepers fills a row's keepers in, and says how many */
  resettle(keepers: (row: number, into: Int32Array) => number): void {
    const into = new Int32Array(this.nodes);
    for (let row = 0; row < this.acknowledged.length; row++) {
      let best = 0;
      for (let node = 1; node < this.nodes; node++) if (this.stampAt(node, row) > this.stampAt(best, row)) best = node;
      const write = this.heldBy(best, row);
      if (write === 0) continue;
      const stamp = this.stampAt(best, row);
      const count = keepers(row, into);
      for (let i = 0; i < count; i++) this.put(into[i], row, write, stamp);
    }
  }

  private room(row: number): void {
    if (row < this.acknowledged.length) return;
    let length = Math.max(256, this.acknowledged.length);
    while (length <= row) length *= 2;
    const acknowledged = new Int32Array(length);
    acknowledged.set(this.acknowledged);
    this.acknowledged = acknowledged;
    const held = new Int32Array(length * this.nodes);
    held.set(this.held);
    this.held = held;
    const stamp = new Float64Array(length * this.nodes);
    stamp.set(this.stamp);
    this.stamp = stamp;
  }
}
