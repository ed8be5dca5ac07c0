/**
 * Between the design and React Flow, both ways and pure: design to nodes and edges (an object is renewed only when its own
 * part changed), React Flow's changes back to a selection and to moves. Run values never pass through here.
 */

import type { Edge, EdgeChange, Node, NodeChange } from '@xyflow/react';
import { Position } from '@xyflow/react';
import type { Design, DesignGroup, DesignLink, DesignNode, Id } from '../design/design.ts';
import { groupAt } from '../design/edits.ts';
import { controlLinks } from '../design/wires.ts';
import type { Selection } from '../store/sessionStore.ts';
import { type Axis, type Box, boxOf, cardWidth, handleY, heightFor, knob, shownInstances } from './cardGeometry.ts';

export type CardNode = Node<{ node: DesignNode; instances: number; axis: Axis }, 'card'>;
export type RegionNode = Node<{ group: DesignGroup }, 'region'>;
export type FlowNode = CardNode | RegionNode;
export type LinkEdge = Edge<{ link: DesignLink; fromHeight: number; toHeight: number; axis: Axis; isControl: boolean }, 'link'>;

/** Groups and nodes have separate ids in a design and one name space in React Flow. */
const groupMark = 'group:';
export const flowIdOfGroup = (id: Id): string => groupMark + id;
export const groupOfFlowId = (id: string): Id | null => (id.startsWith(groupMark) ? id.slice(groupMark.length) : null);

/** Where parts stand while a drag or a resize is under way, by React Flow's id; the design learns of it at the end. */
export type Moves = ReadonlyMap<string, { x: number; y: number; width?: number; height?: number }>;
export const noMoves: Moves = new Map();

export interface FlowView {
  selection: Selection;
  moves: Moves;
  /** The one node that Tab reaches. */
  tabStop: Id | null;
  axis: Axis;
  /** Instances of a node that exist in the run; 0 while there is none. */
  existing: (node: DesignNode) => number;
  nodeLabel: (node: DesignNode) => string;
  groupLabel: (group: DesignGroup) => string;
  linkLabel: (link: DesignLink) => string;
}

const tabbable = { tabIndex: 0 };
const notTabbable = { tabIndex: -1 };

/** The design's groups and nodes as React Flow's nodes. Unchanged ones come back as the very objects of `previous`. */
export function flowNodes(design: Design, view: FlowView, previous: readonly FlowNode[]): FlowNode[] {
  const before = new Map(previous.map((node) => [node.id, node]));
  const selected = new Set([...view.selection.nodes, ...view.selection.groups.map(flowIdOfGroup)]);
  const regions = design.groups.map((group) => {
    const id = flowIdOfGroup(group.id);
    return renewed(before.get(id), regionNode(group, id, selected.has(id), view));
  });
  const cards = design.nodes.map((node) => renewed(before.get(node.id), cardNode(node, selected.has(node.id), view)));
  const next = [...regions, ...cards];
  const isSame = next.length === previous.length && next.every((node, i) => node === previous[i]);
  return isSame ? (previous as FlowNode[]) : next;
}

function cardNode(node: DesignNode, selected: boolean, view: FlowView): CardNode {
  const instances = shownInstances(node, view.existing(node));
  const height = heightFor(instances);
  const at = view.moves.get(node.id) ?? node;
  return {
    id: node.id,
    type: 'card',
    position: { x: at.x, y: at.y },
    data: { node, instances, axis: view.axis },
    selected,
    width: cardWidth,
    height,
    measured: { width: cardWidth, height },
    handles: view.axis === 'across' ? handlesAcross : handlesDown(height),
    zIndex: selected ? 2 : 1,
    ariaLabel: view.nodeLabel(node),
    domAttributes: view.tabStop === node.id ? tabbable : notTabbable,
  };
}

