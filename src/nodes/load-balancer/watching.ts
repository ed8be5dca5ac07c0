/**
 * What a balancer learns from the answers themselves, without asking. Two rules, each off by itself:
 * - fails in a stretch of time (nginx): a target that could not be reached so often is left out for as long again; then one request is
 *   its trial, and decides
 * - bad answers in a row (Envoy): the target is ejected, longer every time, but never more than a share of all targets at once; a
 *   sweep brings back those whose time is over
 */

import type { NodeContext } from '../../engine/behavior.ts';
import type { HealthChecks } from '../../engine/checks.ts';
import { OUTCOME } from '../../engine/plan.ts';

/** Reasons for `HealthChecks.bar`. */
const BAR = { fails: 1, ejected: 2 } as const;

/** A target left out for its fails: no trial is due, one is due, one is under way. */
const TRIAL = { none: 0, due: 1, underWay: 2 } as const;

/** Cells: trials due; targets ejected; a number that makes timers of an earlier life void. */
const TRIALS = 0;
const EJECTED = 1;
const LIFE = 2;

const mostTargets = 65_536;

/** An ejection is never longer than this many times the shortest (Envoy: 300 s for 30 s). */
const longestEjection = 10;

export class Watching {
  private readonly ctx: NodeContext;
  private readonly checks: HealthChecks;
  private readonly code: number;
  private readonly places;
  private readonly nodeOf: readonly number[];
  private readonly instanceOf: readonly number[];
  private readonly cells: Int32Array;
  /** Fails since `since`, and whether the target is on trial. */
  private readonly fails: Int32Array;
  private readonly since: Float64Array;
  private readonly trial: Uint8Array;
  /** Bad answers in a row, ejections so far, and when the last one ended. */
  private readonly row: Int32Array;
  private readonly times: Int32Array;
  private readonly backAt: Float64Array;

  /** @param code the first of two timer codes that this may use */
  constructor(ctx: NodeContext, nodeOf: readonly number[], instanceOf: readonly number[], checks: HealthChecks, code: number) {
    const { memory } = ctx;
    const count = nodeOf.length;
    this.ctx = ctx;
    this.checks = checks;
    this.code = code;
    this.nodeOf = nodeOf;
    this.instanceOf = instanceOf;
    this.places = {
      maxFails: ctx.param('maxFails'),
      failSeconds: ctx.param('failSeconds'),
      ejectAfter: ctx.param('ejectAfter'),
      ejectSeconds: ctx.param('ejectSeconds'),
      ejectPercent: ctx.param('ejectPercent'),
      sweepSeconds: ctx.param('sweepSeconds'),
      ejections: ctx.metric('ejections'),
    };
    this.cells = memory.i32(3);
    this.fails = memory.i32(count);
    this.since = memory.f64(count);
    this.trial = memory.u8(count);
    this.row = memory.i32(count);
    this.times = memory.i32(count);
    this.backAt = memory.f64(count);
  }

  /** Whether either rule is on. */
  get isOn(): boolean {
    const { params } = this.ctx.net;
    return params[this.places.maxFails] > 0 || params[this.places.ejectAfter] > 0;
  }

  /** A target whose trial is due, -1 without one: the next request is its trial. */
  takeTrial(): number {
    if (this.cells[TRIALS] === 0) return -1;
    const target = this.trial.indexOf(TRIAL.due);
    this.trial[target] = TRIAL.underWay;
    this.cells[TRIALS]--;
    return target;
  }

  /**
   * A target has answered, or is no longer waited for.
   * @param seesAnswers false for who hands on connections and cannot read what comes back
   * @returns whether who is left out has changed
   */
  saw(target: number, outcome: number, seesAnswers: boolean): boolean {
    const unreachable = outcome === OUTCOME.refused || outcome === OUTCOME.timeout;
    const bad = unreachable || (seesAnswers && (outcome === OUTCOME.error || outcome === OUTCOME.shed));
    const changed = unreachable ? this.failed(target) : this.reached(target);
    return (bad ? this.erred(target) : this.answeredWell(target)) || changed;
  }

  /** A timer of ours has rung. @returns whether who is left out has changed */
  wake(code: number, arg: number): boolean {
    if (Math.floor(arg / mostTargets) !== this.cells[LIFE]) return false;
    const target = arg % mostTargets;
    if (code === this.code) {
      if (!this.checks.isBarred(target, BAR.fails) || this.trial[target] !== TRIAL.none) return false;
      this.trial[target] = TRIAL.due;
      this.cells[TRIALS]++;
      return false;
    }
    if (!this.checks.isBarred(target, BAR.ejected)) return false;
    this.cells[EJECTED]--;
    this.backAt[target] = this.ctx.net.now;
    this.lift(target, BAR.ejected, this.times[target]);
    return true;
  }

