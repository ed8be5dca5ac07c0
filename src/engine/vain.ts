/**
 * Work for nobody: good answers whose caller had stopped waiting, because its patience was over, it died, or another copy had been faster.
 * The callee did all of it. Known when the answer leaves, or at the latest when it comes home; only of callers who would not have waited
 * for ever, so that messages and what is told in passing are not counted.
 */

import { AT, type Calls } from './calls.ts';
import type { Memory } from './memory.ts';
import { OUTCOME } from './plan.ts';

export class Vain {
  /** Per node, since the frame began. */
  readonly answers: Float64Array;
  private readonly calls: Calls;
  /** Per link, the node that it leads to. */
  private readonly to: Int32Array;

  constructor(memory: Memory, calls: Calls, to: Int32Array, nodes: number) {
    this.answers = memory.f64(nodes);
    this.calls = calls;
    this.to = to;
  }

  /** An answer is made, and nobody waits for it any more. */
  made(call: number, outcome: number): void {
    const { calls } = this;
    if (outcome === OUTCOME.ok && calls.link[call] >= 0 && calls.deadline[call] < Infinity) this.answers[this.to[calls.link[call]]]++;
  }

  /** What nobody waits for any more has come home: a call that never got in is no answer. */
  cameHome(call: number): void {
    if (this.calls.at[call] === AT.returning) this.made(call, this.calls.outcome[call]);
  }
}
