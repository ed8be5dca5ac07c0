/**
 * What happens when many ask for a row that is not there: who may read it from the store. Leases (Nishtala and others 2013): of those
 * who ask, one is sent, and only what was read since and not written meanwhile is stored.
 */

import type { NodeContext } from '../../engine/behavior.ts';
import { longer } from '../../engine/memory.ts';

/** The order of the spec's options. `early` is XFetch, `stale` stale-while-revalidate. */
export const STAMPEDE = { none: 0, single: 1, lease: 2, early: 3, stale: 4 } as const;

/** Callers that have been told to wait so often are told no more: their count ends here. */
const mostTries = 255;

export class Leases {
  private readonly ctx: NodeContext;
  /** By row: when somebody was sent; -1 = nobody is out. */
  private since = new Float64Array(0);
  private readonly lastsSeconds: number;
  private readonly waitMs: number;

  constructor(ctx: NodeContext) {
    this.ctx = ctx;
    this.lastsSeconds = ctx.param('leaseSeconds');
    this.waitMs = ctx.param('leaseWaitMs');
    ctx.memory.grows(this as unknown as Record<'since', Float64Array>, 'since');
  }

  get waitSeconds(): number {
    return this.ctx.net.params[this.waitMs] / 1000;
  }

  /** Whether the asker is the one to read the row; else somebody is out for it who has not been long. */
  take(row: number): boolean {
    const { now, params } = this.ctx.net;
    if (row < this.since.length && this.since[row] >= 0 && now < this.since[row] + params[this.lastsSeconds]) return false;
    if (row >= this.since.length) this.grow(row);
    this.since[row] = now;
    return true;
  }

  /** Whether a caller has waited as long as a lease lasts, and shall help itself. @param tries how often it was told to wait */
  isLongEnough(tries: number): boolean {
    return tries >= mostTries || tries * this.waitSeconds >= this.ctx.net.params[this.lastsSeconds];
  }

  /** Somebody brings a row that was begun to be read at a moment: whether it may be stored. The lease ends with it. */
  accepts(row: number, begunAt: number): boolean {
    if (row >= this.since.length || this.since[row] < 0 || begunAt < this.since[row]) return false;
    this.since[row] = -1;
    return true;
  }

  /** The row was written, or what was out for it has come to nothing: whatever is being read now is old. */
  end(row: number): void {
    if (row < this.since.length) this.since[row] = -1;
  }

  /** A server has forgotten whom it had sent. @param isLost whether a row was that server's */
  forget(isLost: (row: number) => boolean): void {
    for (let row = 0; row < this.since.length; row++) if (this.since[row] >= 0 && isLost(row)) this.since[row] = -1;
  }

  private grow(row: number): void {
    let length = Math.max(1024, this.since.length);
    while (length <= row) length *= 2;
    this.since = longer(this.since, new Float64Array(length).fill(-1));
  }
}
