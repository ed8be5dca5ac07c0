/** When the calls in a line will be taken up, one after the other: who waits is counted where not all take equally long. */

import { longer, type Memory } from '../../engine/memory.ts';

const HEAD = 0;
const COUNT = 1;

export class Starts {
  /** A ring: the first to be taken up stands at the head. */
  private moments = new Float64Array(0);
  private readonly cells: Int32Array;
  /** [sum of the moments] */
  private readonly sum: Float64Array;

  constructor(memory: Memory) {
    this.cells = memory.i32(2);
    this.sum = memory.f64(1);
    memory.grows(this as unknown as Record<'moments', Float64Array>, 'moments');
  }

  /** @param moment not before any that was added earlier */
  add(moment: number): void {
    const { cells } = this;
    if (cells[COUNT] === this.moments.length) this.grow();
    this.moments[(cells[HEAD] + cells[COUNT]++) & (this.moments.length - 1)] = moment;
    this.sum[0] += moment;
  }

  /** Calls that wait still. */
  waiting(now: number): number {
    const { cells } = this;
    while (cells[COUNT] > 0 && this.moments[cells[HEAD]] <= now) {
      this.sum[0] -= this.moments[cells[HEAD]];
      cells[HEAD] = (cells[HEAD] + 1) & (this.moments.length - 1);
      cells[COUNT]--;
    }
    return cells[COUNT];
  }

  /** Seconds that they will wait from now on, all together. */
  wait(now: number): number {
    const count = this.waiting(now);
    if (count === 0) this.sum[0] = 0;
    return this.sum[0] - count * now;
  }

  clear(): void {
    this.cells.fill(0);
    this.sum[0] = 0;
  }

  private grow(): void {
    const { length } = this.moments;
    const [head] = this.cells;
    const longerOne = longer(this.moments.subarray(head), new Float64Array(Math.max(64, 2 * length)));
    longerOne.set(this.moments.subarray(0, head), length - head);
    this.moments = longerOne;
    this.cells[HEAD] = 0;
  }
}
