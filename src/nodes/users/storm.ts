/**
 * Clients that all come back after something failed and log in again: at one moment, or each at a moment of his own within a while
 * (jitter). Moments in order, without keeping a list: the first of so many left over a stretch, then the first of the rest.
 */

import type { NodeContext } from '../../engine/behavior.ts';
import { exponential, type Stream } from '../../engine/luck.ts';
import { exp } from '../../engine/math.ts';

const fields = ['stormClients', 'stormAtSeconds', 'stormSpreadSeconds'] as const;

/** Cells: the law as it was last seen, then who is still to come, until when, and the number of the timer that counts. */
const LAW = 0;
const LEFT = 3;
const END = 4;
const TIMER = 5;
const DRAWN = 6;

export class Storm {
  private readonly ctx: NodeContext;
  private readonly code: number;
  private readonly places: readonly number[];
  private readonly cells: Float64Array;
  private readonly moments: Stream;

  /**
   * @param code of the timer this may use
   * @param name of its luck
   */
  constructor(ctx: NodeContext, code: number, name = 'storm') {
    this.ctx = ctx;
    this.code = code;
    this.places = fields.map((name) => ctx.param(name));
    this.cells = ctx.memory.f64(7);
    this.moments = ctx.stream(name);
  }

  /** At the start, and when a parameter may have changed: a storm that lies ahead is planned anew, a past one does not come again. */
  plan(): void {
    const { cells, places } = this;
    const { net } = this.ctx;
    if (places.every((place, i) => cells[LAW + i] === net.params[place])) return;
    places.forEach((place, i) => {
      cells[LAW + i] = net.params[place];
    });
    const [clients, at, spread] = places.map((place) => net.params[place]);
    cells[TIMER]++;
    cells[LEFT] = 0;
    if (clients > 0 && at >= net.now) this.begin(clients, at, at + spread);
  }

  /** So many come back now, beside whoever is still to come; spread as the population's storms are. */
  breakOut(clients: number): void {
    const { cells, places } = this;
    const { net } = this.ctx;
    cells[TIMER]++;
    this.begin(cells[LEFT] + clients, net.now, Math.max(cells[END], net.now + net.params[places[2]]));
  }

  private begin(clients: number, from: number, end: number): void {
    const { cells } = this;
    cells[LEFT] = clients;
    cells[END] = end;
    this.ctx.net.wake(this.ctx.node, this.code, cells[TIMER], this.next(from));
  }

  /** The timer has rung. @returns how many come now */
  ring(timer: number): number {
    const { cells } = this;
    if (timer !== cells[TIMER] || cells[LEFT] === 0) return 0;
    const { net, node } = this.ctx;
    const coming = cells[END] > net.now ? 1 : cells[LEFT];
    cells[LEFT] -= coming;
    if (cells[LEFT] > 0) net.wake(node, this.code, cells[TIMER], this.next(net.now));
    return coming;
  }

  /** The first of those who are left, each of whom comes at any moment from now to the end, as likely as at any other. */
  private next(from: number): number {
    const { cells } = this;
    const lot = exponential(this.moments, cells[DRAWN]++, 0) / cells[LEFT];
    return from + (cells[END] - from) * (1 - exp(-lot));
  }
}
