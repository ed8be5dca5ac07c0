/** Pieces of stock that somebody was told are theirs, by row: what one knows who sees everything. Nothing that is lost later takes that back. */

import { longer, type Memory } from './memory.ts';

export class Sold {
  private pieces = new Int32Array(0);

  constructor(memory: Memory) {
    memory.grows(this as unknown as Record<'pieces', Int32Array>, 'pieces');
  }

  /** One more of a row. @returns how many of it there are now */
  add(row: number): number {
    if (row >= this.pieces.length) {
      let length = Math.max(256, this.pieces.length);
      while (length <= row) length *= 2;
      this.pieces = longer(this.pieces, new Int32Array(length));
    }
    return ++this.pieces[row];
  }
}
