/**
 * What a caller does to protect itself and whom it calls, wire by wire: it holds back (bulkhead), stops calling what fails (breaker),
 * waits for a connection (pool), does not try again too often (budget), sends a copy elsewhere when an answer is late (hedge). A call
 * passes in this order; what is turned away here never travels. Each instance of a caller keeps its own state, as processes do.
 *
 * Off by default: a wire without a policy costs one look at `guarded`.
 */

import type { Actor } from './behavior.ts';
import { Budgets } from './budgets.ts';
import { Callers, MARK } from './callers.ts';
import { AT, type Calls, nth } from './calls.ts';
import { MET, SPENT } from './follow/story.ts';
import { Guards } from './guards.ts';
import { Hedges } from './hedges.ts';
import { LINK_METER } from './linkMetrics.ts';
import type { Memory } from './memory.ts';
import { type Network, OP } from './network.ts';
import { CLASS, OUTCOME, type Plan } from './plan.ts';
import type { PolicyField } from './policyFields.ts';
import { Pools } from './pools.ts';

export class Policies implements Actor {
  /** 1 for wires that have a policy, or have had one in this run. */
  readonly guarded: Uint8Array;
  readonly callers: Callers;
  private readonly net: Network;
  /** Its place among the actors. */
  private readonly self: number;
  private readonly calls: Calls;
  private readonly guards: Guards;
  private readonly pools: Pools;
  private readonly budgets: Budgets;
  private readonly hedges: Hedges;
  /** Calls under way or in line, by caller: what a bulkhead bounds. */
  private readonly underWay: Int32Array;

  constructor(memory: Memory, plan: Plan, net: Network, self: number, meterOf: readonly number[], spreads: readonly boolean[]) {
    this.net = net;
    this.self = self;
    this.calls = net.calls;
    this.callers = new Callers(memory, plan, net, meterOf);
    this.guarded = this.callers.guarded;
    this.guards = new Guards(memory, this.callers, net);
    this.pools = new Pools(memory, this.callers, net.calls);
    this.budgets = new Budgets(memory, this.callers);
    this.hedges = new Hedges(memory, this.callers, net, spreads);
    this.underWay = memory.i32(this.callers.count);
  }

  /** A number of a wire's policy is another from now on. */
  set(link: number, field: PolicyField, value: number): void {
    this.callers.values[field][link] = value;
    this.callers.guard(link);
    if (field === 'retryBudget') this.budgets.fill(link);
  }

  /** A call, or another attempt at it, sets out over a guarded wire: it passes the bulkhead, the breaker and the pool, or ends here. */
  setOut(call: number): void {
    const { calls, callers, pools } = this;
    const { poolSize } = callers.values;
    const link = calls.link[call];
    const cell = callers.cell(call);
    callers.grow(call);
    callers.marks[nth(call)] &= MARK.retry;
    this.hedges.clear(call);
    calls.deadline[call] = Infinity;
    if (calls.attempt[call] === 0) {
      // where a call lay before, a retry may have
      callers.marks[nth(call)] = 0;
      this.budgets.earn(link, cell);
      this.passDeadline(call, link);
    }
    if (calls.giveUpAt[call] <= this.net.now) {
      this.turnAway(call, OUTCOME.timeout, MET.tooLate);
      return;
    }
    const isFull = this.isFull(link, cell);
    if (isFull || !this.guards.passes(call, link, cell)) {
      this.turnAway(call, OUTCOME.shed, isFull ? MET.bulkheadFull : MET.breakerOpen);
      return;
    }
    this.underWay[cell]++;
    callers.marks[nth(call)] |= MARK.counted;
    if (poolSize[link] === 0) this.go(call);
    else if (pools.isFree(link, cell)) this.connect(call, link, cell);
    else if (pools.lineIsFull(link, cell)) this.turnAway(call, OUTCOME.shed, MET.poolFull);
    else this.line(call, link, cell);
  }

  /** It is given what is left of its caller's own time; of a caller that nobody waits for, nothing is. */
  private passDeadline(call: number, link: number): void {
    const { calls } = this;
    const parent = calls.parent[call];
    if (this.callers.values.passesDeadline[link] === 0 || parent < 0) return;
    calls.giveUpAt[call] = Math.min(calls.giveUpAt[call], calls.deadline[parent]);
  }

  private isFull(link: number, cell: number): boolean {
    const most = this.callers.values.maxRequests[link];
    return most > 0 && this.underWay[cell] >= most;
  }

