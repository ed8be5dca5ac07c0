/** The wires as columns, and per wire the calls whose callers wait, in order of deadline: one timer per wire, not per call. */

import { type Calls, notListed, OTHER } from './calls.ts';
import { drawOnWire, FORM } from './durations.ts';
import { Harm } from './harm.ts';
import { type Stream, streamOf } from './luck.ts';
import type { Memory } from './memory.ts';
import { OUTCOME, type Plan, type PlanLink, type PlanLinkField } from './plan.ts';
import { Real } from './real.ts';
import { Traffic } from './traffic.ts';
import { Vain } from './vain.ts';

/**
 * What is peculiar about a wire, as bits of `Links.special`. The first four make it more than a delay, the first three (`encumbered`) at
 * each way of a message; `delay`: it takes time, and `exponential`: by that law, by far the most frequent one. `timeout`: callers do not
 * wait for ever.
 */
export const SPECIAL = { harm: 1, size: 2, border: 4, encumbered: 7, policy: 8, delay: 16, exponential: 32, timeout: 64 } as const;

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
  readonly mbps: Float64Array;
  /** Bits of `SPECIAL`, all that a message on most wires looks at. */
  readonly special: Uint8Array;
  /** One stream per wire, named by its ends, so that a wire's luck survives edits elsewhere. */
  readonly streams: readonly Stream[];
  /** Same names as a number, to keep the draws of different callers of one node apart. */
  readonly marks: Int32Array;

  /** By link: what messages weigh. */
  private readonly kb: readonly PlanLink['kb'][];
  readonly harm: Harm;
  readonly traffic: Traffic;
  readonly vain: Vain;

  private readonly calls: Calls;
  /** A place for what is handed on, see `real.ts`. */
  private readonly seconds = new Real();
  private readonly first: Int32Array;
  private readonly last: Int32Array;
  /** When the wire's one pending timer rings; Infinity = none. */
  readonly armed: Float64Array;

  constructor(memory: Memory, calls: Calls, plan: Plan) {
    const { links } = plan;
    const column = (field: PlanLinkField) => {
      const cells = memory.f64(links.length);
      cells.set(links.map((link) => link[field] ?? 0));
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
    this.mbps = column('mbps');
    this.kb = links.map(({ kb }) => kb);
    this.streams = links.map((link) => streamOf(plan.seed, 'link', plan.nodes[link.from].id, plan.nodes[link.to].id));
    this.marks = Int32Array.from(links, (link) => streamOf('mark', plan.nodes[link.from].id, plan.nodes[link.to].id).k0 << 12);
    this.special = memory.u8(links.length);
    links.forEach(({ crosses }, link) => {
      this.mark(link, SPECIAL.border, crosses !== undefined);
      this.changed(link);
    });
    this.harm = new Harm(memory, plan, calls, (link, isHarmed) => this.mark(link, SPECIAL.harm, isHarmed));
    this.traffic = new Traffic(memory, plan);
    this.vain = new Vain(memory, calls, this.to, plan.nodes.length);
    this.calls = calls;
    this.first = memory.i32(links.length).fill(-1);
    this.last = memory.i32(links.length).fill(-1);
    this.armed = memory.f64(links.length).fill(Infinity);
  }

  /** When a message that sets out at `departAt` would arrive if the wire itself took no time: it is harmed, has a size, or leads over a border. */
  encumber(call: number, back: 0 | 1): Real {
    const link = this.calls.link[call];
    const special = this.special[link];
    const { seconds } = this;
    seconds.value = this.calls.departAt[call];
    if ((special & SPECIAL.harm) !== 0) seconds.value += this.harm.delay(link);
    if ((special & SPECIAL.size) !== 0) seconds.value += this.transferSeconds(call, back);
    if ((special & SPECIAL.border) !== 0) this.cross(call, back);
    return seconds;
  }

  /** Seconds on a wire that takes time by another law than the exponential one. */
  drawDelay(link: number, request: number, salt: number): Real {
    const { seconds, delayForm } = this;
    const mean = this.delaySeconds[link];
    if (delayForm[link] === FORM.fixed) seconds.value = mean;
    else seconds.value = mean * drawOnWire(this.streams[link], request, salt, delayForm[link], this.jitter, link).value;
    return seconds;
  }

  /**
   * Seconds that a message takes longer because it has a size: size over bandwidth (domain 0.3). The wire must have a bandwidth.
   * @param back 1 for the answer, which weighs something only if it is a good one
   */
  private transferSeconds(call: number, back: 0 | 1): number {
    const { link, cls, outcome } = this.calls;
    const kb = this.kb[link[call]];
    if (kb === undefined || (back === 1 && outcome[call] !== OUTCOME.ok)) return 0;
    return ((back === 1 ? kb.answer : kb.call)[cls[call]] * 8) / 1000 / this.mbps[link[call]];
  }

  /** A call, or its answer if it is a good one, sets out over a border. @param back 1 for the answer */
  private cross(call: number, back: 0 | 1): void {
    const { link, cls, outcome } = this.calls;
    if (back === 0) this.traffic.go(link[call], cls[call]);
    else if (outcome[call] === OUTCOME.ok) this.traffic.come(link[call], cls[call]);
  }

  /** @param what one of `SPECIAL` */
  mark(link: number, what: number, isOn: boolean): void {
    if (isOn) this.special[link] |= what;
    else this.special[link] &= ~what;
  }

  /** The wire's bandwidth, its delay and its timeout may be others. */
  changed(link: number): void {
    const form = this.delayForm[link];
    const takesTime = this.delaySeconds[link] > 0 && form !== FORM.none;
    this.mark(link, SPECIAL.size, this.mbps[link] !== 0);
    this.mark(link, SPECIAL.timeout, this.timeoutSeconds[link] > 0);
    this.mark(link, SPECIAL.delay, takesTime);
    this.mark(link, SPECIAL.exponential, takesTime && form === FORM.exponential);
  }

  /** Lists a call by its deadline. Deadlines of one wire mostly come in order, so the walk back is short. */
  list(link: number, call: number): void {
    const { others, deadline } = this.calls;
    let before = this.last[link];
    while (before >= 0 && deadline[before] > deadline[call]) before = others[before | OTHER.waitBefore];
    const after = before < 0 ? this.first[link] : others[before | OTHER.waitAfter];
    others[call | OTHER.waitBefore] = before;
    others[call | OTHER.waitAfter] = after;
    if (before < 0) this.first[link] = call;
    else others[before | OTHER.waitAfter] = call;
    if (after < 0) this.last[link] = call;
    else others[after | OTHER.waitBefore] = call;
  }

  unlist(call: number): void {
    const { others, link } = this.calls;
    const before = others[call | OTHER.waitBefore];
    if (before === notListed) return;
    const after = others[call | OTHER.waitAfter];
    if (before < 0) this.first[link[call]] = after;
    else others[before | OTHER.waitAfter] = after;
    if (after < 0) this.last[link[call]] = before;
    else others[after | OTHER.waitBefore] = before;
    others[call | OTHER.waitBefore] = notListed;
  }

  /** The call that runs out of patience next on this wire, -1 when nobody waits. */
  firstWaiting(link: number): number {
    return this.first[link];
  }
}
