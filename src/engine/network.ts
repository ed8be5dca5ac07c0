/**
 * How calls travel: out over a link, into an instance, home again; what a caller does when its patience ends, and when it
 * tries again. Behaviours speak to each other only through this.
 */

import type { Agenda } from './agenda.ts';
import { Alerts } from './alerts.ts';
import type { Audience } from './audience.ts';
import type { Actor } from './behavior.ts';
import { AT, type Calls, FLAG, OTHER, REAL, rowCells, WHOLE } from './calls.ts';
import type { Errors } from './errors.ts';
import type { Follower } from './follow/follower.ts';
import { freeze } from './frozen.ts';
import type { Instances } from './instances.ts';
import type { Journal } from './journal.ts';
import type { Book } from './ledger.ts';
import { type Links, SPECIAL } from './links.ts';
import { drawExponential, mix } from './luck.ts';
import type { Memory } from './memory.ts';
import type { Meters } from './meters.ts';
import type { Moments } from './moments.ts';
import { Notable } from './notable.ts';
import { HEALTH, LINK_FAULT, OUTCOME } from './plan.ts';
import type { Policies } from './policies.ts';
import { settleFailure } from './retries.ts';
import type { Sessions } from './sessions.ts';
import { expectInstead } from './strays.ts';
import { Tallies } from './tallies.ts';
import type { Tracer } from './tracer.ts';
import type { Truth } from './truth.ts';
import type { Waits } from './waits.ts';
import type { Watched } from './watched.ts';

/**
 * What happens to a call. Of a timer that is about a call it stands in the three bits that the call's number leaves free (of `expire` it is a wire's,
 * put in the same place); a behaviour's own timers have negative numbers: node and code, turned over.
 */
export const OP = { arrive: 0, home: 1, retry: 2, expire: 3, served: 4 } as const;
export const OPS = 7;

/** Meters that every instance has: `slot + METER.x * instances`. In the order of the schema's common metrics. */
export const METER = { arrived: 0, completed: 1, failed: 2, utilization: 3, queue: 4, inside: 5, count: 6 } as const;

type MadeBefore =
  | ('clock' | 'agenda' | 'calls' | 'links' | 'instances' | 'errors')
  | ('meters' | 'audience' | 'sessions' | 'journal' | 'tracer' | 'params');

export class Network {
  readonly clock: Moments;
  readonly agenda: Agenda;
  readonly calls: Calls;
  readonly links: Links;
  readonly instances: Instances;
  readonly errors: Errors;
  readonly meters: Meters;
  readonly audience: Audience;
  readonly sessions: Sessions;
  readonly journal: Journal;
  readonly tracer: Tracer;
  readonly notable: Notable;
  /** Values of all nodes' fields; `NodeContext.param` gives places. */
  readonly params: Float64Array;
  /** One per node, set by the run once all are made. */
  actors: readonly Actor[] = [];
  /** The books of the stores, by node: set by stores when made, read by whoever must know what is stale. */
  readonly ledgers: (Book | undefined)[] = [];
  /** What stores share that hold the same rows, by the first of them. */
  readonly truths: (Truth | undefined)[] = [];
  /** Times from arrival to answer of this frame, one histogram per node. */
  readonly response: Tallies;
  waits: Waits | null = null;
  /** Null unless requests are written down, see `follow/follower.ts`. */
  follower: Follower | null = null;
  /** Null while nobody watches anybody. */
  watched: Watched | null = null;
  readonly alerts: Alerts;
  /** Set by the run once it is made. */
  policies!: Policies;
  private readonly slots: number;

  /** @param parts what is made before it, and how many nodes there are */
  constructor(parts: Pick<Network, MadeBefore> & { memory: Memory; nodes: number }) {
    this.clock = parts.clock;
    this.agenda = parts.agenda;
    this.calls = parts.calls;
    this.links = parts.links;
    this.instances = parts.instances;
    this.errors = parts.errors;
    this.meters = parts.meters;
    this.audience = parts.audience;
    this.sessions = parts.sessions;
    this.journal = parts.journal;
    this.tracer = parts.tracer;
    this.params = parts.params;
    this.slots = parts.instances.count;
    this.response = new Tallies(parts.memory, parts.nodes);
    this.notable = new Notable(parts.memory, parts.nodes);
    this.alerts = new Alerts(parts.memory, this, parts.nodes);
  }

  /** Simulated seconds. */
  get now(): number {
    return this.clock.now;
  }