  private go(call: number): void {
    const { net, calls, callers } = this;
    const link = calls.link[call];
    callers.marks[nth(call)] |= MARK.watched;
    callers.note(link, LINK_METER.attempts);
    // a caller that hung while this stood in line has overslept it
    calls.giveUpAt[call] = Math.max(calls.giveUpAt[call], net.now);
    net.depart(call);
    const copyAt = this.hedges.begin(call, callers.cell(call), this.isOnce(call));
    if (copyAt >= 0) net.wake(this.self, 0, call, copyAt);
  }

  /** Ends here, at once, but not before its caller has finished sending it. */
  private turnAway(call: number, outcome: number, why: number): void {
    const { net, calls } = this;
    net.follower?.turnedAway(call, why);
    this.callers.note(calls.link[call], LINK_METER.turnedAway);
    calls.at[call] = AT.turnedAway;
    calls.outcome[call] = outcome;
    calls.departAt[call] = net.now;
    net.schedule(call, OP.home, net.now);
  }

  private connect(call: number, link: number, cell: number): void {
    this.pools.connect(link, cell);
    this.callers.marks[nth(call)] |= MARK.connected;
    this.go(call);
  }

  /** Stands in line for a connection until one is free, its time is over, or its caller gives up. */
  private line(call: number, link: number, cell: number): void {
    const { net, calls } = this;
    net.follower?.stands(call, SPENT.pool, this.pools.waiting[cell]);
    this.pools.line(call, cell);
    calls.at[call] = AT.inLine;
    const wait = this.callers.values.poolWaitSeconds[link];
    if (wait > 0) net.schedule(call, OP.home, net.now + wait);
    else calls.forgo(call);
    if (calls.giveUpAt[call] < Infinity) net.limit(call);
  }

  /** Its time in line is over: whether its caller notices now or when it comes to itself, the place is another's. */
  tooLongInLine(call: number): void {
    const { calls, callers } = this;
    this.pools.leave(call, callers.cell(call));
    callers.note(calls.link[call], LINK_METER.turnedAway);
    calls.at[call] = AT.turnedAway;
    calls.outcome[call] = OUTCOME.timeout;
  }

  /**
   * A caller's wait for a call ends: with its answer, with a failure, or with its patience. Whatever it held is free again.
   * @returns false when a copy of the call is still out (or has won already), so that nothing is over yet
   */
  ended(call: number, outcome: number): boolean {
    const { calls, net, callers, hedges } = this;
    const link = calls.link[call];
    const cell = callers.cell(call);
    const marks = callers.marks[nth(call)];
    if (calls.at[call] === AT.inLine) this.tooLongInLine(call);
    if (marks & MARK.watched) {
      this.guards.record(link, cell, outcome, marks);
      if (outcome === OUTCOME.ok) hedges.learn(call, link, cell);
    } else {
      this.guards.giveBack(cell, marks);
    }
    this.giveBack(call, link, cell, marks);
    const other = hedges.part(call);
    if (other >= 0 && outcome !== OUTCOME.ok) {
      net.actors[net.links.from[link]].failed?.(call, outcome);
      return false;
    }
    if (other >= 0) {
      if (marks & MARK.copy) callers.note(link, LINK_METER.hedgeWins);
      this.drop(other);
    }
    hedges.becomeOriginal(call, marks);
    return true;
  }

  /** The slower of two: nobody waits for it any longer, and where it can be it is not begun. */
  private drop(call: number): void {
    const { calls, net, callers } = this;
    const link = calls.link[call];
    const cell = callers.cell(call);
    net.links.unlist(call);
    net.follower?.beaten(call);
    net.actors[net.links.from[link]].failed?.(call, OUTCOME.ok);
    this.guards.giveBack(cell, callers.marks[nth(call)]);
    this.giveBack(call, link, cell, callers.marks[nth(call)]);
    // its callee need not begin it
    calls.waiting[call] = 0;
    calls.parent[call] = -1;
    calls.deadline[call] = -1;
    if (calls.at[call] === AT.lost) calls.free(call);
  }

  /** Its share of the bulkhead, the retries and the pool. */
  private giveBack(call: number, link: number, cell: number, marks: number): void {
    this.callers.marks[nth(call)] = 0;
    if (marks & MARK.counted) this.underWay[cell]--;
    this.budgets.end(call, marks);
    if ((marks & MARK.connected) === 0) return;
    if (this.net.links.harm.leaks(call)) this.pools.leak(cell);
    else this.handOn(link, cell);
  }

  /** A connection is free: whoever has stood in line longest takes it over. */
  private handOn(link: number, cell: number): void {
    const next = this.pools.release(link, cell);
    if (next < 0) return;
    this.net.links.unlist(next);
    this.callers.marks[nth(next)] |= MARK.connected;
    this.go(next);
  }

