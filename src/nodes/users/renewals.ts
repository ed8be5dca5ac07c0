/**
 * Requests that follow each other at gaps of one form, independent of each other. The gaps are laid out in a time of their own, in
 * which one request comes per unit of time; that time runs as fast as the rate (shape and traffic included) says. So the rate is
 * followed exactly, and at a steady rate the gaps are those of the form. Even arrivals stand at the whole numbers: the moment of the
 * n-th is one division, and does not drift however many came before.
 */

import type { NodeContext } from '../../engine/behavior.ts';
import { duration } from '../../engine/durations.ts';
import type { Stream } from '../../engine/luck.ts';
import { gapForms } from './gaps.ts';
import type { Shape } from './shapes.ts';

/** Cells: a moment whose own time is known; the own times of the newest and the next request, and their moments; gaps drawn. */
const ANCHOR_AT = 0;
const ANCHOR = 1;
const LAST_AT = 2;
const LAST = 3;
const NEXT_AT = 4;
const NEXT = 5;
const DRAWN = 6;

export class Renewals {
  private readonly ctx: NodeContext;
  private readonly shape: Shape;
  private readonly cells: Float64Array;
  private readonly gaps: Stream;
  private readonly form: number;
  private readonly spread: number;
  private readonly slowShare: number;

  constructor(ctx: NodeContext, shape: Shape) {
    this.ctx = ctx;
    this.shape = shape;
    this.cells = ctx.memory.f64(7);
    this.gaps = ctx.stream('gaps');
    this.form = ctx.param('gapForm');
    this.spread = ctx.param('gapSpread');
    this.slowShare = ctx.param('gapSlowShare');
  }

  /** From now on. Even requests begin with one now, the others with a gap. */
  begin(isEven: boolean): void {
    const { cells } = this;
    cells[ANCHOR_AT] = this.ctx.net.now;
    cells[ANCHOR] = 0;
    cells[LAST_AT] = this.ctx.net.now;
    cells[LAST] = 0;
    cells[NEXT] = 0;
    if (!isEven) this.draw();
  }

  /** The rate or the shape is another one from now on: what part of the gap is over stays over. */
  bend(): void {
    const { cells } = this;
    const { now } = this.ctx.net;
    const share = cells[NEXT_AT] > cells[LAST_AT] ? (now - cells[LAST_AT]) / (cells[NEXT_AT] - cells[LAST_AT]) : 0;
    cells[LAST] += (cells[NEXT] - cells[LAST]) * Math.min(1, share);
    cells[LAST_AT] = now;
    cells[ANCHOR] = cells[LAST];
    cells[ANCHOR_AT] = now;
  }

  /** When the next request comes, Infinity for never. @param rate per second while the shape stands at 1 */
  moment(rate: number): number {
    const { cells, shape, ctx } = this;
    const at = rate > 0 ? shape.momentAfter(cells[ANCHOR_AT], (cells[NEXT] - cells[ANCHOR]) / rate, ctx.net.now) : Infinity;
    cells[NEXT_AT] = at;
    return Math.max(at, ctx.net.now);
  }

  /** It has come. */
  pass(isEven: boolean): void {
    const { cells } = this;
    cells[LAST] = cells[NEXT];
    cells[LAST_AT] = this.ctx.net.now;
    if (isEven) cells[NEXT]++;
    else this.draw();
  }

  private draw(): void {
    const { params } = this.ctx.net;
    const number = this.cells[DRAWN]++;
    this.cells[NEXT] += duration(this.gaps, number, 0, gapForms[params[this.form]], 1, params[this.spread], params[this.slowShare] / 100);
  }
}
