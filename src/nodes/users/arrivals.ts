/**
 * When the people of one population ask. Open populations: a Poisson process whose rate follows the workload's shape, by thinning
 * (Lewis and Shedler 1979): candidates come at the highest rate there ever is, and each stays with the probability that the moment's
 * rate has of it; in batches, in bursts (`bursts.ts`), at gaps of another form (`renewals.ts`), or as recorded. Candidates are
 * numbered, and their draws keyed by that number: who arrives when depends on this population's own parameters and on nothing else
 * in the design.
 *
 * Closed populations whose thinking forgets its past are a thinned process, too: all think at rate people/think time, and a candidate
 * who at that moment waits for an answer is none. Exact, at the price of one person. The others: `people.ts`.
 */

import type { NodeContext } from '../../engine/behavior.ts';
import { FORM } from '../../engine/durations.ts';
import { drawExponential, drawUniform, type Stream, streamOf, uniform } from '../../engine/luck.ts';
import { firstRecorded } from '../../engine/recording.ts';
import { Bursts } from './bursts.ts';
import type { Crowd } from './crowd.ts';
import { Demand, demandFields } from './demand.ts';
import { thinkForms } from './gaps.ts';
import { ARRIVALS, LOOP } from './modes.ts';
import { mostTimers } from './people.ts';
import { Renewals } from './renewals.ts';
import { type Shape, shapeParams } from './shapes.ts';

/** Beside the options of `arrivals`: closed populations without and with timers, and those in sessions. */
const CROWD = 6;
const TIMERS = 7;
const VISITORS = 8;

/** Cells. */
const CANDIDATE = 0;
const ASKED = 1;
const TIMER = 2;
const STAYS = 3;
const MODE = 4;
const RECORDED = 5;
/** What thinning needs to know at every request: the highest height there ever is, and candidates per second at that. */
const HIGHEST = 6;
const RATE = 7;
/** 1 while single requests come and every candidate stays: a Poisson process at a steady rate. */
const STEADY = 8;
const LAW = 9;

/** Candidates looked at in one go; where all are turned away (a shape near 0) the timer goes on from the last. */
const mostInOneGo = 64;

const fields = ['hourOffset', 'loop', 'people', 'thinkSeconds', 'thinkForm', 'arrivals', 'batchSize'] as const;
const burstFields = ['quietShare', 'burstSeconds', 'quietSeconds'] as const;

export class Arrivals {
  private readonly ctx: NodeContext;
  private readonly code: number;
  private readonly shape: Shape;
  private readonly stream: Stream;
  private readonly cells: Float64Array;
  /** Places of all that the law of arrivals depends on. */
  private readonly law: readonly number[];
  private readonly places: { readonly [name in (typeof fields)[number]]: number };
  private readonly crowd: Crowd;
  private readonly demand: Demand;
  /** When the timer shall ring: handed on in a cell, since it is set for every request (`luck.ts`). */
  private readonly moment = new Float64Array(1);
  private readonly bursts: Bursts;
  private readonly renewals: Renewals;
  private readonly instants: readonly number[];
  private readonly firstNumber: number;
  private readonly firstRecorded: number;

  /** @param code of the timer this may use */
  constructor(ctx: NodeContext, code: number, shape: Shape, crowd: Crowd) {
    this.ctx = ctx;
    this.code = code;
    this.shape = shape;
    this.stream = ctx.stream('arrivals');
    this.places = Object.fromEntries(fields.map((name) => [name, ctx.param(name)])) as typeof this.places;
    this.crowd = crowd;
    const shapes = shapeParams.map((name) => ctx.workload(name));
    const others = [...demandFields, ...burstFields].map((name) => ctx.param(name));
    this.law = [ctx.workload('traffic'), ...Object.values(this.places), ...others, ...shapes];
    this.demand = new Demand(ctx);
    this.cells = ctx.memory.f64(LAW + this.law.length);
    this.bursts = new Bursts(ctx);
    this.renewals = new Renewals(ctx, shape);
    this.instants = ctx.plan.workload.recording?.instants ?? [];
    this.firstNumber = streamOf('requests', ctx.id).k0;
    this.firstRecorded = firstRecorded(ctx.id);
  }

  start(): void {
    this.learn();
    this.begin();
    this.plan();
  }

  /** The law may be another one: what was drawn for the future under the old one is void. */
  changed(): void {
    if (!this.learn()) return;
    if (this.mode() !== this.cells[MODE]) this.begin();
    else {
      this.reckon();
      this.renewals.bend();
    }
    this.plan();
  }

  /** As many come from now on as the crowd says. */
  crowded(): void {
    this.reckon();
    this.renewals.bend();
    this.plan();
  }

  /**
   * The timer has rung.
   * @param waiting requests under way, for closed populations
   * @returns how many requests come now; each has its `number`
   */
  ring(timer: number, waiting: number): number {
    const { cells, places } = this;
    if (timer !== cells[TIMER]) return 0;
    if (cells[STEADY] === 1) {
      const stays = cells[STAYS];
      this.plan();
      return stays;
    }
    const { params } = this.ctx.net;
    const mode = cells[MODE];
    let count = cells[STAYS];
    if (mode === ARRIVALS.even || mode === ARRIVALS.renewal) this.renewals.pass(mode === ARRIVALS.even);
    else if (mode === ARRIVALS.batches) count *= params[places.batchSize];
    else if (mode === CROWD) {
      const people = params[places.people];
      if (uniform(this.stream, cells[CANDIDATE] - 1, 2) * people >= people - waiting) count = 0;
    } else if (mode === ARRIVALS.recorded) {
      // planned anew by `number`, which moves on
      return 1;
    }
    this.plan();
    return count;
  }

