/** How big files and pages are, in KB. A file has the same size wherever it is looked at. */

import type { NodeContext } from '../../engine/behavior.ts';
import { duration, FORM } from '../../engine/durations.ts';
import { type Stream, streamOf } from '../../engine/luck.ts';

/** No file is smaller, in KB: what takes nothing would fit without end. */
const smallest = 0.01;

export class Sizes {
  private readonly params: Float64Array;
  private readonly luck: Stream;
  private readonly fileKB: number;
  private readonly fileSpread: number;
  private readonly pageKB: number;
  /** Of each file over the mean, worked out once for a spread: a function of file and spread, so no state of the run. */
  private relative = new Float64Array(0);
  private relativeSpread = -1;

  constructor(ctx: NodeContext) {
    this.params = ctx.net.params;
    this.luck = streamOf(ctx.plan.seed, 'files', 'size');
    this.fileKB = ctx.param('fileKB');
    this.fileSpread = ctx.param('fileSpread');
    this.pageKB = ctx.param('pageKB');
  }

  get page(): number {
    return this.params[this.pageKB];
  }

  file(key: number): number {
    const mean = this.params[this.fileKB];
    const spread = this.params[this.fileSpread];
    if (spread === 0) return mean;
    if (spread !== this.relativeSpread || key >= this.relative.length) this.begin(spread, key);
    if (this.relative[key] === 0) this.relative[key] = Math.max(1e-6, duration(this.luck, key, 0, FORM.lognormal, 1, spread));
    return Math.max(smallest, mean * this.relative[key]);
  }

  private begin(spread: number, key: number): void {
    let length = Math.max(1024, this.relative.length);
    while (length <= key) length *= 2;
    this.relative = new Float64Array(length);
    this.relativeSpread = spread;
  }
}
