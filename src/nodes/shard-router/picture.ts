/** What the router's own panel shows: its shards, some of its rows one by one, and the most wanted of them. Made anew, reads only. */

import type { NodeContext } from '../../engine/behavior.ts';
import { copiesShown, type ShardsView } from '../../engine/shardView.ts';
import type { Columns } from './columns.ts';
import type { HotKeys } from './hotKeys.ts';
import type { Moving } from './moving.ts';
import type { Placement } from './placement.ts';
import { ROW, type ShardMap } from './shardMap.ts';

/** Rows that are shown one by one, spread over all. */
const mostShown = 200;

interface Parts {
  columns: Columns;
  placement: Placement;
  map: ShardMap;
  moving: Moving;
  hot: HotKeys;
}

export function pictureOf(ctx: NodeContext, { columns, placement, map, moving, hot }: Parts): ShardsView {
  const rows = columns.count;
  const countSeconds = ctx.net.params[ctx.param('countSeconds')];
  // no round number: rows that are a multiple of the shards apart are all on one of them
  const stride = Math.floor(rows * 0.618) | 1;
  const shown = map.links.length === 0 ? 0 : Math.min(mostShown, rows);
  const stateOf = (row: number) => (row < map.state.length ? map.state[row] : ROW.settled);
  return {
    strategy: placement.strategy,
    inUse: placement.shards,
    rows,
    left: moving.left,
    shards: map.links.map((link, shard) => ({
      node: ctx.net.links.to[link],
      keys: map.keysAt[shard],
      megabytes: map.keysAt[shard] * moving.megabytesPerKey,
    })),
    samples: Array.from({ length: shown }, (_, i) => {
      const row = (i * stride) % rows;
      return {
        row,
        user: columns.userOf(row) + 1,
        country: columns.countryOf(row),
        turn: placement.turnOf(row),
        home: map.home(row),
        belongs: map.belongs(row),
        state: stateOf(row),
        versions: map.versionsOf(row, copiesShown),
      };
    }),
    hottest: Array.from(hot.top)
      .map((row, i) => ({
        row,
        perSecond: hot.topCount[i] / countSeconds,
        home: row < 0 ? -1 : map.home(row),
        isHot: row >= 0 && hot.isHot(row),
      }))
      .filter(({ row }) => row >= 0),
  };
}
