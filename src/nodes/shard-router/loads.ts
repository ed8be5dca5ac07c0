/** How the calls of a frame fall on the shards: how many a query is, and how much more the busiest one gets than its share. */

import type { NodeContext } from '../../engine/behavior.ts';

export class Loads {
  private readonly values: Float64Array;
  private readonly meter;
  /** Calls since the frame began by shard, and the queries they were made for. */
  private readonly calls: Float64Array;
  private readonly queries: Float64Array;

  constructor(ctx: NodeContext, shards: number) {
    this.values = ctx.net.meters.values;
    this.meter = { fanOut: ctx.metric('fanOut'), hotRatio: ctx.metric('hotRatio'), shardCalls: ctx.metric('shardCalls') };
    this.calls = ctx.memory.f64(shards);
    this.queries = ctx.memory.f64(1);
  }

  /** A shard is asked. */
  asked(shard: number): void {
    this.calls[shard]++;
    this.values[this.meter.shardCalls]++;
  }

  /** A query has come, however many shards it will need. */
  queried(): void {
    this.queries[0]++;
  }

  /** The frame closes. @param shards that take part; -1 is written where nothing was asked */
  measure(shards: number): void {
    let most = 0;
    let sum = 0;
    for (let shard = 0; shard < shards; shard++) {
      most = Math.max(most, this.calls[shard]);
      sum += this.calls[shard];
    }
    this.values[this.meter.hotRatio] = sum > 0 ? (most * shards) / sum : -1;
    this.values[this.meter.fanOut] = this.queries[0] > 0 ? sum / this.queries[0] : -1;
    this.calls.fill(0);
    this.queries[0] = 0;
  }
}
