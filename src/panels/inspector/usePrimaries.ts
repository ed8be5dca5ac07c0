import { useMemo } from 'react';
import type { Id } from '../../design/design.ts';
import { nodeColumns } from '../../runner/columnIndex.ts';
import { useRun } from '../../store/hooks.ts';

/** Instances that take the writes now, by the newest frame; none for parts that have no such thing. */
export function usePrimaries(node: Id): readonly number[] {
  const layout = useRun((state) => state.layout);
  const index = useRun((state) => state.index);
  const at = index?.nodes.findIndex(({ id }) => id === node) ?? -1;
  const columns = useMemo(() => (layout && at >= 0 ? nodeColumns(layout, at, 'isPrimary') : []), [layout, at]);
  // As text, so that a new frame with the same primaries renders nothing.
  const text = useRun((state) => {
    const frame = state.frames.at(-1);
    return frame ? columns.flatMap((column, i) => (frame.values[column] > 0.5 ? [i] : [])).join(',') : '';
  });
  return text === '' ? [] : text.split(',').map(Number);
}
