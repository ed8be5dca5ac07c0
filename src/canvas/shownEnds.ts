/** Where the two cards of a wire stand on the canvas at this moment, in the middle of a drag too. */

import type { InternalNode } from '@xyflow/react';
import type { Id } from '../design/design.ts';
import type { Box } from './cardGeometry.ts';
import type { Ends } from './linkCurve.ts';

/** Null when one of them is not on the canvas. */
export function shownEnds(nodes: ReadonlyMap<string, InternalNode>, from: Id, to: Id): Ends | null {
  const source = nodes.get(from);
  const target = nodes.get(to);
  if (!source || !target) return null;
  return { from: boxIn(source), to: boxIn(target), axis: source.data.axis === 'down' ? 'down' : 'across' };
}

function boxIn({ width = 0, height = 0, internals }: InternalNode): Box {
  return { ...internals.positionAbsolute, width, height };
}