/** Said beforehand, so that wires are drawn in the first paint and nothing is measured. */
const size = 2 * knob;
const y = handleY - knob;
const x = cardWidth / 2 - knob;
type Handles = NonNullable<CardNode['handles']>;
const handlesAcross: Handles = [
  { id: null, type: 'target', position: Position.Left, x: -knob, y, width: size, height: size },
  { id: null, type: 'source', position: Position.Right, x: cardWidth - knob, y, width: size, height: size },
];
const handlesDown = (height: number): Handles => [
  { id: null, type: 'target', position: Position.Top, x, y: -knob, width: size, height: size },
  { id: null, type: 'source', position: Position.Bottom, x, y: height - knob, width: size, height: size },
];

function regionNode(group: DesignGroup, id: string, selected: boolean, view: FlowView): RegionNode {
  const at = view.moves.get(id);
  const width = at?.width ?? group.width;
  const height = at?.height ?? group.height;
  return {
    id,
    type: 'region',
    position: { x: at?.x ?? group.x, y: at?.y ?? group.y },
    data: { group },
    selected,
    width,
    height,
    measured: { width, height },
    handles: [],
    zIndex: -1,
    connectable: false,
    // Only the label moves a frame: its inside belongs to the canvas, for box selection and panning.
    dragHandle: '.regionHandle',
    style: { pointerEvents: 'none' },
    ariaLabel: view.groupLabel(group),
    domAttributes: notTabbable,
  };
}

function renewed<T extends FlowNode>(before: FlowNode | undefined, next: T): T {
  if (!before) return next;
  const isSamePart =
    before.type === 'card'
      ? next.type === 'card' &&
        before.data.node === next.data.node &&
        before.data.instances === next.data.instances &&
        before.data.axis === next.data.axis
      : next.type === 'region' && before.data.group === next.data.group;
  if (!isSamePart) return next;
  const isSame =
    before.selected === next.selected &&
    before.position.x === next.position.x &&
    before.position.y === next.position.y &&
    before.width === next.width &&
    before.height === next.height &&
    before.ariaLabel === next.ariaLabel &&
    before.domAttributes === next.domAttributes;
  // A moved part keeps its data object, which is what the memoised card looks at.
  return (isSame ? before : { ...next, data: before.data }) as T;
}

export function flowEdges(design: Design, view: FlowView, previous: readonly LinkEdge[]): LinkEdge[] {
  const before = new Map(previous.map((edge) => [edge.id, edge]));
  const selected = new Set(view.selection.links);
  const heights = new Map(design.nodes.map((node) => [node.id, heightFor(shownInstances(node, view.existing(node)))]));
  const { axis } = view;
  const control = controlLinks(design);
  const next = design.links.map((link): LinkEdge => {
    const old = before.get(link.id);
    const isSelected = selected.has(link.id);
    const ariaLabel = view.linkLabel(link);
    const fromHeight = heights.get(link.from) ?? 0;
    const toHeight = heights.get(link.to) ?? 0;
    const was = old?.data;
    const isSameShape = was?.link === link && was.fromHeight === fromHeight && was.toHeight === toHeight && was.axis === axis;
    if (old && isSameShape && old.selected === isSelected && old.ariaLabel === ariaLabel) return old;
    const data = { link, fromHeight, toHeight, axis, isControl: control.has(link.id) };
    return { id: link.id, type: 'link', source: link.from, target: link.to, selected: isSelected, zIndex: 0, ariaLabel, data };
  });
  const isSame = next.length === previous.length && next.every((edge, i) => edge === previous[i]);
  return isSame ? (previous as LinkEdge[]) : next;
}

