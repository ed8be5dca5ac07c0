/**
 * A closed population of which each person has a timer of their own: who has an answer thinks, then asks again. For forms of thinking
 * that remember; where the form forgets (exponential) `arrivals.ts` needs no timers. Always: thinking + waiting = people.
 */

import type { NodeContext } from '../../engine/behavior.ts';
import { duration, FORM } from '../../engine/durations.ts';
import { type Stream, uniform } from '../../engine/luck.ts';
import type { Crowd } from './crowd.ts';
import { thinkForms } from './gaps.ts';
import { LOOP, VISITS } from './modes.ts';
import type { Shape } from './shapes.ts';

/** Cells. */
const THINKING = 0;
const THOUGHTS = 1;

/**
 * More people than this have no timers: so many independent ones together are a Poisson process to within what any run can tell
 * (Palm and Khintchine), and a timer costs memory.
 */
export const mostTimers = 1_000_000;

export class People {
  private readonly ctx: NodeContext;
  private readonly code: number;
  private readonly shape: Shape;
  private readonly crowd: Crowd;
  private readonly cells: Float64Array;
  private readonly thoughts: Stream;
  private readonly places: { readonly [name in 'loop' | 'visits' | 'people' | 'seconds' | 'form' | 'spread']: number };

  /** @param code of the timers this may use */
  constructor(ctx: NodeContext, code: number, shape: Shape, crowd: Crowd) {
    this.ctx = ctx;
    this.code = code;
    this.shape = shape;
    this.crowd = crowd;
    this.cells = ctx.memory.f64(2);
    this.thoughts = ctx.stream('thoughts');
    this.places = {
      loop: ctx.param('loop'),
      visits: ctx.param('visits'),
      people: ctx.param('people'),
      seconds: ctx.param('thinkSeconds'),
      form: ctx.param('thinkForm'),
      spread: ctx.param('thinkSpread'),
    };
  }

  /** Whether these people have timers now. */
  get haveTimers(): boolean {
    const { params } = this.ctx.net;
    const { loop, visits, form, people } = this.places;
    return (
      params[loop] === LOOP.closed &&
      params[visits] === VISITS.requests &&
      thinkForms[params[form]] !== FORM.exponential &&
      params[people] <= mostTimers
    );
  }

  /** Everybody who neither thinks nor waits begins to think, in the midst of it. At the start, and when their number grows. */
  gather(waiting: number): void {
    if (!this.haveTimers) return;
    const { params } = this.ctx.net;
    for (let free = params[this.places.people] - waiting - this.cells[THINKING]; free > 0; free--) {
      this.think(uniform(this.thoughts, this.cells[THOUGHTS], 1));
    }
  }

  /** Somebody of people with timers has an answer. @param waiting how many still wait */
  answered(waiting: number): void {
    if (this.cells[THINKING] + waiting < this.ctx.net.params[this.places.people]) this.think(1);
  }

  /** A timer has rung. @returns whether that person asks now; not so when there are fewer people than there were */
  ring(waiting: number): boolean {
    this.cells[THINKING]--;
    return this.haveTimers && this.cells[THINKING] + waiting < this.ctx.net.params[this.places.people];
  }

  /** @param share of the thought that is still before this person. A thought that never ends is begun anew at the next change. */
  private think(share: number): void {
    const { cells, places, shape } = this;
    const { net, node } = this.ctx;
    const { params } = net;
    const form = thinkForms[params[places.form]];
    const mean = (share * params[places.seconds]) / this.crowd.traffic;
    const seconds = duration(this.thoughts, cells[THOUGHTS]++, 0, form, mean, params[places.spread]);
    const at = Number.isFinite(seconds) ? shape.momentAfter(net.now, seconds, net.now) : Infinity;
    if (at === Infinity) return;
    cells[THINKING]++;
    net.wake(node, this.code, 0, at);
  }
}
