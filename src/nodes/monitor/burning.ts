/**
 * How fast a node burns what its objective leaves for errors, over four windows: two rules, each of a long window that says it matters and a
 * short one that says it still goes on (14.4 times the budget over an hour and five minutes, 6 times over six hours and thirty). Windows are
 * kept in sixty parts each, so a burn rate is late by at most a sixtieth of its window.
 */

import type { Memory } from '../../engine/memory.ts';

const parts = 60;
/** Windows as times of the fast rule's long one. */
const windows = [1, 1 / 12, 6, 0.5] as const;
const fastRate = 14.4;
const slowRate = 6;

export class Burning {
  private readonly answers: Float64Array;
  private readonly failures: Float64Array;
  /** The part that is being filled: which one it is since time 0. */
  private readonly at: Float64Array;

  constructor(memory: Memory, nodes: number) {
    this.answers = memory.f64(nodes * windows.length * parts);
    this.failures = memory.f64(nodes * windows.length * parts);
    this.at = memory.f64(nodes * windows.length);
  }

  /** A look has found so many more answers and failures. */
  add(node: number, now: number, windowSeconds: number, answers: number, failures: number): void {
    for (let w = 0; w < windows.length; w++) {
      const ring = node * windows.length + w;
      const part = Math.floor((now * parts) / (windowSeconds * windows[w]));
      for (let p = Math.max(this.at[ring] + 1, part - parts + 1); p <= part; p++) {
        this.answers[ring * parts + (p % parts)] = 0;
        this.failures[ring * parts + (p % parts)] = 0;
      }
      // a window that became longer meanwhile goes on in the part it is in
      this.at[ring] = Math.max(this.at[ring], part);
      this.answers[ring * parts + (this.at[ring] % parts)] += answers;
      this.failures[ring * parts + (this.at[ring] % parts)] += failures;
    }
  }

  /** Times the budget, over a window. */
  rate(node: number, window: number, budget: number): number {
    const ring = node * windows.length + window;
    let answers = 0;
    let failures = 0;
    for (let p = ring * parts; p < (ring + 1) * parts; p++) {
      answers += this.answers[p];
      failures += this.failures[p];
    }
    return answers === 0 ? 0 : failures / answers / budget;
  }

  /** @param budget share of the answers that may fail */
  isBurning(node: number, budget: number): boolean {
    const over = (long: number, short: number, rate: number) =>
      this.rate(node, long, budget) > rate && this.rate(node, short, budget) > rate;
    return over(0, 1, fastRate) || over(2, 3, slowRate);
  }
}
