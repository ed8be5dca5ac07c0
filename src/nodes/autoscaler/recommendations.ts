/** What was recommended of late, so that instances are taken away only when fewer have been enough for a while. */

import type { Memory } from '../../engine/memory.ts';

/** As many as an hour has of the shortest period. */
const kept = 720;

export class Recommendations {
  private readonly at: Float64Array;
  private readonly count: Float64Array;
  private readonly written: Int32Array;

  constructor(memory: Memory) {
    this.at = memory.f64(kept);
    this.count = memory.f64(kept);
    this.written = memory.i32(1);
  }

  add(now: number, count: number): void {
    const place = this.written[0]++ % kept;
    this.at[place] = now;
    this.count[place] = count;
  }

  /** The most that was recommended after a moment; the last one counts whenever it was. */
  mostSince(moment: number): number {
    const last = this.written[0] - 1;
    let most = this.count[last % kept];
    for (let i = last - 1; i >= 0 && i > last - kept && this.at[i % kept] > moment; i--) most = Math.max(most, this.count[i % kept]);
    return most;
  }
}
