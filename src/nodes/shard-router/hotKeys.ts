/**
 * The keys that everybody wants, and what is done about them: copied to several shards of which each read asks one, kept for a moment by the
 * router itself, or given a shard of their own. Counted exactly, over and over for a while.
 */

import type { NodeContext } from '../../engine/behavior.ts';
import { longer } from '../../engine/memory.ts';

/** The order of the spec's `hotKeys`. */
const HOT = { nothing: 0, split: 1, cache: 2, dedicated: 3 } as const;

/** Keys that are looked after, and that are shown. */
export const mostHot = 8;
/** With fewer queries in a count nothing is hot. */
const leastQueries = 20;

export class HotKeys {
  /** The most wanted rows of the last count, the first most; -1 = none. And how often each was wanted. */
  readonly top: Int32Array;
  readonly topCount: Int32Array;
  private readonly ctx: NodeContext;
  /** By row, in this count. */
  private counts = new Int32Array(0);
  /** [queries of this count, of the last one, hot rows, 1 while they have a shard of their own] */
  private readonly cells: Int32Array;
  private readonly hot: Int32Array;
  /** Of each hot row: the number of the answer that is kept, and until when. */
  private readonly kept: Float64Array;
  private readonly keptUntil: Float64Array;
  private readonly fields;

  constructor(ctx: NodeContext) {
    const { memory } = ctx;
    this.ctx = ctx;
    this.top = memory.i32(mostHot).fill(-1);
    this.topCount = memory.i32(mostHot);
    this.cells = memory.i32(4);
    this.hot = memory.i32(mostHot);
    this.kept = memory.f64(mostHot);
    this.keptUntil = memory.f64(mostHot);
    memory.grows(this as unknown as Record<'counts', Int32Array>, 'counts');
    this.fields = {
      mode: ctx.param('hotKeys'),
      percent: ctx.param('hotPercent'),
      cacheMs: ctx.param('hotCacheMs'),
    };
  }

  /** A hot row has a shard of its own: that this is so, and that it shall be. */
  get isDedicated(): boolean {
    return this.cells[3] === 1;
  }

  get wantsDedicated(): boolean {
    return this.mode === HOT.dedicated;
  }

  /** Takes what is done about hot keys as it is now. */
  adopt(): void {
    this.cells[3] = this.wantsDedicated ? 1 : 0;
  }

  /** Queries of the last count. */
  get queries(): number {
    return this.cells[1];
  }

  /** Of the last count's queries, those for the most wanted row. */
  get share(): number {
    return this.cells[1] > 0 ? this.topCount[0] / this.cells[1] : 0;
  }

  wanted(row: number): void {
    if (row >= this.counts.length) {
      let length = Math.max(1024, this.counts.length);
      while (length <= row) length *= 2;
      this.counts = longer(this.counts, new Int32Array(length));
    }
    this.counts[row]++;
    this.cells[0]++;
  }

  isHot(row: number): boolean {
    return this.placeOf(row) >= 0;
  }

  isSplit(row: number): boolean {
    return this.mode === HOT.split && this.isHot(row);
  }

  /** The answer's number that is kept of a row; -1 when none is. */
  answerFor(row: number): number {
    if (this.mode !== HOT.cache) return -1;
    const at = this.placeOf(row);
    return at >= 0 && this.ctx.net.now < this.keptUntil[at] ? this.kept[at] : -1;
  }

  /** A hot row's answer has come. */
  keep(row: number, code: number): void {
    if (this.mode !== HOT.cache) return;
    const at = this.placeOf(row);
    if (at < 0) return;
    this.kept[at] = code;
    this.keptUntil[at] = this.ctx.net.now + this.ctx.net.params[this.fields.cacheMs] / 1000;
  }

  /** It was written: what is kept is old. */
  drop(row: number): void {
    const at = this.placeOf(row);
    if (at >= 0) this.keptUntil[at] = 0;
  }

  forget(): void {
    this.keptUntil.fill(0);
  }

  /** A count is over: who is wanted most, and who is hot from now on. @param moved told of every row that begins or ceases to be hot, before */
  turn(moved: (row: number) => void): void {
    const { counts, cells } = this;
    this.top.fill(-1);
    this.topCount.fill(0);
    for (let row = 0; row < counts.length; row++) if (counts[row] > this.topCount[mostHot - 1]) this.rank(row, counts[row]);
    cells[1] = cells[0];
    cells[0] = 0;
    this.choose(moved);
    counts.fill(0);
  }

  private get mode(): number {
    return this.ctx.net.params[this.fields.mode];
  }

  private placeOf(row: number): number {
    const count = this.cells[2];
    for (let i = 0; i < count; i++) if (this.hot[i] === row) return i;
    return -1;
  }

  private rank(row: number, count: number): void {
    let at = mostHot - 1;
    while (at > 0 && this.topCount[at - 1] < count) {
      this.top[at] = this.top[at - 1];
      this.topCount[at] = this.topCount[at - 1];
      at--;
    }
    this.top[at] = row;
    this.topCount[at] = count;
  }

  /** A row stays hot until it is wanted half as much as made it so. */
  private choose(moved: (row: number) => void): void {
    const isOn = this.mode !== HOT.nothing && this.cells[1] >= leastQueries;
    const least = (this.ctx.net.params[this.fields.percent] / 100) * this.cells[1];
    for (let i = this.cells[2] - 1; i >= 0; i--) {
      if (isOn && this.counts[this.hot[i]] >= least / 2) continue;
      moved(this.hot[i]);
      const last = --this.cells[2];
      this.hot[i] = this.hot[last];
      this.keptUntil[i] = this.keptUntil[last];
      this.kept[i] = this.kept[last];
    }
    if (!isOn) return;
    for (let i = 0; i < mostHot && this.cells[2] < mostHot; i++) {
      const row = this.top[i];
      if (row < 0 || this.topCount[i] < least || this.isHot(row)) continue;
      moved(row);
      this.keptUntil[this.cells[2]] = 0;
      this.hot[this.cells[2]++] = row;
    }
  }
}
