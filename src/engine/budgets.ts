/**
 * How often a caller may try again: so many retries at once, and so many per first attempt (a bucket that first attempts fill, as in
 * Finagle and gRPC), so that retries cannot multiply the load on what is failing already.
 */

import { type Callers, MARK } from './callers.ts';
import { nth } from './calls.ts';
import { LINK_METER } from './linkMetrics.ts';
import { longer, type Memory } from './memory.ts';

/** The most a budget saves up, in first attempts. */
const span = 100;

export class Budgets {
  private readonly callers: Callers;
  /** By cell: retries that may still be made, and those under way or about to be. */
  private readonly tokens: Float64Array;
  private readonly out: Int32Array;
  /** By call: where it counts as a retry. Its wire may be another than the first attempt's. */
  private cellOf = new Int32Array(64);

  constructor(memory: Memory, callers: Callers) {
    this.callers = callers;
    this.tokens = memory.f64(callers.count);
    this.out = memory.i32(callers.count);
    memory.grows(this as unknown as Record<'cellOf', Int32Array>, 'cellOf');
    for (let link = 0; link < callers.cellOf.length; link++) this.fill(link);
  }

  /** All callers of a wire begin anew with full buckets. */
  fill(link: number): void {
    this.tokens.fill(this.most(link), this.callers.cellOf[link], this.callers.endOf(link));
  }

  private most(link: number): number {
    return Math.max(1, this.callers.values.retryBudget[link] * span);
  }

  /** A first attempt sets out. */
  earn(link: number, cell: number): void {
    this.tokens[cell] = Math.min(this.most(link), this.tokens[cell] + this.callers.values.retryBudget[link]);
  }

  /** Whether there may be one more retry; it is paid for if so. */
  spend(link: number, cell: number): boolean {
    const { maxRetries, retryBudget } = this.callers.values;
    if (maxRetries[link] > 0 && this.out[cell] >= maxRetries[link]) return false;
    if (retryBudget[link] === 0) return true;
    if (this.tokens[cell] < 1) return false;
    this.tokens[cell]--;
    return true;
  }

  /** A retry comes into being. */
  begin(call: number, cell: number): void {
    if (nth(call) >= this.cellOf.length) this.grow(call);
    this.out[cell]++;
    this.cellOf[nth(call)] = cell;
  }

  /** A call with these marks has ended. */
  end(call: number, marks: number): void {
    if (marks & MARK.retry) this.out[this.cellOf[nth(call)]]--;
  }

  /** The caller has died. */
  forget(link: number, cell: number): void {
    this.out[cell] = 0;
    this.tokens[cell] = this.most(link);
  }

  measure(link: number): void {
    const { callers } = this;
    const end = callers.endOf(link);
    let tokens = 0;
    for (let cell = callers.cellOf[link]; cell < end; cell++) tokens += this.tokens[cell];
    const mean = tokens / (end - callers.cellOf[link]);
    callers.gauge(link, LINK_METER.budgetLeft, callers.values.retryBudget[link] > 0 ? mean : -1);
  }

  private grow(call: number): void {
    let length = this.cellOf.length;
    while (length <= nth(call)) length *= 2;
    this.cellOf = longer(this.cellOf, new Int32Array(length));
  }
}
