/**
 * Between the design and React Flow, both ways and pure: design to nodes and edges (an object is renewed only when its own
 * part changed), React Flow's changes back to a selection and to moves. Run values never pass through here: a part's name to a
 * screen reader, which says how the part is, is its card's.
 */

import type { Edge, EdgeChange, Node, NodeChange } from '@xyflow/react';
import { Position } from '@xyflow/react';
import type { Design, DesignGroup, DesignLink, DesignNode, DesignNote, Id } from '../design/design.ts';
import { controlLinks } from '../design/wires.ts';
import type { Selection } from '../store/sessionStore.ts';
import { type Axis, cardWidth, handleY, heightFor, knob, shownInstances } from './cardGeometry.ts';

export type CardNode = Node<{ node: DesignNode; instances: number; axis: Axis }, 'card'>;
export type RegionNode = Node<{ group: DesignGroup }, 'region'>;
export type NoteNode = Node<{ note: DesignNote }, 'note'>;
export type FlowNode = CardNode | RegionNode | NoteNode;
export type LinkEdge = Edge<{ link: DesignLink; fromHeight: number; toHeight: number; axis: Axis; isControl: boolean }, 'link'>;

/** React Flow has one name space; what is no card says so in its id. */
const groupMark = 'group:';
const noteMark = 'note:';
export const flowIdOfGroup = (id: Id): string => groupMark + id;
export const groupOfFlowId = (id: string): Id | null => (id.startsWith(groupMark) ? id.slice(groupMark.length) : null);
export const flowIdOfNote = (id: Id): string => noteMark + id;
export const noteOfFlowId = (id: string): Id | null => (id.startsWith(noteMark) ? id.slice(noteMark.length) : null);

/** Where parts stand while a drag or a resize is under way, by React Flow's id; the design learns of it at the end. */
export type Moves = ReadonlyMap<string, Moved>;
interface Moved {
  x: number;
  y: number;
  width?: number;
  height?: number;
}
export const noMoves: Moves = new Map();

export interface FlowView {
  selection: Selection;
  moves: Moves;
  /** The one node that Tab reaches. */
  tabStop: Id | null;
  axis: Axis;
  /** Instances of a node that exist in the run; 0 while there is none. */
  existing: (node: DesignNode) => number;
  groupLabel: (group: DesignGroup) => string;
  noteLabel: (note: DesignNote) => string;
  linkLabel: (link: DesignLink) => string;
}

const tabbable = { tabIndex: 0 };
const notTabbable = { tabIndex: -1 };

/** The design's groups and nodes as React Flow's nodes. Unchanged ones come back as the very objects of `previous`. */
export function flowNodes(design: Design, view: FlowView, previous: readonly FlowNode[]): FlowNode[] {
  const before = new Map(previous.map((node) => [node.id, node]));
  const { selection } = view;
  const selected = new Set([...selection.nodes, ...selection.groups.map(flowIdOfGroup), ...selection.notes.map(flowIdOfNote)]);
  const regions = design.groups.map((group) => {
    const id = flowIdOfGroup(group.id);
    return renewed(before.get(id), regionNode(group, id, selected.has(id), view));
  });
  const cards = design.nodes.map((node) => renewed(before.get(node.id), cardNode(node, selected.has(node.id), view)));
  // Where the design is turned for a phone, notes would stand beside nothing.
  const notes = (view.axis === 'down' ? [] : (design.notes ?? [])).map((note) => {
    const id = flowIdOfNote(note.id);
    return renewed(before.get(id), noteNode(note, id, selected.has(id), view));
  });
  const next = [...regions, ...notes, ...cards];
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
  return {
    ...sheet(group, id, selected, view),
    type: 'region',
    data: { group },
    zIndex: -1,
    // Only the label moves a frame: its inside belongs to the canvas, for box selection and panning.
    dragHandle: '.regionHandle',
    style: { pointerEvents: 'none' },
    ariaLabel: view.groupLabel(group),
  };
}

function noteNode(note: DesignNote, id: string, selected: boolean, view: FlowView): NoteNode {
  return { ...sheet(note, id, selected, view), type: 'note', data: { note }, zIndex: 0, ariaLabel: view.noteLabel(note) };
}

/** What frames and notes have in common: a size of their own, and no wires. */
function sheet(part: DesignGroup | DesignNote, id: string, selected: boolean, view: FlowView) {
  const { x, y, width, height } = { ...part, ...view.moves.get(id) };
  return {
    id,
    position: { x, y },
    selected,
    width,
    height,
    measured: { width, height },
    handles: [],
    connectable: false,
    domAttributes: notTabbable,
  };
}

function renewed<T extends FlowNode>(before: FlowNode | undefined, next: T): T {
  if (!before) return next;
  const was: Readonly<Record<string, unknown>> = before.data;
  if (before.type !== next.type || Object.entries(next.data).some(([name, value]) => was[name] !== value)) return next;
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
  const chosen = {
    nodes: new Set(selection.nodes),
    links: new Set(selection.links),
    groups: new Set(selection.groups),
    notes: new Set(selection.notes),
  };
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
    const words = noteOfFlowId(change.id);
    if (group !== null) note(chosen.groups, group, change.selected);
    else if (words !== null) note(chosen.notes, words, change.selected);
    else note(chosen.nodes, change.id, change.selected);
  }
  for (const change of links) if (change.type === 'select') note(chosen.links, change.id, change.selected);
  return isChanged
    ? { nodes: [...chosen.nodes], links: [...chosen.links], groups: [...chosen.groups], notes: [...chosen.notes] }
    : selection;
}

/** Adds the positions and sizes of a drag or resize; the same object when there are none. */
export function movesAfter(moves: Moves, changes: readonly NodeChange<FlowNode>[], design: Design): Moves {
  let next: Map<string, Moved> | null = null;
  const note = (id: string, change: Partial<Moved>): void => {
    next ??= new Map(moves);
    const at = next.get(id) ?? placeOf(design, id);
    next.set(id, { x: at?.x ?? 0, y: at?.y ?? 0, ...next.get(id), ...change });
  };
  for (const change of changes) {
    if (change.type === 'position' && change.position) note(change.id, change.position);
    // Only of a resize; else React Flow repeats sizes that it was told.
    else if (change.type === 'dimensions' && change.dimensions && change.resizing !== undefined) note(change.id, change.dimensions);
  }
  return next ?? moves;
}

function placeOf(design: Design, id: string): { x: number; y: number } | undefined {
  return design.groups.find((group) => flowIdOfGroup(group.id) === id) ?? design.notes?.find((note) => flowIdOfNote(note.id) === id);
}