/** The selection after React Flow's select changes; the same object when none of them is one. */
export function selectionAfter(
  selection: Selection,
  nodes: readonly NodeChange<FlowNode>[],
  links: readonly EdgeChange<LinkEdge>[],
): Selection {
  const chosen = { nodes: new Set(selection.nodes), links: new Set(selection.links), groups: new Set(selection.groups) };
  let isChanged = false;
  const note = (set: Set<Id>, id: Id, isSelected: boolean): void => {
    if (set.has(id) === isSelected) return;
    isChanged = true;
    if (isSelected) set.add(id);
    else set.delete(id);
  };
  for (const change of nodes) {
    if (change.type !== 'select') continue;
    const group = groupOfFlowId(change.id);
    if (group === null) note(chosen.nodes, change.id, change.selected);
    else note(chosen.groups, group, change.selected);
  }
  for (const change of links) if (change.type === 'select') note(chosen.links, change.id, change.selected);
  return isChanged ? { nodes: [...chosen.nodes], links: [...chosen.links], groups: [...chosen.groups] } : selection;
}

/** Adds the positions and sizes of a drag or resize. A frame takes the nodes of its group with it when it is dragged, not when it is resized. */
export function movesAfter(moves: Moves, changes: readonly NodeChange<FlowNode>[], design: Design): Moves {
  const resized = new Set(
    changes
      .filter((change) => change.type === 'dimensions' && change.resizing !== undefined)
      .map((change) => change.type === 'dimensions' && change.id),
  );
  const next = new Map(moves);
  let isChanged = false;
  for (const change of changes) {
    if (change.type === 'position' && change.position) {
      next.set(change.id, { ...next.get(change.id), x: change.position.x, y: change.position.y });
      isChanged = true;
    } else if (change.type === 'dimensions' && change.dimensions && resized.has(change.id)) {
      const group = design.groups.find((g) => flowIdOfGroup(g.id) === change.id);
      if (!group) continue;
      const at = next.get(change.id) ?? { x: group.x, y: group.y };
      next.set(change.id, { ...at, width: change.dimensions.width, height: change.dimensions.height });
      isChanged = true;
    }
  }
  if (!isChanged) return moves;
  const dragged = new Set(changes.map((change) => ('id' in change ? change.id : '')));
  for (const group of design.groups) {
    const id = flowIdOfGroup(group.id);
    const at = next.get(id);
    if (!at || !dragged.has(id) || resized.has(id) || at.width !== undefined) continue;
    for (const node of design.nodes) {
      if (node.group !== group.id || dragged.has(node.id)) continue;
      next.set(node.id, { x: node.x + at.x - group.x, y: node.y + at.y - group.y });
    }
  }
  return next;
}

/** The design's groups as they stand in the middle of a drag. */
export function movedGroups(design: Design, moves: Moves): readonly DesignGroup[] {
  if (moves.size === 0) return design.groups;
  return design.groups.map((group) => {
    const at = moves.get(flowIdOfGroup(group.id));
    return at ? { ...group, ...at } : group;
  });
}

export function movedBox(node: DesignNode, moves: Moves): Box {
  const at = moves.get(node.id);
  return at ? { ...boxOf(node), x: at.x, y: at.y } : boxOf(node);
}

/** Which group each dragged node lies in now, for those where that is another than before. */
export function regroupings(design: Design, moves: Moves, dragged: readonly Id[]): { node: Id; group: Id | null }[] {
  const moved = { ...design, groups: movedGroups(design, moves) };
  const changed: { node: Id; group: Id | null }[] = [];
  for (const node of design.nodes) {
    if (!dragged.includes(node.id)) continue;
    const box = movedBox(node, moves);
    const group = groupAt(moved, { x: box.x + box.width / 2, y: box.y + box.height / 2 });
    if (group !== node.group) changed.push({ node: node.id, group });
  }
  return changed;
}

/** Where the selection stands when moved as a whole; a frame takes the nodes of its group with it. */
export function shifted(design: Design, { nodes, groups }: Selection, x: number, y: number): Moves {
  const moves = new Map<string, { x: number; y: number }>();
  for (const group of design.groups) if (groups.includes(group.id)) moves.set(flowIdOfGroup(group.id), { x: group.x + x, y: group.y + y });
  for (const node of design.nodes) {
    const isCarried = node.group !== null && groups.includes(node.group);
    if (isCarried || nodes.includes(node.id)) moves.set(node.id, { x: node.x + x, y: node.y + y });
  }
  return moves;
}