  /** Rings `actor.wake(code, arg)` of a node at a time. Code 0 to 200. */
  wake(node: number, code: number, arg: number, at: number): void {
    this.clock.given = at;
    this.ring(node, code, arg);
  }

  /** As `wake`, with the time in the first cell of an array: for what is set at every request. */
  wakeAt(node: number, code: number, arg: number, moment: Float64Array): void {
    this.clock.given = moment[0];
    this.ring(node, code, arg);
  }

  private ring(node: number, code: number, arg: number): void {
    this.agenda.insertTimer(~((node << 8) | code), arg);
  }

  /**
   * One node asks another.
   * @param from instance slot of the caller
   * @param parent the call it is made for, -1 for a user's own request; its `returned` will get the outcome
   * @param to instance slot to ask, -1 to let the callee's kind choose
   * @param salt tells this call apart from others that the caller makes for the same request
   * @returns the call, so that the caller can note things in it before it travels
   */
  send(link: number, from: number, parent: number, to: number, cls: number, key: number, request: number, salt: number): number {
    const { calls } = this;
    const call = calls.take(link, from, cls, key, request, (salt << 6) ^ this.links.marks[link]);
    calls.reals[call | REAL.bornAt] = parent < 0 ? this.clock.now : calls.reals[parent | REAL.bornAt];
    calls.wholes[call | WHOLE.parent] = parent;
    if (parent >= 0) calls.others[call | OTHER.session] = calls.others[parent | OTHER.session];
    calls.wholes[call | WHOLE.to] = to | 0;
    calls.flags[call | FLAG.waiting] = 1;
    if ((this.links.special[link] & SPECIAL.policy) === 0) this.departOver(link, call);
    else this.policies.setOut(call);
    return call;
  }

  /** Over a wire with a policy the call may be held back, or turned away, before it departs. */
  setOut(call: number): void {
    if ((this.links.special[this.calls.wholes[call | WHOLE.link]] & SPECIAL.policy) === 0) this.depart(call);
    else this.policies.setOut(call);
  }

  /** As `send`, but nobody waits: no timeout, no retry, no answer travels home. */
  tell(link: number, from: number, cls: number, key: number, request: number, salt: number): number {
    const { calls } = this;
    const call = calls.take(link, from, cls, key, request, (salt << 6) ^ this.links.marks[link]);
    calls.reals[call | REAL.bornAt] = this.clock.now;
    calls.reals[call | REAL.deadline] = Infinity;
    this.depart(call);
    return call;
  }

  /** The caller will not try again after the `giveUpAt` it has set (now, if that has passed), and waits no longer. Call right after `send`. */
  limit(call: number): void {
    const { calls } = this;
    const giveUpAt = Math.max(calls.reals[call | REAL.giveUpAt], this.clock.now);
    calls.reals[call | REAL.giveUpAt] = giveUpAt;
    if (giveUpAt >= calls.reals[call | REAL.deadline]) return;
    this.links.unlist(call);
    calls.reals[call | REAL.deadline] = giveUpAt;
    this.await(call);
  }

  /** Work of an instance for itself, e.g. applying a replicated write: it takes servers like a call, but nobody asked. */
  chore(slot: number, request: number): number {
    const { calls } = this;
    const call = calls.take(-1, slot, 0, 0, request, 0);
    calls.wholes[call | WHOLE.to] = slot;
    calls.flags[call | FLAG.at] = AT.inside;
    return call;
  }

  /** Salt for the callee's own draws about a call, e.g. its service time. */
  saltOf(call: number): number {
    return (this.calls.wholes[call | WHOLE.salt] + (this.calls.flags[call | FLAG.attempt] << 2) + 2) | 0;
  }

  /**
   * Salt to `send` with when a call is passed on: what the callee draws then depends on the whole way and on which attempt it is,
   * so that a retry meets fresh luck below, too. Hashed, so that the way may be of any length.
   */
  saltBelow(call: number): number {
    return mix((this.calls.wholes[call | WHOLE.salt] + this.calls.flags[call | FLAG.attempt]) | 0) >> 8;
  }

  /** The callee has worked `seconds` on the call: `actor.served` follows. Slowness is the caller's of this to apply. */
  serve(call: number, seconds: number): void {
    this.clock.given = seconds;
    this.beginService(call);
  }

  private beginService(call: number): void {
    this.waits?.hear(call);
    this.follower?.begins(call);
    this.clock.given += this.clock.now;
    this.setDue(call, OP.served);
  }