  /**
   * The number of the request that comes now. Populations count from far apart (a hash of their id), so that two of them practically
   * never share a number, and adding one does not renumber another's requests. Recorded requests have numbers of their own, by
   * which their demand is found.
   */
  number(): number {
    const { cells } = this;
    if (cells[MODE] !== ARRIVALS.recorded) return (this.firstNumber + cells[ASKED]++) & 0x7fffffff;
    const position = cells[RECORDED]++;
    this.plan();
    return (this.firstRecorded + position) & 0x7fffffff;
  }

  /** Whether what comes now was recorded. */
  get areRecorded(): boolean {
    return this.cells[MODE] === ARRIVALS.recorded;
  }

  private mode(): number {
    const { places } = this;
    const { params } = this.ctx.net;
    if (params[places.loop] !== LOOP.closed) return params[places.arrivals];
    if (this.demand.comesInSessions) return VISITORS;
    return thinkForms[params[places.thinkForm]] === FORM.exponential || params[places.people] > mostTimers ? CROWD : TIMERS;
  }

  private begin(): void {
    const { cells } = this;
    const { now } = this.ctx.net;
    cells[MODE] = this.mode();
    if (cells[MODE] === ARRIVALS.even || cells[MODE] === ARRIVALS.renewal) this.renewals.begin(cells[MODE] === ARRIVALS.even);
    else if (cells[MODE] === ARRIVALS.bursty) this.bursts.begin();
    else if (cells[MODE] === ARRIVALS.recorded) {
      const first = this.instants.findIndex((instant) => instant >= now);
      cells[RECORDED] = first < 0 ? this.instants.length : first;
    }
    this.reckon();
  }

  /** Everything that this depends on stands still until somebody says otherwise. */
  private reckon(): void {
    const { cells } = this;
    const most = this.shape.most();
    cells[HIGHEST] = cells[MODE] === ARRIVALS.bursty ? most * this.bursts.burstFactor() : most;
    cells[RATE] = this.perSecond() * this.crowd.traffic * cells[HIGHEST];
    cells[STEADY] = cells[MODE] === ARRIVALS.poisson && this.shape.isSteady && cells[RATE] > 0 ? 1 : 0;
  }

  /** Takes note of the law as it is. @returns whether it is another than before */
  private learn(): boolean {
    const { cells, law } = this;
    const { params } = this.ctx.net;
    let changed = false;
    for (let i = 0; i < law.length; i++) {
      if (cells[LAW + i] === params[law[i]]) continue;
      cells[LAW + i] = params[law[i]];
      changed = true;
    }
    return changed;
  }

  private plan(): void {
    const { cells } = this;
    const { net } = this.ctx;
    const timer = (cells[TIMER] + 1) | 0;
    cells[TIMER] = timer;
    if (cells[STEADY] === 1 && net.clock.now < this.ctx.plan.seconds) {
      this.moment[0] = net.clock.now + drawExponential(this.stream, cells[CANDIDATE]++, 0).value / cells[RATE];
      cells[STAYS] = 1;
      this.ringAtMoment();
      return;
    }
    switch (cells[MODE]) {
      case TIMERS:
      case VISITORS:
        return;
      case ARRIVALS.even:
      case ARRIVALS.renewal:
        cells[STAYS] = 1;
        this.wake(this.renewals.moment(this.demand.arrivalsPerSecond * this.crowd.traffic));
        return;
      case ARRIVALS.recorded:
        cells[STAYS] = 1;
        if (cells[RECORDED] < this.instants.length) this.wake(Math.max(net.now, this.instants[cells[RECORDED]]));
        return;
      default:
        this.thin();
    }
  }

  /** Rings at the next candidate that stays. */
  private thin(): void {
    const { cells, stream, shape, bursts } = this;
    const { net, plan } = this.ctx;
    const isBursty = cells[MODE] === ARRIVALS.bursty;
    const highest = cells[HIGHEST];
    const rate = cells[RATE];
    if (!(rate > 0)) return;
    if (isBursty) bursts.lookAhead();
    let at = net.now;
    let stays = false;
    for (let looked = 0; looked < mostInOneGo && !stays && at < plan.seconds; looked++) {
      const candidate = cells[CANDIDATE]++;
      at += drawExponential(stream, candidate, 0).value / rate;
      let height = shape.height(at);
      if (isBursty) height *= bursts.factorAt(at);
      // at full height all stay: the draw would be below 1 whatever it is
      stays = height === highest || drawUniform(stream, candidate, 1).value * highest < height;
    }
    cells[STAYS] = stays ? 1 : 0;
    this.moment[0] = at;
    this.ringAtMoment();
  }

  /** Candidates per second while shape and traffic stand at 1. */
  private perSecond(): number {
    const { places } = this;
    const { params } = this.ctx.net;
    switch (this.cells[MODE]) {
      case CROWD:
        return params[places.people] / params[places.thinkSeconds];
      case ARRIVALS.batches:
        return this.demand.arrivalsPerSecond / params[places.batchSize];
      default:
        return this.demand.arrivalsPerSecond;
    }
  }

  private wake(at: number): void {
    this.moment[0] = at;
    this.ringAtMoment();
  }

  private ringAtMoment(): void {
    if (this.moment[0] < Infinity) this.ctx.net.wakeAt(this.ctx.node, this.code, this.cells[TIMER], this.moment);
  }
}
