/**
 * Journeys of sampled requests, for whoever wants to draw them. Which requests are sampled depends on their number alone;
 * writing them down changes nothing in the run. Bounded: when nobody takes the rows, new ones are dropped.
 */

import type { Calls } from './calls.ts';

/** Numbers a row. */
export const sampleWidth = 9;
const mostRows = 4096;

export class Tracer {
  private readonly rows = new Float64Array(sampleWidth * mostRows);
  private used = 0;
  private every = 0;
  private readonly calls: Calls;

  constructor(calls: Calls) {
    this.calls = calls;
  }

  /** One request in `every`; 0 = none. */
  setEvery(every: number): void {
    this.every = every;
  }

  /** Whether anything is sampled at all. */
  get on(): boolean {
    return this.every > 0;
  }

  private follows(request: number): boolean {
    return (Math.imul(request + 1, 0x9e3779b1) >>> 0) % this.every === 0;
  }

  /**
   * One journey of a call over its link: out (`back` 0) or home with an outcome (`back` 1). Seconds of simulated time. Apart from its
   * callers: they run for every call, and the shorter they are the more of them the compiler fits together.
   */
  trace(call: number, back: 0 | 1, departAt: number, arriveAt: number, outcome: number): void {
    const { calls } = this;
    const request = calls.request[call];
    if (!this.follows(request) || this.used === mostRows) return;
    const at = this.used++ * sampleWidth;
    this.rows[at] = request;
    this.rows[at + 1] = calls.link[call];
    this.rows[at + 2] = back;
    this.rows[at + 3] = departAt;
    this.rows[at + 4] = arriveAt;
    this.rows[at + 5] = outcome;
    this.rows[at + 6] = calls.attempt[call];
    this.rows[at + 7] = calls.cls[call];
    this.rows[at + 8] = calls.bornAt[call];
  }

  take(): Float64Array {
    const rows = this.rows.slice(0, this.used * sampleWidth);
    this.used = 0;
    return rows;
  }
}
