/** What a tool shows, and the names of what it speaks of. */

import { useMemo } from 'react';
import type { Id } from '../../design/design.ts';
import { useDesign, useRun } from '../../store/hooks.ts';

export function useShown(node: Id): Float64Array | null {
  const index = useRun((state) => state.index);
  const shows = useRun((state) => state.shows);
  const at = index?.nodes.findIndex(({ id }) => id === node) ?? -1;
  return shows.find((each) => each.node === at)?.numbers ?? null;
}

export interface Names {
  /** Of a plan index. */
  node(at: number): string;
  /** Of an instance slot: "Web servers #3". */
  host(slot: number): string;
  /** The part that an instance slot is of, as its plan index; -1 without a plan. */
  nodeOf(slot: number): number;
}

export function useNames(): Names {
  const index = useRun((state) => state.index);
  const nodes = useDesign((state) => state.design.nodes);
  return useMemo(() => {
    const labels = new Map(nodes.map(({ id, label }) => [id, label]));
    const node = (at: number): string => {
      const id = index?.nodes[at]?.id ?? '';
      return labels.get(id) ?? id;
    };
    const nodeOf = (slot: number): number => index?.nodes.findLastIndex(({ firstSlot }) => firstSlot <= slot) ?? -1;
    const host = (slot: number): string => {
      const at = nodeOf(slot);
      const place = index?.nodes[at];
      return place ? `${node(at)} #${slot - place.firstSlot + 1}` : '';
    };
    return { node, host, nodeOf };
  }, [index, nodes]);
}
