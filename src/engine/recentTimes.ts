/** The newest response times of each caller, and a share of them: what a hedge by percentile waits for. */

import { longer, type Memory } from './memory.ts';

const remembered = 200;
/** With fewer than so many nothing is known; read anew after each so many. */
const fewest = 20;

export class RecentTimes {
  /** `caller * remembered`. */
  private seen = new Float64Array(0);
  private readonly count: Int32Array;
  private readonly at: Int32Array;
  private readonly quantile: Float64Array;

  constructor(memory: Memory, callers: number) {
    this.count = memory.i32(callers);
    this.at = memory.i32(callers);
    this.quantile = memory.f64(callers);
    memory.grows(this as unknown as Record<'seen', Float64Array>, 'seen');
  }

  /** Seconds; Infinity while too little is known. */
  quantileOf(caller: number): number {
    return this.count[caller] < fewest ? Infinity : this.quantile[caller];
  }

  add(caller: number, seconds: number, share: number): void {
    const start = caller * remembered;
    if (this.seen.length < start + remembered) this.seen = longer(this.seen, new Float64Array(start + remembered));
    this.seen[start + this.at[caller]] = seconds;
    this.at[caller] = (this.at[caller] + 1) % remembered;
    if (this.count[caller] < remembered) this.count[caller]++;
    if (this.at[caller] % fewest > 0) return;
    const sorted = this.seen.slice(start, start + this.count[caller]).sort();
    this.quantile[caller] = sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
  }

  forget(caller: number): void {
    this.count[caller] = 0;
    this.at[caller] = 0;
  }
}
