/** A target that has just come, or come back, is handed a growing part of what would be its share: cold caches and pools fill first. */

import type { NodeContext } from '../../engine/behavior.ts';
import type { HealthChecks } from '../../engine/checks.ts';
import { integerBelow, type Stream, uniform } from '../../engine/luck.ts';

/** It begins with this part of its share (Envoy's `min_weight_percent`). */
const firstPart = 0.1;

/** Draws for one request before it goes wherever it stands. */
const mostDraws = 8;

/** Long before any run begins. */
const longAgo = -1e9;

export class SlowStart {
  private readonly ctx: NodeContext;
  private readonly checks: HealthChecks;
  private readonly seconds: number;
  /** Per target: since when it has been ready, and whether it was at the last look. */
  private readonly since: Float64Array;
  private readonly wasReady: Uint8Array;
  private readonly luck: Stream;
  private readonly others: Stream;

  constructor(ctx: NodeContext, checks: HealthChecks, targets: number) {
    this.ctx = ctx;
    this.checks = checks;
    this.seconds = ctx.param('slowStartSeconds');
    this.since = ctx.memory.f64(targets).fill(longAgo);
    this.wasReady = ctx.memory.u8(targets);
    this.luck = ctx.stream('slow start');
    this.others = ctx.stream('slow start, other');
  }

  get isOn(): boolean {
    return this.ctx.net.params[this.seconds] > 0;
  }

  /** Whoever is there when a run begins has been there for long. */
  begin(): void {
    for (let target = 0; target < this.wasReady.length; target++) this.wasReady[target] = this.checks.isReady(target) ? 1 : 0;
  }

  /** Who is ready may have changed. */
  look(): void {
    for (let target = 0; target < this.wasReady.length; target++) {
      const isReady = this.checks.isReady(target) ? 1 : 0;
      if (isReady === 1 && this.wasReady[target] === 0) this.since[target] = this.ctx.net.now;
      this.wasReady[target] = isReady;
    }
  }

  /** The target itself, or by lot another one while it is still slow to start. */
  orOther(chosen: number, request: number, salt: number): number {
    const { now, params } = this.ctx.net;
    const { ready, readyCount } = this.checks;
    let target = chosen;
    for (let draw = 0; draw < mostDraws; draw++) {
      const part = Math.max(firstPart, (now - this.since[target]) / params[this.seconds]);
      if (part >= 1 || uniform(this.luck, request, salt + draw * 0x10000) < part) break;
      target = ready[integerBelow(this.others, request, salt + draw * 0x10000, readyCount)];
    }
    return target;
  }
}
