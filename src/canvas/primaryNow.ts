import type { Id } from '../design/design.ts';
import { nodeColumns } from '../runner/columnIndex.ts';
import { runStore } from '../store/runStore.ts';

/** The instance of several that takes the writes, by the newest frame; null where there is none, or no such thing. */
export function primaryNow(node: Id): number | null {
  const { layout, index, frames } = runStore.getState();
  const at = index?.nodes.findIndex(({ id }) => id === node) ?? -1;
  const values = frames.at(-1)?.values;
  if (!layout || !values || at < 0) return null;
  const columns = nodeColumns(layout, at, 'isPrimary');
  const found = columns.findIndex((column) => values[column] > 0.5);
  return found < 0 || columns.length < 2 ? null : found;
}
