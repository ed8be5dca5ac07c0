/**
 * The design turned for a phone held upright: calls run from top to bottom. What stood in one column stands in one row, in
 * the same order, and each frame is turned by itself and then treated as one card. For display only. Pure.
 */

import type { Design, DesignNode, Id } from '../../design/design.ts';
import { cardWidth, grid, heightOf, snapped } from '../cardGeometry.ts';

const betweenRows = 72;
const betweenCards = 24;
const framePad = 16;
const frameHead = 40;
const emptyFrame = { width: cardWidth + 2 * framePad, height: 136 };
/** A design in which nothing stands abreast is not spread wider than two cards. */
const leastBreadth = 2 * (cardWidth + betweenCards);

interface Point {
  x: number;
  y: number;
}

/** A card or a whole frame: where it stands in the design, and how large it is drawn here. */
interface Item {
  id: string;
  x: number;
  width: number;
  middleY: number;
  drawn: { width: number; height: number };
}

interface Stack {
  corners: ReadonlyMap<string, Point>;
  width: number;
  height: number;
}

export function transposed(design: Design): Design {
  const insides = new Map<Id, Stack>();
  const frames = design.groups.map((group): Item => {
    const inside = stacked(design.nodes.filter((node) => node.group === group.id).map(cardItem));
    insides.set(group.id, inside);
    const isEmpty = inside.corners.size === 0;
    const drawn = isEmpty ? emptyFrame : { width: inside.width + 2 * framePad, height: inside.height + frameHead + framePad };
    return { id: frameId(group.id), x: group.x, width: group.width, middleY: group.y + group.height / 2, drawn };
  });
  const isFree = (node: DesignNode): boolean => node.group === null || !insides.has(node.group);
  const outer = stacked([...frames, ...design.nodes.filter(isFree).map(cardItem)]);
  const cornerOf = (id: string): Point => outer.corners.get(id) ?? { x: 0, y: 0 };
  return {
    ...design,
    groups: design.groups.map((group, i) => ({ ...group, ...cornerOf(frameId(group.id)), ...frames[i].drawn })),
    nodes: design.nodes.map((node) => {
      if (node.group === null || isFree(node)) return { ...node, ...cornerOf(node.id) };
      const frame = cornerOf(frameId(node.group));
      const { x, y } = insides.get(node.group)?.corners.get(node.id) ?? { x: 0, y: 0 };
      return { ...node, x: frame.x + framePad + x, y: frame.y + frameHead + y };
    }),
  };
}

const frameId = (group: Id): string => `frame:${group}`;

const cardItem = (node: DesignNode): Item => {
  const height = heightOf(node);
  return { id: node.id, x: node.x, width: cardWidth, middleY: node.y + height / 2, drawn: { width: cardWidth, height } };
};

/** Rows under each other; in each, side by side what stood under each other. Nothing overlaps. */
function stacked(items: readonly Item[]): Stack {
  const rows = rowsOf(items);
  const scale = scaleOf(rows);
  const corners = new Map<string, Point>();
  const lefts = rows.map((row) => row.map((item) => item.middleY * scale)).map((wanted, i) => spread(rows[i], wanted));
  const leftmost = Math.min(...lefts.flat());
  let width = 0;
  let top = 0;
  rows.forEach((row, i) => {
    const height = Math.max(...row.map((item) => item.drawn.height));
    row.forEach((item, j) => {
      const x = snapped(lefts[i][j] - leftmost);
      corners.set(item.id, { x, y: top + snapped((height - item.drawn.height) / 2) });
      width = Math.max(width, x + item.drawn.width);
    });
    top += height + betweenRows;
  });
  return { corners, width, height: Math.max(0, top - betweenRows) };
}

/** Items that share at least half of the narrower one's width with the first of a row stand in that row. */
function rowsOf(items: readonly Item[]): Item[][] {
  const rows: Item[][] = [];
  for (const item of [...items].sort((a, b) => a.x - b.x)) {
    const row = rows.at(-1);
    const first = row?.[0];
    const shared = first ? Math.min(first.x + first.width, item.x + item.width) - item.x : 0;
    if (row && first && shared * 2 >= Math.min(first.width, item.width)) row.push(item);
    else rows.push([item]);
  }
  for (const row of rows) row.sort((a, b) => a.middleY - b.middleY);
  return rows;
}

/** From one middle to the next one in its row. */
const apart = (a: Item, b: Item): number => (a.drawn.width + b.drawn.width) / 2 + betweenCards;

/** How much what was height is stretched: as little as gives the fullest row its room, and no more than the widest row needs. */
function scaleOf(rows: readonly (readonly Item[])[]): number {
  let scale = 0;
  let breadth = leastBreadth;
  const middles = rows.flat().map((item) => item.middleY);
  for (const row of rows) {
    const needed = row.slice(1).reduce((sum, item, i) => sum + apart(row[i], item), 0);
    const span = row[row.length - 1].middleY - row[0].middleY;
    breadth = Math.max(breadth, needed);
    if (span > 0) scale = Math.max(scale, needed / span);
  }
  const all = Math.max(...middles) - Math.min(...middles);
  return Math.min(scale || 1, all > 0 ? breadth / all : 1);
}

/**
 * Left corners of a row: each as near to its wanted middle as the others' widths allow. Neighbours that want to be too near
 * are pooled and share the mean of what they want (isotonic regression).
 */
function spread(row: readonly Item[], wanted: readonly number[]): number[] {
  const offsets: number[] = [];
  row.forEach((item, i) => {
    offsets.push(i === 0 ? 0 : offsets[i - 1] + Math.ceil(apart(row[i - 1], item) / grid) * grid);
  });
  const pools: { sum: number; count: number }[] = [];
  for (let i = 0; i < row.length; i++) {
    let pool = { sum: wanted[i] - offsets[i], count: 1 };
    for (let last = pools.at(-1); last && last.sum / last.count >= pool.sum / pool.count; last = pools.at(-1)) {
      pool = { sum: pool.sum + last.sum, count: pool.count + last.count };
      pools.pop();
    }
    pools.push(pool);
  }
  const bases = pools.flatMap(({ sum, count }) => Array.from({ length: count }, () => sum / count));
  return row.map((item, i) => bases[i] + offsets[i] - item.drawn.width / 2);
}
