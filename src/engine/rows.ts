/** Which row a key means: keys below the number of static files are files, the rest are rows. */

import type { NodeContext } from './behavior.ts';

export class Rows {
  private readonly params: Float64Array;
  private readonly files: number;
  private readonly keys: number;

  constructor(ctx: NodeContext) {
    this.params = ctx.net.params;
    this.files = ctx.workload('staticFiles');
    this.keys = ctx.workload('keys');
  }

  get count(): number {
    return this.params[this.keys];
  }

  /** 0 to count - 1, also for a key that was drawn before the workload was changed. */
  of(key: number): number {
    const row = key - this.params[this.files];
    const { count } = this;
    // the remainder of floating point numbers is slow, and almost never needed
    return row >= 0 && row < count ? row : ((row % count) + count) % count;
  }

  keyOf(row: number): number {
    return this.params[this.files] + row;
  }
}
