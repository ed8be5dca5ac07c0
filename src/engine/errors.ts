/**
 * Answers that go wrong by chance: a share of what a node would have answered well is answered with an error, drawn for each attempt
 * anew. The work was done all the same, servers and time were spent. Kinds take part by having a field `errorPercent`.
 */

import type { Calls } from './calls.ts';
import type { Instances } from './instances.ts';
import { type Stream, streamOf, uniform } from './luck.ts';
import type { Memory } from './memory.ts';
import type { Plan } from './plan.ts';

export class Errors {
  /** Per instance slot, from 0 to 1; looked at for every answer of the run. */
  readonly share: Float64Array;
  /** Per node; per slot by the fault of the version that runs there, and by a strike; `share` is made of them all. */
  private readonly base: Float64Array;
  private readonly flaw: Float64Array;
  private readonly struck: Float64Array;
  private readonly calls: Calls;
  private readonly instances: Instances;
  private readonly streams: readonly Stream[];

  constructor(memory: Memory, plan: Plan, calls: Calls, instances: Instances) {
    this.share = memory.f64(instances.count);
    this.base = memory.f64(plan.nodes.length);
    this.flaw = memory.f64(instances.count);
    this.struck = memory.f64(instances.count);
    this.calls = calls;
    this.instances = instances;
    this.streams = plan.nodes.map(({ id }) => streamOf(plan.seed, id, 'errors'));
  }

  /** @param share of the node's good answers that go wrong from now on, 0 to 1 */
  set(node: number, share: number): void {
    this.base[node] = share;
    for (let slot = this.instances.first[node]; slot < this.instances.first[node + 1]; slot++) this.mix(slot);
  }

  /** @param share of an instance's good answers that go wrong by the fault of its version, 0 to 1 */
  setFlaw(slot: number, share: number): void {
    this.flaw[slot] = share;
    this.mix(slot);
  }

  /** A fault lets so many of an instance's good answers go wrong beside those; 0 = it is over. */
  strike(slot: number, share: number): void {
    this.struck[slot] = share;
    this.mix(slot);
  }

  private mix(slot: number): void {
    const base = this.base[this.instances.nodeOf[slot]];
    const flaw = this.flaw[slot];
    const byVersion = flaw === 0 ? base : 1 - (1 - base) * (1 - flaw);
    this.share[slot] = this.struck[slot] === 0 ? byVersion : 1 - (1 - byVersion) * (1 - this.struck[slot]);
  }

  /**
   * Whether this attempt at a node goes wrong by chance. A draw keyed by the attempt, so it may be asked early (a store does, before it
   * commits) and again when the answer leaves, and says the same.
   * @param salt of the callee's own draws about the call (`Network.saltOf`)
   */
  strikes(call: number, salt: number): boolean {
    const slot = this.calls.to[call];
    const share = this.share[slot];
    return share > 0 && uniform(this.streams[this.instances.nodeOf[slot]], this.calls.request[call], salt) < share;
  }
}
