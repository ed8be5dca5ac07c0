/** A drag as it is shown: where the dragged parts come to rest, what they carry, and which frame would take them in. Pure. */

import type { NodeChange } from '@xyflow/react';
import type { Design, DesignGroup, Id } from '../design/design.ts';
import { groupAt } from '../design/edits.ts';
import { groupsWithin, liesIn } from '../design/nesting.ts';
import { notesOf } from '../design/notes.ts';
import type { Selection } from '../store/sessionStore.ts';
import { type Box, boxOf, snapped } from './cardGeometry.ts';
import { type FlowNode, flowIdOfGroup, flowIdOfNote, groupOfFlowId, type Moves } from './flowAdapter.ts';
import { boundsOf, type Guide, restOf } from './snapping.ts';

type Change = NodeChange<FlowNode>;
type PositionChange = Extract<Change, { type: 'position' }>;

export interface Settled {
  changes: readonly Change[];
  guides: readonly Guide[];
}

/** Parts further away than this, in canvas units, attract nothing: nobody would see why. */
const farAway = 1600;

/**
 * React Flow's changes with the dragged parts at rest and with what a dragged frame carries; sizes on the grid.
 * @param reach canvas units within which neighbours attract; 0 leaves only the grid
 */
export function settled(changes: readonly Change[], shown: readonly FlowNode[], design: Design, reach: number): Settled {
  const dragged = changes.filter(isDragged);
  if (dragged.length === 0) return { changes: changes.map(onGrid), guides: [] };
  const places = new Map(dragged.map(({ id, position }) => [id, position]));
  const carried = new Set(carriedBy(design, [...places.keys()]));
  const own = shown.filter(({ id }) => places.has(id)).map((node) => ({ ...boxShown(node), ...places.get(node.id) }));
  const bounds = boundsOf(own);
  const isRegions = own.length > 0 && dragged.every(({ id }) => groupOfFlowId(id) !== null);
  const others = shown
    .filter((node) => !places.has(node.id) && !carried.has(node.id) && (isRegions || node.type !== 'region'))
    .map(boxShown)
    .filter((box) => isNear(box, bounds) && !(isRegions && liesIn(bounds, box)));
  const rest = reach > 0 ? restOf(bounds, others, reach) : { x: snapped(bounds.x) - bounds.x, y: snapped(bounds.y) - bounds.y, guides: [] };
  const moved = changes.map((change): Change => {
    if (!isDragged(change)) return change;
    return { ...change, position: { x: change.position.x + rest.x, y: change.position.y + rest.y } };
  });
  return { changes: [...moved, ...carriedChanges(design, moved)], guides: rest.guides };
}

/** By hand; a frame that is resized at its upper left corner is moved too, but not dragged. */
const isDragged = (change: Change): change is PositionChange & { position: { x: number; y: number } } =>
  change.type === 'position' && change.position !== undefined && change.dragging !== undefined;

function onGrid(change: Change): Change {
  if (change.type === 'position' && change.position)
    return { ...change, position: { x: snapped(change.position.x), y: snapped(change.position.y) } };
  if (change.type !== 'dimensions' || !change.dimensions || change.resizing === undefined) return change;
  return { ...change, dimensions: { width: snapped(change.dimensions.width), height: snapped(change.dimensions.height) } };
}

const boxShown = ({ position, width = 0, height = 0 }: FlowNode): Box => ({ ...position, width, height });

const isNear = (a: Box, b: Box): boolean =>
  a.x - b.x - b.width < farAway && b.x - a.x - a.width < farAway && a.y - b.y - b.height < farAway && b.y - a.y - a.height < farAway;

/** By React Flow's id: the frames and notes within dragged frames, and the cards of all of them. Those that are dragged themselves are left out. */
function carriedBy(design: Design, dragged: readonly string[]): string[] {
  const frames = dragged.flatMap((id) => groupOfFlowId(id) ?? []);
  if (frames.length === 0) return [];
  const inner = groupsWithin(design, frames);
  const all = new Set([...frames, ...inner]);
  const cards = design.nodes.filter((node) => node.group !== null && all.has(node.group)).map((node) => node.id);
  const outer = design.groups.filter(({ id }) => frames.includes(id));
  const notes = notesOf(design).filter((note) => outer.some((frame) => liesIn(note, frame)));
  return [...inner.map(flowIdOfGroup), ...notes.map(({ id }) => flowIdOfNote(id)), ...cards].filter((id) => !dragged.includes(id));
}

/** What is carried goes as far as the frame that carries it. */
function carriedChanges(design: Design, changes: readonly Change[]): Change[] {
  const dragged = changes.filter(isDragged);
  const frame = dragged.find(({ id }) => groupOfFlowId(id) !== null);
  const group = frame && design.groups.find(({ id }) => flowIdOfGroup(id) === frame.id);
  if (!frame || !group) return [];
  // Everything that is dragged together goes equally far.
  const [x, y] = [frame.position.x - group.x, frame.position.y - group.y];
  const places = placesOf(design);
  const ids = dragged.map(({ id }) => id);
  return carriedBy(design, ids).map((id) => {
    const at = places.get(id) ?? { x: 0, y: 0 };
    return { id, type: 'position', position: { x: at.x + x, y: at.y + y }, dragging: frame.dragging ?? false };
  });
}

/** Where all parts stand in the design, by React Flow's id. */
function placesOf(design: Design): Map<string, { x: number; y: number }> {
  return new Map([
    ...design.groups.map(({ id, x, y }) => [flowIdOfGroup(id), { x, y }] as const),
    ...notesOf(design).map(({ id, x, y }) => [flowIdOfNote(id), { x, y }] as const),
    ...design.nodes.map(({ id, x, y }) => [id, { x, y }] as const),
  ]);
}

/** Where the selection stands when moved as a whole; a frame takes what stands in it with it. */
export function shifted(design: Design, { nodes, groups, notes }: Selection, x: number, y: number): Moves {
  const chosen = [...groups.map(flowIdOfGroup), ...notes.map(flowIdOfNote), ...nodes];
  const places = placesOf(design);
  return new Map(
    [...chosen, ...carriedBy(design, chosen)].flatMap((id) => {
      const at = places.get(id);
      return at ? [[id, { x: at.x + x, y: at.y + y }] as const] : [];
    }),
  );
}

/** The design's groups as they stand in the middle of a drag. */
export function movedGroups(design: Design, moves: Moves): readonly DesignGroup[] {
  if (moves.size === 0) return design.groups;
  return design.groups.map((group) => {
    const at = moves.get(flowIdOfGroup(group.id));
    return at ? { ...group, ...at } : group;
  });
}

/** Which group each dragged node lies in now, for those where that is another than before. */
export function regroupings(design: Design, moves: Moves, dragged: readonly Id[]): { node: Id; group: Id | null }[] {
  const moved = { ...design, groups: movedGroups(design, moves) };
  const changed: { node: Id; group: Id | null }[] = [];
  for (const node of design.nodes) {
    if (!dragged.includes(node.id)) continue;
    const box = { ...boxOf(node), ...moves.get(node.id) };
    const group = groupAt(moved, { x: box.x + box.width / 2, y: box.y + box.height / 2 });
    if (group !== node.group) changed.push({ node: node.id, group });
  }
  return changed;
}

/** The frame that would take in a dragged card: only when that is a change for it, and not one that is dragged along. */
export function goalOf(design: Design, moves: Moves, dragged: readonly string[]): Id | null {
  const goal = regroupings(design, moves, dragged).find(({ group }) => group !== null && !dragged.includes(flowIdOfGroup(group)));
  return goal?.group ?? null;
}
