/**
 * What every node has of every row: the write it holds, and that write's time stamp. Of two writes of a row the one with the later stamp
 * is kept, whichever came first ("last write wins"). Writes are numbered in the order in which they really began: see `truth.ts`.
 */

import type { Memory } from '../../engine/memory.ts';

export class RowTable {
  /** `row * nodes + node`; rows that nobody wrote are 0 everywhere, as in the beginning. */
  private held = new Int32Array(0);
  private stamp = new Float64Array(0);
  /** By row: the newest write that was made and acknowledged here, not elsewhere. */
  private own = new Int32Array(0);
  private readonly nodes: number;

  constructor(memory: Memory, nodes: number) {
    this.nodes = nodes;
    memory.grows(this as unknown as Record<'held' | 'own', Int32Array>, 'held', 'own');
    memory.grows(this as unknown as Record<'stamp', Float64Array>, 'stamp');
  }

  heldBy(node: number, row: number): number {
    const at = row * this.nodes + node;
    return at < this.held.length ? this.held[at] : 0;
  }

  stampAt(node: number, row: number): number {
    const at = row * this.nodes + node;
    return at < this.stamp.length ? this.stamp[at] : 0;
  }

  /** Of some nodes, the one whose write of the row is the latest by its stamp. */
  latest(row: number, nodes: Int32Array, count: number): number {
    let best = nodes[0];
    for (let k = 1; k < count; k++) if (this.stampAt(nodes[k], row) > this.stampAt(best, row)) best = nodes[k];
    return best;
  }

  /** The newest acknowledged write of a row that was made here, 0 = none yet. */
  ownOf(row: number): number {
    return row < this.own.length ? this.own[row] : 0;
  }

  acknowledge(row: number, write: number): void {
    this.room(row);
    if (write > this.own[row]) this.own[row] = write;
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
    for (let row = 0; row < this.own.length; row++) {
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
    if (row < this.own.length) return;
    let length = Math.max(256, this.own.length);
    while (length <= row) length *= 2;
    const own = new Int32Array(length);
    own.set(this.own);
    this.own = own;
    const held = new Int32Array(length * this.nodes);
    held.set(this.held);
    this.held = held;
    const stamp = new Float64Array(length * this.nodes);
    stamp.set(this.stamp);
    this.stamp = stamp;
  }
}
