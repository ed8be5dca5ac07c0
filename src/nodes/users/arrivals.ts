/**
 * When the people of one population arrive: a Poisson process whose rate follows the workload's shape, by thinning (Lewis and
 * Shedler 1979). Candidates come at the highest rate the shape ever reaches; each stays with the probability that the shape's
 * height has of it. Candidates are numbered, and their draws keyed by that number: who arrives when depends on this population's
 * own parameters and on nothing else in the design.
 */

import type { NodeContext } from '../../engine/behavior.ts';
import { exponential, type Stream, streamOf, uniform } from '../../engine/luck.ts';
import { Shape, shapeParams } from './shapes.ts';

/** Cells. */
const CANDIDATE = 0;
const ARRIVALS = 1;
const TIMER = 2;
const STAYS = 3;
const LAW = 4;

/** Candidates looked at in one go; where all are turned away (a shape near 0) the timer goes on from the last. */
const mostInOneGo = 64;

export class Arrivals {
  private readonly ctx: NodeContext;
  private readonly code: number;
  private readonly shape: Shape;
  private readonly stream: Stream;
  private readonly cells: Float64Array;
  /** Places of all that the law of arrivals depends on. */
  private readonly law: readonly number[];
  private readonly rate: number;
  private readonly traffic: number;
  private readonly firstNumber: number;

  /** @param code of the timer this may use */
  constructor(ctx: NodeContext, code: number) {
    this.ctx = ctx;
    this.code = code;
    this.shape = new Shape(ctx);
    this.stream = ctx.stream('arrivals');
    this.rate = ctx.param('ratePerSecond');
    this.traffic = ctx.workload('traffic');
    this.law = [this.rate, this.traffic, ctx.param('hourOffset'), ...shapeParams.map((name) => ctx.workload(name))];
    this.cells = ctx.memory.f64(LAW + this.law.length);
    this.firstNumber = streamOf('requests', ctx.id).k0;
  }

  start(): void {
    this.learn();
    this.plan();
  }

  /** The law may be another one: what was drawn for the future under the old one is void. */
  changed(): void {
    if (this.learn()) this.plan();
  }

  /**
   * The timer has rung.
   * @returns the number of the request that arrives now, -1 for none. Populations count from far apart (a hash of their id), so that
   * two of them practically never share a number, and adding one does not renumber another's requests.
   */
  ring(timer: number): number {
    const { cells } = this;
    if (timer !== cells[TIMER]) return -1;
    const stays = cells[STAYS] === 1;
    this.plan();
    if (!stays) return -1;
    return (this.firstNumber + cells[ARRIVALS]++) & 0x7fffffff;
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
    const { cells, stream, shape } = this;
    const { net, plan, node } = this.ctx;
    const timer = (cells[TIMER] + 1) | 0;
    cells[TIMER] = timer;
    const most = shape.most();
    const rate = net.params[this.rate] * net.params[this.traffic] * most;
    if (!(rate > 0)) return;
    let at = net.now;
    let stays = false;
    for (let looked = 0; looked < mostInOneGo && !stays && at < plan.seconds; looked++) {
      const candidate = cells[CANDIDATE]++;
      at += exponential(stream, candidate, 0) / rate;
      const height = shape.height(at);
      // at full height all stay: the draw would be below 1 whatever it is
      stays = height === most || uniform(stream, candidate, 1) * most < height;
    }
    cells[STAYS] = stays ? 1 : 0;
    net.wake(node, this.code, timer, at);
  }
}
