/** How busy these people are: the traffic of the workload, and so many times as much while a flash crowd is struck upon them. */

import type { NodeContext } from '../../engine/behavior.ts';

export class Crowd {
  private readonly params: Float64Array;
  private readonly trafficAt: number;
  /** One cell: times as many as usual. */
  private readonly times: Float64Array;

  constructor(ctx: NodeContext) {
    this.params = ctx.net.params;
    this.trafficAt = ctx.workload('traffic');
    this.times = ctx.memory.f64(1).fill(1);
  }

  /** Times the rate that the population is set to. */
  get traffic(): number {
    return this.params[this.trafficAt] * this.times[0];
  }

  gather(times: number): void {
    this.times[0] = times;
  }

  disperse(): void {
    this.times[0] = 1;
  }
}
