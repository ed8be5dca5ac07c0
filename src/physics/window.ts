/** A stretch of one run: frames added up, never averaged, so that stretches merge exactly. */

import type { Frame, FrameLayout } from '../engine/frame.ts';
import { addSparse, bucketCount, quantileOf, valueOf } from '../engine/histogram.ts';
import { requestClasses } from '../engine/plan.ts';
import { WaitTally } from '../engine/waits.ts';

/** Positions of columns by node and metric; `run` columns under node -1. */
export type Columns = ReadonlyMap<string, readonly number[]>;

export function columnsOf(layout: FrameLayout): Columns {
  const found = new Map<string, number[]>();
  layout.columns.forEach(({ node, metric }, at) => {
    const name = `${node} ${metric}`;
    found.set(name, [...(found.get(name) ?? []), at]);
  });
  return found;
}

export class Window {
  readonly layout: FrameLayout;
  readonly columns: Columns;
  seconds = 0;
  /** Per column: counters added, levels and gauges times seconds, mean responses times answers. */
  readonly sums: Float64Array;
  /** Users' response times per class. */
  readonly latency: readonly Float64Array[];
  readonly waits = new WaitTally();
  /** Looks that found as many calls inside as the position says. */
  readonly looks: number[] = [];
  private readonly heldSeconds = new Map<string, number>();
  /** How often the arm's `bursts` counter began to count. */
  bursts = 0;
  /** Services begun at the listened node, by key; empty where the arm does not ask for keys. */
  keys = new Float64Array(0);

  constructor(layout: FrameLayout, columns: Columns) {
    this.layout = layout;
    this.columns = columns;
    this.sums = new Float64Array(layout.columns.length);
    this.latency = requestClasses.map(() => new Float64Array(bucketCount));
  }

  addFrame(frame: Frame): void {
    const length = frame.end - frame.start;
    this.seconds += length;
    this.layout.columns.forEach(({ form, metric, node }, at) => {
      const value = frame.values[at];
      if (value < 0) return;
      if (form === 'counter') this.sums[at] += value;
      else if (metric === 'meanResponse') this.sums[at] += value * this.answersIn(frame, node);
      else this.sums[at] += value * length;
    });
    this.latency.forEach((counts, c) => {
      addSparse(counts, frame.latency, c);
    });
  }

  /** Seconds for which the arm's conditions held. */
  addHeld(seconds: ReadonlyMap<string, number>): void {
    for (const [name, held] of seconds) this.heldSeconds.set(name, (this.heldSeconds.get(name) ?? 0) + held);
  }

  /** Share of the time for which one of the arm's conditions held. */
  held(name: string): number {
    return (this.heldSeconds.get(name) ?? Number.NaN) / this.seconds;
  }

  private addKeys(counts: Float64Array): void {
    if (this.keys.length < counts.length) this.keys = new Float64Array(counts.length);
    counts.forEach((count, key) => {
      this.keys[key] += count;
    });
  }

  addWaits(heard: WaitTally): void {
    this.waits.merge(heard);
    this.addKeys(heard.keys);
  }

  look(inside: number): void {
    while (this.looks.length <= inside) this.looks.push(0);
    this.looks[inside]++;
  }

  add(other: Window): void {
    this.seconds += other.seconds;
    for (let i = 0; i < this.sums.length; i++) this.sums[i] += other.sums[i];
    this.latency.forEach((counts, c) => {
      for (let b = 0; b < bucketCount; b++) counts[b] += other.latency[c][b];
    });
    this.addWaits(other.waits);
    this.addKeys(other.keys);
    this.bursts += other.bursts;
    this.addHeld(other.heldSeconds);
    other.looks.forEach((times, inside) => {
      while (this.looks.length <= inside) this.looks.push(0);
      this.looks[inside] += times;
    });
  }

  /** What a counter counted in one frame. */
  countIn(frame: Frame, node: number, metric: string): number {
    return this.places(node, metric).reduce((sum, at) => sum + frame.values[at], 0);
  }

  private answersIn(frame: Frame, node: number): number {
    return this.countIn(frame, node, 'completed') + this.countIn(frame, node, 'failed');
  }

  private places(node: number, metric: string): readonly number[] {
    const places = this.columns.get(`${node} ${metric}`);
    if (!places) throw new Error(`no column "${metric}" of node ${node}`);
    return places;
  }

  /** A counter, over all instances. */
  total(node: number, metric: string): number {
    return this.places(node, metric).reduce((sum, at) => sum + this.sums[at], 0);
  }

  perSecond(node: number, metric: string): number {
    return this.total(node, metric) / this.seconds;
  }

  /** A level or gauge, its mean over time, all instances together. */
  level(node: number, metric: string): number {
    return this.total(node, metric) / this.seconds;
  }

  /** A level of one instance. */
  levelAt(node: number, instance: number, metric: string): number {
    return this.sums[this.places(node, metric)[instance]] / this.seconds;
  }

  /** Seconds from arrival to answer at a node, those refused for want of room (at once: 0 s) left out. */
  response(node: number): number {
    return this.total(node, 'meanResponse') / this.total(node, 'completed');
  }

  private latencyOf(only: number): Float64Array {
    if (only >= 0) return this.latency[only];
    const all = new Float64Array(bucketCount);
    for (const counts of this.latency) for (let b = 0; b < bucketCount; b++) all[b] += counts[b];
    return all;
  }

  /** Quantile of the users' response times, in seconds. */
  quantile(q: number, cls = -1): number {
    return quantileOf(this.latencyOf(cls), q);
  }

  /**
   * As `quantile`, of the requests that were served: in the users' histogram those turned away stand at their patience, which is
   * far above what any served one takes.
   */
  servedQuantile(q: number, node: number): number {
    const served = this.total(node, 'completed');
    const all = this.latencyOf(-1).reduce((sum, count) => sum + count, 0);
    return this.quantile(q * Math.min(1, served / all));
  }

  /** Mean or standard deviation of the users' response times from the histogram, in seconds. */
  moments(cls = -1): { mean: number; sd: number } {
    let n = 0;
    let sum = 0;
    let squares = 0;
    this.latencyOf(cls).forEach((count, b) => {
      const seconds = valueOf(b);
      n += count;
      sum += count * seconds;
      squares += count * seconds * seconds;
    });
    return { mean: sum / n, sd: Math.sqrt(squares / n - (sum / n) ** 2) };
  }

  meanWait(): number {
    return this.waits.sum / this.waits.total;
  }

  sdWait(): number {
    return Math.sqrt(this.waits.squares / this.waits.total - this.meanWait() ** 2);
  }

  /** Share of those whose service did not begin at once. */
  shareThatWaits(): number {
    return 1 - this.waits.none / this.waits.total;
  }

  waitQuantile(q: number): number {
    return quantileOf(this.waits.counts, q);
  }

  /** Share of looks that found at least as many inside. */
  shareOfLooks(least: number): number {
    let above = 0;
    let all = 0;
    this.looks.forEach((times, inside) => {
      all += times;
      if (inside >= least) above += times;
    });
    return above / all;
  }

  /** Variance and the 99 % quantile of what the looks found. */
  looksAt(): { variance: number; p99: number } {
    const all = this.looks.reduce((sum, times) => sum + times, 0);
    const mean = this.looks.reduce((sum, times, inside) => sum + times * inside, 0) / all;
    const variance = this.looks.reduce((sum, times, inside) => sum + times * (inside - mean) ** 2, 0) / all;
    let below = 0;
    const p99 = this.looks.findIndex((times) => {
      below += times;
      return below >= 0.99 * all;
    });
    return { variance, p99 };
  }
}
