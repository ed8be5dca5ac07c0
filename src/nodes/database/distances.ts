/** Where the servers of one database stand: here, where its wires lead, or the first so many replicas in another region. */

import type { NodeContext } from '../../engine/behavior.ts';

export class Distances {
  private readonly ctx: NodeContext;
  private readonly farReplicas: number;
  private readonly nearRttMs: number;
  private readonly farRttMs: number;

  constructor(ctx: NodeContext) {
    this.ctx = ctx;
    this.farReplicas = ctx.param('farReplicas');
    this.nearRttMs = ctx.param('nearRttMs');
    this.farRttMs = ctx.param('farRttMs');
  }

  isFar(i: number): boolean {
    return i > 0 && i <= this.ctx.net.params[this.farReplicas];
  }

  /** Seconds one way between two regions, 0 within one: what a log that leaves every now and then needs on top. */
  farSeconds(from: number, to: number): number {
    return this.isFar(from) === this.isFar(to) ? 0 : this.ctx.net.params[this.farRttMs] / 2000;
  }

  /** Seconds one way for a message that leaves at once. */
  seconds(from: number, to: number): number {
    return this.isFar(from) === this.isFar(to) ? this.ctx.net.params[this.nearRttMs] / 2000 : this.farSeconds(from, to);
  }

  /** Seconds that an answer of an instance is later because its callers stand where the wires lead. */
  extraSeconds(i: number): number {
    return this.isFar(i) ? this.ctx.net.params[this.farRttMs] / 1000 : 0;
  }
}
