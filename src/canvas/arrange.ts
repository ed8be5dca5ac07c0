/** Bringing boxes in line and at equal distances. Pure: boxes in, the places of those that move out. */

import type { Box } from './cardGeometry.ts';
import { boundsOf } from './snapping.ts';

export type Edge = 'left' | 'centre' | 'right' | 'top' | 'middle' | 'bottom';

interface Place {
  x: number;
  y: number;
}

/** In line with the edge of the box around all of them. */
export function aligned(boxes: readonly Box[], edge: Edge): Place[] {
  const all = boundsOf(boxes);
  return boxes.map((box) => {
    switch (edge) {
      case 'left':
        return { x: all.x, y: box.y };
      case 'centre':
        return { x: Math.round(all.x + (all.width - box.width) / 2), y: box.y };
      case 'right':
        return { x: all.x + all.width - box.width, y: box.y };
      case 'top':
        return { x: box.x, y: all.y };
      case 'middle':
        return { x: box.x, y: Math.round(all.y + (all.height - box.height) / 2) };
      default:
        return { x: box.x, y: all.y + all.height - box.height };
    }
  });
}

/** The first and the last stay; those between get equal gaps, in the order in which their middles stand. */
export function distributed(boxes: readonly Box[], axis: 'x' | 'y'): Place[] {
  const size = axis === 'x' ? 'width' : 'height';
  const middle = (i: number): number => boxes[i][axis] + boxes[i][size] / 2;
  const order = boxes.map((_, i) => i).sort((a, b) => middle(a) - middle(b));
  const [first, last] = [boxes[order[0]], boxes[order[order.length - 1]]];
  const between = order.slice(1, -1).reduce((sum, i) => sum + boxes[i][size], 0);
  const gap = (last[axis] - first[axis] - first[size] - between) / (boxes.length - 1);
  const places = boxes.map(({ x, y }) => ({ x, y }));
  let at = first[axis] + first[size] + gap;
  for (const i of order.slice(1, -1)) {
    places[i][axis] = Math.round(at);
    at += boxes[i][size] + gap;
  }
  return places;
}