  /** The callee answers now. */
  reply(call: number, outcome: number): void {
    this.clock.given = this.clock.now;
    this.answer(call, outcome);
  }

  /**
   * The callee knows now that it will answer at `departAt`: one event instead of two where service cannot be interrupted
   * but by a crash or a hang (which look for such calls).
   */
  replyAt(call: number, outcome: number, departAt: number): void {
    this.clock.given = departAt;
    this.answer(call, outcome);
  }

  private answer(call: number, outcome: number): void {
    const departAt = this.clock.given;
    const at = this.calls.flags[call | FLAG.at];
    // a fault of a kind's, or of ours; gone on with, lists of calls would close to rings and never end
    if (at !== AT.inside && at !== AT.frozen) throw new Error(`call ${call} is answered, but it is not inside`);
    const slot = this.calls.wholes[call | WHOLE.to];
    const inside = METER.inside * this.slots + slot;
    this.meters.shift(inside, -1);
    this.calls.reals[call | REAL.departAt] = departAt;
    if (departAt > this.clock.now) this.meters.keepUntil(inside, this.calls.departAt, call);
    this.finish(call, slot, outcome);
  }

  /** Whether this attempt goes wrong by chance: it will be answered with an error whatever the callee says. See `errors.ts`. */
  errs(call: number): boolean {
    return this.errors.strikes(call, this.saltOf(call));
  }

  /** Books the end of a call at an instance, and lets the answer travel home from `departAt` on. */
  private finish(call: number, slot: number, said: number): void {
    const { calls } = this;
    const departAt = calls.reals[call | REAL.departAt];
    const outcome = this.errors.share[slot] > 0 && said === OUTCOME.ok && this.errs(call) ? OUTCOME.error : said;
    this.meters.values[(outcome === OUTCOME.ok ? METER.completed : METER.failed) * this.slots + slot]++;
    // a refusal is nobody's answer: the host says it at once, and it must not make a dead node look fast
    if (outcome !== OUTCOME.refused) this.response.add(this.instances.nodeOf[slot], departAt - calls.reals[call | REAL.arrivedAt]);
    if (this.watched !== null) this.watched.answered(call, slot, outcome, departAt);
    this.follower?.answers(call, outcome, departAt);
    if (calls.flags[call | FLAG.waiting] === 0) {
      this.links.vain.made(call, outcome);
      calls.free(call);
      return;
    }
    calls.flags[call | FLAG.outcome] = outcome;
    calls.flags[call | FLAG.at] = AT.returning;
    this.travel(calls.wholes[call | WHOLE.link], call, 1);
    if (this.tracer.on) this.tracer.trace(call, 1, departAt, calls.dueAt(call), outcome);
  }

  /** A call reaches its callee. */
  arrive(call: number): void {
    const { calls, meters, instances } = this;
    const { harm } = this.links;
    const now = this.clock.now;
    const link = calls.wholes[call | WHOLE.link];
    const isHarmed = (this.links.special[link] & SPECIAL.harm) !== 0;
    if (isHarmed && harm.swallows(call, 0)) {
      harm.lose(call);
      return;
    }
    const node = this.links.to[link];
    const actor = this.actors[node];
    let slot = calls.wholes[call | WHOLE.to];
    if (slot < 0) slot = instances.taker[node];
    if (slot < 0) slot = actor.place ? actor.place(call) : instances.first[node];
    calls.reals[call | REAL.arrivedAt] = now;
    const nobody = slot < 0;
    if (nobody) slot = instances.first[node];
    calls.wholes[call | WHOLE.to] = slot;
    this.follower?.arrived(call);
    meters.values[METER.arrived * this.slots + slot]++;
    const health = instances.ill > 0 ? instances.health[slot] : HEALTH.up;
    if (nobody || health === HEALTH.crashed || (isHarmed && harm.is(link, LINK_FAULT.certificate))) {
      calls.reals[call | REAL.departAt] = now;
      this.finish(call, slot, nobody ? OUTCOME.error : OUTCOME.refused);
      return;
    }
    meters.shift(METER.inside * this.slots + slot, 1);
    if (health === HEALTH.hung) {
      freeze(this, call, slot, OP.arrive);
      return;
    }
    calls.flags[call | FLAG.at] = AT.inside;
    actor.receive(call);
  }

