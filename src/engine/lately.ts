/** The rows that were written last, for whoever looks into a store: a few of them, each once. */

import type { Memory } from './memory.ts';

/** How many are remembered. */
const most = 12;

export class Lately {
  /** Rows plus one, 0 = none yet; the last cell is where the next one goes. */
  private readonly cells: Int32Array;

  constructor(memory: Memory) {
    this.cells = memory.i32(most + 1);
  }

  add(row: number): void {
    const { cells } = this;
    for (let i = 0; i < most; i++) if (cells[i] === row + 1) return;
    cells[cells[most]] = row + 1;
    cells[most] = (cells[most] + 1) % most;
  }

  /** The last to come in first. */
  rows(): number[] {
    const next = this.cells[most];
    return Array.from({ length: most }, (_, i) => this.cells[(next + most - 1 - i) % most] - 1).filter((row) => row >= 0);
  }
}
