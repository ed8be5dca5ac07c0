/** Where the two cards of a wire stand on the canvas at this moment, in the middle of a drag too. */

import type { ReactFlowState } from '@xyflow/react';
import type { Id } from '../design/design.ts';
import type { Box } from './cardGeometry.ts';
import type { FlowNode, LinkEdge } from './flowAdapter.ts';
import type { Ends } from './linkCurve.ts';

type Nodes = ReactFlowState<FlowNode, LinkEdge>['nodeLookup'];

/** Null when one of them is not on the canvas. */
export function shownEnds(nodes: Nodes, from: Id, to: Id): Ends | null {
  const source = nodes.get(from);
  const target = nodes.get(to);
  const user = source?.internals.userNode;
  if (!source || !target || user?.type !== 'card') return null;
  return { from: boxIn(source), to: boxIn(target), axis: user.data.axis };
}

export function boxIn({ width = 0, height = 0, internals }: NonNullable<ReturnType<Nodes['get']>>): Box {
  return { ...internals.positionAbsolute, width, height };
}
