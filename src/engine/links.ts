/** The wires as columns, and per wire the calls whose callers wait, in order of deadline: one timer per wire, not per call. */

import { type Calls, notListed } from './calls.ts';
import { Harm } from './harm.ts';
import { type Stream, streamOf } from './luck.ts';
import type { Memory } from './memory.ts';
import type { Plan, PlanLinkField } from './plan.ts';

export class Links {
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly delaySeconds: Float64Array;
  readonly delayForm: Float64Array;
  readonly jitter: Float64Array;
  readonly timeoutSeconds: Float64Array;
  readonly retries: Float64Array;
  readonly backoffSeconds: Float64Array;
  readonly backoffCapSeconds: Float64Array;
  readonly weight: Float64Array;
  readonly backoffJitter: Float64Array;
  /** One stream per wire, named by its ends, so that a wire's luck survives edits elsewhere. */
  readonly streams: readonly Stream[];
  /** Same names as a number, to keep the draws of different callers of one node apart. */
  readonly marks: Int32Array;

  readonly harm: Harm;

  private readonly calls: Calls;
  private readonly first: Int32Array;
  private readonly last: Int32Array;
  /** When the wire's one pending timer rings; Infinity = none. */
  readonly armed: Float64Array;

  constructor(memory: Memory, calls: Calls, plan: Plan) {
    const { links } = plan;
    const column = (field: PlanLinkField) => {
      const cells = memory.f64(links.length);
      cells.set(links.map((link) => link[field]));
      return cells;
    };
    this.from = Int32Array.from(links, (link) => link.from);
    this.to = Int32Array.from(links, (link) => link.to);
    this.delaySeconds = column('delaySeconds');
    this.delayForm = column('delayForm');
    this.jitter = column('jitter');
    this.timeoutSeconds = column('timeoutSeconds');
    this.retries = column('retries');
    this.backoffSeconds = column('backoffSeconds');
    this.backoffCapSeconds = column('backoffCapSeconds');
    this.weight = column('weight');
    this.backoffJitter = column('backoffJitter');
    this.streams = links.map((link) => streamOf(plan.seed, 'link', plan.nodes[link.from].id, plan.nodes[link.to].id));
    this.marks = Int32Array.from(links, (link) => streamOf('mark', plan.nodes[link.from].id, plan.nodes[link.to].id).k0 << 12);
    this.harm = new Harm(memory, plan, calls);
    this.calls = calls;
    this.first = memory.i32(links.length).fill(-1);
    this.last = memory.i32(links.length).fill(-1);
    this.armed = memory.f64(links.length).fill(Infinity);
  }

  /** Lists a call by its deadline. Deadlines of one wire mostly come in order, so the walk back is short. */
  list(link: number, call: number): void {
    const { waitBefore, waitAfter, deadline } = this.calls;
    let before = this.last[link];
    while (before >= 0 && deadline[before] > deadline[call]) before = waitBefore[before];
    const after = before < 0 ? this.first[link] : waitAfter[before];
    waitBefore[call] = before;
    waitAfter[call] = after;
    if (before < 0) this.first[link] = call;
    else waitAfter[before] = call;
    if (after < 0) this.last[link] = call;
    else waitBefore[after] = call;
  }

  unlist(call: number): void {
    const { waitBefore, waitAfter, link } = this.calls;
    const before = waitBefore[call];
    if (before === notListed) return;
    const after = waitAfter[call];
    if (before < 0) this.first[link[call]] = after;
    else waitAfter[before] = after;
    if (after < 0) this.last[link[call]] = before;
    else waitBefore[after] = before;
    waitBefore[call] = notListed;
  }

  /** The call that runs out of patience next on this wire, -1 when nobody waits. */
  firstWaiting(link: number): number {
    return this.first[link];
  }
}