  /** An answer reaches its caller. */
  home(call: number): void {
    const { calls } = this;
    const { harm } = this.links;
    const link = calls.wholes[call | WHOLE.link];
    const special = this.links.special[link];
    if ((special & SPECIAL.harm) !== 0 && calls.flags[call | FLAG.at] === AT.returning && harm.swallows(call, 1)) {
      harm.lose(call);
      return;
    }
    if (calls.flags[call | FLAG.waiting] === 1) {
      this.links.unlist(call);
      calls.flags[call | FLAG.waiting] = 0;
      const outcome = calls.flags[call | FLAG.at] === AT.inLine ? OUTCOME.timeout : calls.flags[call | FLAG.outcome];
      this.follower?.settled(call, outcome);
      if ((special & SPECIAL.policy) !== 0 && !this.policies.ended(call, outcome)) {
        calls.free(call);
        return;
      }
      if (outcome === OUTCOME.ok) this.actors[this.links.from[link]].returned?.(calls.wholes[call | WHOLE.parent], call, outcome);
      else settleFailure(this, call, outcome);
    } else this.links.vain.cameHome(call);
    calls.free(call);
  }

  /** The call sets out; from now on its caller waits for it, if anybody does. */
  depart(call: number): void {
    this.departOver(this.calls.wholes[call | WHOLE.link], call);
  }

  private departOver(link: number, call: number): void {
    const { calls, links } = this;
    const now = this.clock.now;
    calls.reals[call | REAL.departAt] = now;
    calls.flags[call | FLAG.at] = AT.travelling;
    this.travel(link, call, 0);
    if (calls.flags[call | FLAG.waiting] === 1) {
      let deadline = calls.reals[call | REAL.giveUpAt];
      if ((links.special[link] & SPECIAL.timeout) !== 0) deadline = Math.min(now + links.timeoutSeconds[link], deadline);
      calls.reals[call | REAL.deadline] = deadline;
      if (deadline < Infinity) this.await(call);
    }
    if (this.tracer.on) this.tracer.trace(call, 0, now, calls.dueAt(call), OUTCOME.ok);
    this.follower?.departed(call);
  }

  /** Lists a call whose caller's patience ends some day. */
  private await(call: number): void {
    const { calls, links } = this;
    const link = calls.wholes[call | WHOLE.link];
    links.list(link, call);
    if (calls.reals[call | REAL.deadline] < links.armed[link]) this.arm(link, call);
  }

  /** The wire's timer will ring when the call's time is over: `patience.ts` goes on from there. */
  arm(link: number, call: number): void {
    this.links.armed[link] = this.calls.reals[call | REAL.deadline];
    this.clock.given = this.calls.reals[call | REAL.deadline];
    this.agenda.insertTimer((link * rowCells) | OP.expire, 0);
  }

  /** One way over the call's link, from `departAt` on, and what happens at its end. No moment handed in or out: see `Moments.given`. */
  private travel(link: number, call: number, back: 0 | 1): void {
    const { calls, links } = this;
    const special = links.special[link];
    let arriveAt = calls.reals[call | REAL.departAt];
    if ((special & SPECIAL.encumbered) !== 0) arriveAt = links.encumber(call, back).value;
    if ((special & SPECIAL.delay) !== 0) {
      const request = calls.wholes[call | WHOLE.request];
      const salt = (calls.wholes[call | WHOLE.salt] + (calls.flags[call | FLAG.attempt] << 2) + back) | 0;
      if ((special & SPECIAL.exponential) === 0) arriveAt += links.drawDelay(link, request, salt).value;
      else arriveAt += links.delaySeconds[link] * drawExponential(links.streams[link], request, salt).value;
    }
    this.clock.given = arriveAt;
    this.setDue(call, back === 1 ? OP.home : OP.arrive);
  }

  /** A new attempt waits until a moment before it departs. */
  holdBack(call: number, until: number): void {
    this.calls.flags[call | FLAG.at] = AT.backoff;
    this.schedule(call, OP.retry, until);
    this.follower?.heldBack(call);
  }

  /** The one thing that happens to the call next. */
  schedule(call: number, op: number, at: number): void {
    this.clock.given = at;
    this.setDue(call, op);
  }

  /** As `schedule`, at the moment in `at`. */
  private setDue(call: number, op: number): void {
    const { reals, flags } = this.calls;
    if (this.calls.strays > 0 || reals[call | REAL.due] >= 0) {
      expectInstead(this, call, op);
      return;
    }
    reals[call | REAL.due] = this.clock.given;
    flags[call | FLAG.dueOp] = op;
    this.agenda.insert(call | REAL.due);
  }
}
