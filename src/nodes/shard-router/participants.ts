/** The shards that a write of several rows at once must reach, each with the first of the rows that it has. No state of the run. */

import type { NodeContext } from '../../engine/behavior.ts';
import { drawUniform, type Stream } from '../../engine/luck.ts';
import type { Columns } from './columns.ts';
import type { ShardMap } from './shardMap.ts';

/** As many as there are bits for failures. */
const most = 8;

export class Participants {
  readonly most = most;
  /** What `find` has found. */
  readonly shards = new Int32Array(most);
  readonly rows = new Int32Array(most);
  private readonly ctx: NodeContext;
  private readonly columns: Columns;
  private readonly map: ShardMap;
  private readonly lots: Stream;
  private readonly percent: number;
  private readonly crossRows: number;

  constructor(ctx: NodeContext, columns: Columns, map: ShardMap) {
    this.ctx = ctx;
    this.columns = columns;
    this.map = map;
    this.lots = ctx.stream('cross');
    this.percent = ctx.param('crossPercent');
    this.crossRows = ctx.param('crossRows');
  }

  /** Whether a call changes several rows. */
  isSeveral(call: number): boolean {
    const { net } = this.ctx;
    const percent = net.params[this.percent];
    return percent > 0 && drawUniform(this.lots, net.calls.request[call], 0).value * 100 < percent;
  }

  /** @returns how many shards have rows of the call's write */
  find(row: number): number {
    const rows = this.columns.count;
    // odd: by the remainder of an even number they are apart
    const stride = Math.floor(rows * 0.382) | 1;
    let count = 0;
    for (let i = 0; i < this.ctx.net.params[this.crossRows]; i++) {
      const other = (row + i * stride) % rows;
      const shard = this.map.home(other);
      let seen = 0;
      while (seen < count && this.shards[seen] !== shard) seen++;
      if (seen < count) continue;
      this.shards[count] = shard;
      this.rows[count++] = other;
    }
    return count;
  }
}
