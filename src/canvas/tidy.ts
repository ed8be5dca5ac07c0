/** The tidy layout: left to right by dagre, each group laid out by itself first and then treated as one box. */

import type { Design, DesignNode, Id } from '../design/design.ts';
import { moveParts, resizeGroup } from '../design/edits.ts';
import { designStore } from '../store/designStore.ts';
import { type Box, boxOf, snapped } from './cardGeometry.ts';
import { fitView } from './viewport.ts';

type Dagre = typeof import('@dagrejs/dagre');

/** Inside a frame: room for its label above, and air around. */
const framePad = 32;
const frameHead = 48;
const betweenRanks = 72;
const betweenNodes = 32;

/** One undo step, then the whole design in view. The layout library comes only when it is first asked for. */
export async function tidy(): Promise<void> {
  const dagre = await import('@dagrejs/dagre');
  designStore.getState().edit('tidy', (design) => tidied(design, dagre));
  fitView();
}

interface Item {
  id: string;
  width: number;
  height: number;
}

interface Wire {
  from: string;
  to: string;
}

/** Corners of the items, laid out left to right; the topmost and leftmost at 0. */
function layOut(
  dagre: Dagre,
  items: readonly Item[],
  wires: readonly Wire[],
): { corners: Map<string, { x: number; y: number }>; width: number; height: number } {
  const graph = new dagre.graphlib.Graph();
  graph.setGraph({ rankdir: 'LR', nodesep: betweenNodes, ranksep: betweenRanks, marginx: 0, marginy: 0 });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const { id, width, height } of items) graph.setNode(id, { width, height });
  for (const { from, to } of wires) graph.setEdge(from, to);
  dagre.layout(graph);
  const corners = new Map<string, { x: number; y: number }>();
  let width = 0;
  let height = 0;
  for (const item of items) {
    const { x, y } = graph.node(item.id) as { x: number; y: number };
    const corner = { x: snapped(x - item.width / 2), y: snapped(y - item.height / 2) };
    corners.set(item.id, corner);
    width = Math.max(width, corner.x + item.width);
    height = Math.max(height, corner.y + item.height);
  }
  return { corners, width, height };
}

/** Pure but for the library handed in; exported for tests. */
export function tidied(design: Design, dagre: Dagre): Design {
  const groupOf = new Map<Id, Id | null>(design.nodes.map((node) => [node.id, node.group]));
  const insides = design.groups.map((group) => {
    const members = design.nodes.filter((node) => node.group === group.id);
    const wires = design.links.filter((link) => groupOf.get(link.from) === group.id && groupOf.get(link.to) === group.id);
    const inside = layOut(dagre, members.map(itemOf), wires);
    const isEmpty = members.length === 0;
    return {
      group,
      members,
      corners: inside.corners,
      width: isEmpty ? group.width : snapped(inside.width + 2 * framePad),
      height: isEmpty ? group.height : snapped(inside.height + frameHead + framePad),
    };
  });
  const free = design.nodes.filter((node) => node.group === null);
  const boxName = (id: Id): string => {
    const group = groupOf.get(id);
    return group ? `group:${group}` : id;
  };
  const outerWires = design.links.map((link) => ({ from: boxName(link.from), to: boxName(link.to) })).filter(({ from, to }) => from !== to);
  const outer = layOut(
    dagre,
    [...free.map(itemOf), ...insides.map(({ group, width, height }) => ({ id: `group:${group.id}`, width, height }))],
    outerWires,
  );

  let next = design;
  const moves: { id: Id; x: number; y: number }[] = free.map((node) => ({ id: node.id, ...cornerOf(outer.corners, node.id) }));
  for (const { group, members, corners, width, height } of insides) {
    const at = cornerOf(outer.corners, `group:${group.id}`);
    next = resizeGroup(next, group.id, { x: at.x, y: at.y, width, height });
    for (const node of members) {
      const corner = cornerOf(corners, node.id);
      moves.push({ id: node.id, x: at.x + framePad + corner.x, y: at.y + frameHead + corner.y });
    }
  }
  return moveParts(next, moves);
}

const cornerOf = (corners: ReadonlyMap<string, { x: number; y: number }>, id: string): { x: number; y: number } =>
  corners.get(id) ?? { x: 0, y: 0 };

function itemOf(node: DesignNode): Item {
  const { width, height }: Box = boxOf(node);
  return { id: node.id, width, height };
}
