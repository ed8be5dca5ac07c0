/** How busy the parts are in the run that is watched, by what it has told so far. */

import type { Calls } from '../prompts/targets.ts';
import { nodeColumns } from '../runner/columnIndex.ts';
import { totalOf } from '../runner/columns.ts';
import { runStore } from './runStore.ts';

export function callsNow(): Calls {
  const { frames, layout, index } = runStore.getState();
  if (!layout || !index) return new Map();
  return new Map(index.nodes.map(({ id }, node) => [id, totalOf(frames, nodeColumns(layout, node, 'arrived'))]));
}