  /** Rules may be off now, and targets gone. */
  changed(): void {
    const { params } = this.ctx.net;
    for (let target = 0; target < this.nodeOf.length; target++) {
      const isThere = this.checks.isThere(target);
      if (!isThere || params[this.places.maxFails] === 0) {
        this.endTrial(target);
        this.fails[target] = 0;
        this.open(target, BAR.fails);
      }
      if (!isThere || params[this.places.ejectAfter] === 0) {
        this.row[target] = 0;
        this.times[target] = 0;
        this.open(target, BAR.ejected);
      }
    }
    this.cells[EJECTED] = 0;
    for (let target = 0; target < this.nodeOf.length; target++) {
      if (this.checks.isBarred(target, BAR.ejected)) this.cells[EJECTED]++;
    }
  }

  /** All that was learned is forgotten. */
  crashed(): void {
    for (let target = 0; target < this.nodeOf.length; target++) {
      this.open(target, BAR.fails);
      this.open(target, BAR.ejected);
    }
    const life = this.cells[LIFE] + 1;
    this.cells.fill(0);
    this.cells[LIFE] = life;
    this.fails.fill(0);
    this.since.fill(0);
    this.trial.fill(TRIAL.none);
    this.row.fill(0);
    this.times.fill(0);
    this.backAt.fill(0);
  }

  private failed(target: number): boolean {
    const { params, now } = this.ctx.net;
    const most = params[this.places.maxFails];
    if (most === 0) return false;
    if (this.trial[target] !== TRIAL.none) {
      this.endTrial(target);
      this.leaveOut(target);
      return false;
    }
    if (this.checks.isBarred(target, BAR.fails)) return false;
    if (now - this.since[target] > params[this.places.failSeconds]) {
      this.since[target] = now;
      this.fails[target] = 0;
    }
    if (++this.fails[target] < most) return false;
    this.checks.bar(target, BAR.fails, true);
    this.note('marked-down', target, most);
    this.leaveOut(target);
    return true;
  }

  private leaveOut(target: number): void {
    const { net, node } = this.ctx;
    net.wake(node, this.code, this.cells[LIFE] * mostTargets + target, net.now + net.params[this.places.failSeconds]);
  }

  private reached(target: number): boolean {
    if (this.ctx.net.params[this.places.maxFails] === 0 || !this.checks.isBarred(target, BAR.fails)) return false;
    this.endTrial(target);
    this.fails[target] = 0;
    this.lift(target, BAR.fails, 1);
    return true;
  }

  private endTrial(target: number): void {
    if (this.trial[target] === TRIAL.due) this.cells[TRIALS]--;
    this.trial[target] = TRIAL.none;
  }

  private answeredWell(target: number): boolean {
    this.row[target] = 0;
    return false;
  }

  private erred(target: number): boolean {
    const { net, node } = this.ctx;
    const { params, now } = net;
    const after = params[this.places.ejectAfter];
    if (after === 0 || ++this.row[target] < after || this.checks.isBarred(target, BAR.ejected)) return false;
    this.row[target] = 0;
    if (!this.mayEject()) return false;
    // every sweep without an ejection takes one of the earlier ones off
    const sweep = params[this.places.sweepSeconds];
    const calm = this.times[target] > 0 ? Math.floor((now - this.backAt[target]) / sweep) : 0;
    this.times[target] = Math.max(0, this.times[target] - calm) + 1;
    const over = now + params[this.places.ejectSeconds] * Math.min(this.times[target], longestEjection);
    this.cells[EJECTED]++;
    this.checks.bar(target, BAR.ejected, true);
    this.note('marked-down', target, after);
    net.meters.values[this.places.ejections]++;
    net.wake(node, this.code + 1, this.cells[LIFE] * mostTargets + target, Math.ceil(over / sweep) * sweep);
    return true;
  }

  /** One may always be ejected, more only while fewer than the share are out. */
  private mayEject(): boolean {
    let there = 0;
    for (let target = 0; target < this.nodeOf.length; target++) if (this.checks.isThere(target)) there++;
    return this.cells[EJECTED] === 0 || (this.cells[EJECTED] / there) * 100 < this.ctx.net.params[this.places.ejectPercent];
  }

  private open(target: number, bar: number): void {
    if (this.checks.isBarred(target, bar)) this.checks.bar(target, bar, false);
  }

  private lift(target: number, bar: number, value: number): void {
    this.checks.bar(target, bar, false);
    this.note('marked-up', target, value);
  }

  private note(code: 'marked-down' | 'marked-up', target: number, value: number): void {
    this.ctx.net.journal.note(code, this.nodeOf[target], this.instanceOf[target], value);
  }
}
