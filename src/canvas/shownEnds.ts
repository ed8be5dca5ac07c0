/** Where the two cards of a wire stand on the canvas at this moment, in the middle of a drag too. */

import type { InternalNode } from '@xyflow/react';
import type { Id } from '../design/design.ts';
import { canvasStore } from './canvasStore.ts';
import type { Box } from './cardGeometry.ts';
import type { Ends } from './linkCurve.ts';

/** Of a link; null when one of its parts is not on the canvas. */
export function shownEnds(nodes: ReadonlyMap<string, InternalNode>, { id, from, to }: { id: Id; from: Id; to: Id }): Ends | null {
  const source = nodes.get(from);
  const target = nodes.get(to);
  if (!source || !target) return null;
  const axis = source.data.axis === 'down' ? 'down' : 'across';
  return { from: boxIn(source), to: boxIn(target), axis, bend: canvasStore.getState().bends.get(id) };
}

function boxIn({ width = 0, height = 0, internals }: InternalNode): Box {
  return { ...internals.positionAbsolute, width, height };
}
