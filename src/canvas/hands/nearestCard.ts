/** Which card an arrow key means. Pure. */

import type { Design, DesignNode } from '../../design/design.ts';
import { boxOf } from '../cardGeometry.ts';

/** Columns and rows of a step: one of them is 0. */
export type Direction = readonly [number, number];

const middleOf = (node: DesignNode): { x: number; y: number } => {
  const { x, y, width, height } = boxOf(node);
  return { x: x + width / 2, y: y + height / 2 };
};

/** The nearest card in a direction: straight ahead counts once, sideways twice. */
export function nearestCard(design: Design, from: DesignNode, [columns, rows]: Direction): DesignNode | undefined {
  const start = middleOf(from);
  return least(design.nodes, (node) => {
    const { x, y } = middleOf(node);
    const ahead = (x - start.x) * columns + (y - start.y) * rows;
    const aside = Math.abs((x - start.x) * rows) + Math.abs((y - start.y) * columns);
    return node.id === from.id || ahead <= 0 ? Number.POSITIVE_INFINITY : ahead + 2 * aside;
  });
}

/** The card nearest to where another one stood. */
export function nearestTo(design: Design, gone: DesignNode): DesignNode | undefined {
  const start = middleOf(gone);
  return least(design.nodes, (node) => Math.hypot(middleOf(node).x - start.x, middleOf(node).y - start.y));
}

function least(nodes: readonly DesignNode[], costOf: (node: DesignNode) => number): DesignNode | undefined {
  let best: DesignNode | undefined;
  let cost = Number.POSITIVE_INFINITY;
  for (const node of nodes) {
    const own = costOf(node);
    if (own >= cost) continue;
    best = node;
    cost = own;
  }
  return best;
}
