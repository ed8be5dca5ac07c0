/**
 * Bursts and quiet times in turn, each of exponential length: a Markov chain of two states that modulates a Poisson process (MMPP;
 * Fischer and Meier-Hellstern, The MMPP cookbook, 1993). Lengths are drawn by number, so the path depends on nothing but itself.
 */

import type { NodeContext } from '../../engine/behavior.ts';
import { exponential, type Stream, uniform } from '../../engine/luck.ts';

/** Cells: the stretch at the moment of the run, and the one that the newest look ahead has come to. */
const NOW = 0;
const AHEAD = 3;
/** Within each: number of the stretch, its end, 1 while it is a burst. */
const NUMBER = 0;
const END = 1;
const BURST = 2;

export class Bursts {
  private readonly ctx: NodeContext;
  private readonly cells: Float64Array;
  private readonly lengths: Stream;
  private readonly quietShare: number;
  private readonly burstSeconds: number;
  private readonly quietSeconds: number;

  constructor(ctx: NodeContext) {
    this.ctx = ctx;
    this.cells = ctx.memory.f64(6);
    this.lengths = ctx.stream('bursts');
    this.quietShare = ctx.param('quietShare');
    this.burstSeconds = ctx.param('burstSeconds');
    this.quietSeconds = ctx.param('quietSeconds');
  }

  /** A burst's rate over the mean rate: with it the mean over bursts and quiet times is 1. */
  burstFactor(): number {
    const { params } = this.ctx.net;
    const burst = params[this.burstSeconds];
    const quiet = params[this.quietSeconds];
    return (burst + quiet) / (burst + (quiet * params[this.quietShare]) / 100);
  }

  /** In the midst of either, as likely as it lasts. */
  begin(): void {
    const { cells } = this;
    const { net } = this.ctx;
    const burst = net.params[this.burstSeconds];
    cells[NUMBER] = 0;
    cells[BURST] = uniform(this.lengths, 0, 1) * (burst + net.params[this.quietSeconds]) < burst ? 1 : 0;
    cells[END] = net.now + this.length(0, cells[BURST]);
  }

  /** To be called before a look ahead from now: what the last one saw is forgotten. */
  lookAhead(): void {
    this.goOn(NOW, this.ctx.net.now);
    for (let i = 0; i < AHEAD; i++) this.cells[AHEAD + i] = this.cells[NOW + i];
  }

  /** Rate at a moment over the mean rate. Moments of one look ahead never fall. */
  factorAt(t: number): number {
    this.goOn(AHEAD, t);
    const most = this.burstFactor();
    return this.cells[AHEAD + BURST] === 1 ? most : (most * this.ctx.net.params[this.quietShare]) / 100;
  }

  private goOn(from: number, t: number): void {
    const { cells } = this;
    while (cells[from + END] <= t) {
      const number = ++cells[from + NUMBER];
      cells[from + BURST] = 1 - cells[from + BURST];
      cells[from + END] += this.length(number, cells[from + BURST]);
    }
  }

  private length(number: number, burst: number): number {
    return this.ctx.net.params[burst === 1 ? this.burstSeconds : this.quietSeconds] * exponential(this.lengths, number, 0);
  }
}
