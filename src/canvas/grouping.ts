/** Regions by hand: a frame round what is selected, cards into a frame and out of it. Each function is one undo step. */

import type { Design, DesignNode, Id } from '../design/design.ts';
import { addGroup, moveParts, removeParts, resizeGroup, setGroupOf } from '../design/edits.ts';
import { groupAround } from '../design/nesting.ts';
import { designStore } from '../store/designStore.ts';
import { sessionStore } from '../store/sessionStore.ts';
import { type Box, boxOf, snapped } from './cardGeometry.ts';
import { freeSpot } from './freeSpot.ts';
import { named } from './named.ts';
import { boundsOf } from './snapping.ts';

/** Inside a frame: room for its label above, and air around. */
export const framePad = 32;
export const frameHead = 48;

/** The frame that holds a box with air around it. */
export function frameRound({ x, y, width, height }: Box): Box {
  return { x: x - framePad, y: y - frameHead, width: width + 2 * framePad, height: height + frameHead + framePad };
}

/** A new region round the selected parts, in the region they stood in; what stood around it grows where it must. */
export function grouped(design: Design, nodes: readonly Id[], groups: readonly Id[]): Design {
  const cards = design.nodes.filter(({ id }) => nodes.includes(id));
  const frames = design.groups.filter(({ id }) => groups.includes(id));
  if (cards.length + frames.length === 0) return design;
  const frame = frameRound(boundsOf([...cards.map(boxOf), ...frames]));
  const homes = new Set([...cards.map(({ group }) => group), ...frames.map(({ id }) => groupAround(design, id)?.id ?? null)]);
  const home = homes.size === 1 ? (design.groups.find(({ id }) => homes.has(id)) ?? null) : null;
  const region = home?.region ?? frames[0]?.region;
  const added = addGroup(design, frame, { ...frame, ...(region ? { region } : {}) });
  const id = added.groups[added.groups.length - 1].id;
  const joined = setGroupOf(
    added,
    cards.map((card) => card.id),
    id,
  );
  return home ? grownRound(joined, home.id, frame) : joined;
}

/** Makes a frame, and those around it, large enough for a box. */
export function grownRound(design: Design, id: Id, box: Box): Design {
  const group = design.groups.find((each) => each.id === id);
  if (!group) return design;
  const around = groupAround(design, id);
  const whole = boundsOf([
    group,
    { x: box.x - framePad, y: box.y - frameHead, width: box.width + 2 * framePad, height: box.height + frameHead + framePad },
  ]);
  const isRoomy = whole.width === group.width && whole.height === group.height;
  const grown = isRoomy ? design : resizeGroup(design, id, whole);
  return around ? grownRound(grown, around.id, isRoomy ? box : whole) : grown;
}

/** Regions taken away from around their parts, which belong to the next region around them, if there is one. */
export function ungrouped(design: Design, groups: readonly Id[]): Design {
  let next = design;
  for (const id of groups) {
    const home = groupAround(next, id)?.id ?? null;
    const members = next.nodes.filter((node) => node.group === id).map((node) => node.id);
    next = setGroupOf(removeParts(next, { groups: [id] }), members, home);
  }
  return next;
}

/** Cards put where there is room in a frame, which grows if it must; or, with null, beside all frames. */
export function movedInto(design: Design, nodes: readonly Id[], group: Id | null): Design {
  return nodes.reduce((next, id) => {
    const node = next.nodes.find((each) => each.id === id);
    if (!node || node.group === group) return next;
    return group === null ? takenOut(next, node) : takenIn(next, node, group);
  }, design);
}

function takenIn(design: Design, node: DesignNode, id: Id): Design {
  const frame = design.groups.find((each) => each.id === id);
  if (!frame) return design;
  const box = boxOf(node);
  const inside = {
    x: frame.x + framePad,
    y: frame.y + frameHead,
    width: frame.width - 2 * framePad,
    height: frame.height - frameHead - framePad,
  };
  const taken = [...others(design, node), ...design.groups.filter((each) => groupAround(design, each.id)?.id === id)];
  const middle = { x: inside.x + (inside.width - box.width) / 2, y: inside.y + (inside.height - box.height) / 2 };
  const within = (at: { x: number; y: number }): boolean =>
    at.x >= inside.x && at.y >= inside.y && at.x + box.width <= inside.x + inside.width && at.y + box.height <= inside.y + inside.height;
  const spot = freeSpot(taken, { ...box, ...middle });
  // No room: below all that stands in it.
  const bottom = Math.max(inside.y, ...taken.filter((each) => touches(each, frame)).map((each) => each.y + each.height + framePad));
  const at = within(spot) ? spot : { x: snapped(inside.x), y: snapped(bottom) };
  const placed = setGroupOf(moveParts(design, [{ id: node.id, ...at }]), [node.id], id);
  return grownRound(placed, id, { ...box, ...at });
}

function takenOut(design: Design, node: DesignNode): Design {
  const at = freeSpot([...others(design, node), ...design.groups], boxOf(node));
  return setGroupOf(moveParts(design, [{ id: node.id, ...at }]), [node.id], null);
}

const others = (design: Design, node: DesignNode): Box[] => design.nodes.filter(({ id }) => id !== node.id).map(boxOf);

const touches = (a: Box, b: Box): boolean => a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

export function groupSelection(): void {
  const { nodes, groups } = sessionStore.getState().selection;
  const { design, edit } = designStore.getState();
  edit('group', (now) => {
    const next = grouped(now, nodes, groups);
    return next === now ? now : named(next, 'group');
  });
  const added = designStore.getState().design.groups.at(-1);
  if (added && designStore.getState().design !== design) sessionStore.getState().select({ groups: [added.id] });
}

export function ungroupSelection(): void {
  const { groups } = sessionStore.getState().selection;
  const { design, edit } = designStore.getState();
  const members = design.nodes.filter(({ group }) => group !== null && groups.includes(group)).map(({ id }) => id);
  edit('ungroup', (now) => ungrouped(now, groups));
  sessionStore.getState().select({ nodes: members });
}

/** Cards into a region, or out of all of them. Returns false where nothing was changed. */
export function moveInto(nodes: readonly Id[], group: Id | null): boolean {
  return designStore.getState().edit('setGroup', (design) => movedInto(design, nodes, group));
}