  /** A wire's callers leak connections no longer, and those lost so far are given back, as by a program that is started anew. */
  poolMended(link: number): void {
    const { callers, pools, net } = this;
    const firstSlot = net.instances.first[net.links.from[link]];
    for (let cell = callers.cellOf[link]; cell < callers.endOf(link); cell++) {
      const isUp = net.instances.isUp(firstSlot + cell - callers.cellOf[link]);
      for (let left = pools.found(cell); left > 0; left--) {
        // of a caller that hangs nobody moves up: its line goes on when it does
        if (isUp) this.handOn(link, cell);
        else pools.disconnect(link, cell);
      }
    }
  }

  /** Whether a failed attempt may be followed by another one; it is counted if so. */
  mayRetry(call: number): boolean {
    const { calls, callers } = this;
    const link = calls.link[call];
    // turned away here, or in line too long: to try again at once would only meet the same
    if (calls.at[call] === AT.turnedAway || this.isOnce(call) || !this.budgets.spend(link, callers.cell(call))) return false;
    callers.note(link, LINK_METER.retries);
    return true;
  }

  /** A failed call will be tried again as another one. */
  retried(failed: number, call: number): void {
    this.callers.grow(call);
    this.budgets.begin(call, this.callers.cell(failed));
    this.callers.marks[nth(call)] = MARK.retry;
    this.hedges.clear(call);
  }

  /** What changes something, where that must not happen twice. */
  private isOnce(call: number): boolean {
    if (this.callers.values.writesOnce[this.calls.link[call]] === 0) return false;
    const cls = this.calls.cls[call];
    return cls === CLASS.write || cls === CLASS.upload || cls === CLASS.job;
  }

  /** Nobody asks it anything. */
  receive(): void {}

  /** An answer may be late: a copy goes to another instance, if there still is nothing and its caller may call once more. */
  wake(_code: number, call: number): void {
    const { calls, callers, hedges } = this;
    if (!hedges.isDue(call)) return;
    const link = calls.link[call];
    const cell = callers.cell(call);
    const isShort = callers.values.poolSize[link] > 0 && !this.pools.isFree(link, cell);
    if (isShort || this.isFull(link, cell) || !this.guards.isClosed(cell)) return;
    this.setOutCopy(hedges.copyOf(call));
  }

  private setOutCopy(copy: number): void {
    const { callers } = this;
    const link = this.calls.link[copy];
    const cell = callers.cell(copy);
    callers.grow(copy);
    callers.guardAlways(link);
    callers.marks[nth(copy)] = MARK.copy | MARK.counted | MARK.watched;
    this.underWay[cell]++;
    if (callers.values.poolSize[link] > 0) {
      this.pools.connect(link, cell);
      callers.marks[nth(copy)] |= MARK.connected;
    }
    callers.note(link, LINK_METER.attempts);
    callers.note(link, LINK_METER.hedges);
    this.net.depart(copy);
  }

  /** Whether work on a call is not worth beginning: its caller has given up and says so, or will have before it is done. */
  isVain(call: number): boolean {
    const { calls } = this;
    const link = calls.link[call];
    if (link < 0 || this.guarded[link] === 0) return false;
    const { cancels, dropsLate, marginSeconds } = this.callers.values;
    const deadline = calls.deadline[call];
    if (deadline < 0) return true;
    if (cancels[link] > 0 && calls.waiting[call] === 0 && deadline < Infinity) return true;
    return dropsLate[link] > 0 && deadline - this.net.now < marginSeconds[link];
  }

  /** The caller has died: what it held is nobody's. Its calls have been forgotten already. */
  callerCrashed(slot: number): void {
    const { callers } = this;
    const { links, instances } = this.net;
    for (let link = 0; link < this.guarded.length; link++) {
      if (links.from[link] !== instances.nodeOf[slot] || this.guarded[link] === 0) continue;
      const cell = callers.cellOfSlot(link, slot);
      this.underWay[cell] = 0;
      this.pools.forget(link, cell);
      this.budgets.forget(link, cell);
      this.hedges.forget(cell);
      this.guards.forget(cell);
    }
  }

  /** A call of a dead caller: it counts for nothing any longer. */
  forget(call: number): void {
    if (nth(call) >= this.callers.marks.length) return;
    this.callers.marks[nth(call)] = 0;
    this.hedges.clear(call);
  }

  /** Brings the gauges of all wires up to date. */
  measure(): void {
    this.callers.meterOf.forEach((first, link) => {
      if (first < 0) return;
      this.budgets.measure(link);
      this.guards.measure(link);
    });
  }
}
