/**
 * The tidy layout: left to right by dagre, each frame laid out by itself and then treated as one box. What hands have placed stays
 * where it is and the rest is laid round it; the next press lays out everything.
 */

import type { Design, Id } from '../design/design.ts';
import { moveParts, resizeGroup } from '../design/edits.ts';
import { groupAround } from '../design/nesting.ts';
import { moveNotes, notesOf } from '../design/notes.ts';
import { fetchText } from '../i18n/lateText.ts';
import { designStore } from '../store/designStore.ts';
import { sessionStore } from '../store/sessionStore.ts';
import { announce } from '../ui/announce.ts';
import { type Box, boxOf, snapped } from './cardGeometry.ts';
import { deskText } from './deskText.ts';
import { frameHead, framePad } from './grouping.ts';
import { clearOf, type Laid, type LaidItem, layRound, overlap } from './layRound.ts';
import { forgetPlaced, placedByHand } from './placed.ts';
import { boundsOf } from './snapping.ts';
import { fitView } from './viewport.ts';

type Dagre = typeof import('@dagrejs/dagre');

/** One undo step, then the whole design in view. The layout library comes only when it is first asked for. */
export async function tidy(): Promise<void> {
  const [dagre, words] = await Promise.all([import('@dagrejs/dagre'), fetchText(deskText, sessionStore.getState().locale)]);
  const { design, edit } = designStore.getState();
  const kept = placedByHand(design);
  const round = tidied(design, dagre, kept);
  // Tidy already, as far as that goes round what was placed: so now all of it.
  const isAll = kept.size === 0 || round === design;
  edit('tidy', () => (isAll ? tidied(design, dagre) : round));
  if (isAll) forgetPlaced();
  announce(isAll ? words.tidiedAll : words.tidiedRound(kept.size), 'answer');
  if (!isAll) sessionStore.getState().set({ toast: { id: Date.now(), text: words.tidiedRound(kept.size), undo: true } });
  fitView();
}

const frameId = (id: Id): string => `frame:${id}`;

/** A frame and everything in it, laid out with its own upper left corner at 0 or, when anything in it is kept, where it is. */
interface Piece {
  /** Of parts and frames within, by card or frame id. */
  boxes: ReadonlyMap<string, Box>;
  box: Box;
  isKept: boolean;
}

/** Pure but for the library handed in; exported for tests. The same design when all stands so already. */
export function tidied(design: Design, dagre: Dagre, kept: ReadonlySet<Id> = new Set()): Design {
  const homes = new Map<string, Id | null>([
    ...design.nodes.map((node) => [node.id, node.group] as const),
    ...design.groups.map((group) => [frameId(group.id), groupAround(design, group.id)?.id ?? null] as const),
  ]);
  const all = layLevel(design, dagre, kept, homes, null);
  let next = design;
  for (const group of design.groups) {
    const box = all.boxes.get(frameId(group.id));
    if (box) next = resizeGroup(next, group.id, box);
  }
  next = moveParts(
    next,
    design.nodes.flatMap((node) => {
      const box = all.boxes.get(node.id);
      return box ? [{ id: node.id, x: box.x, y: box.y }] : [];
    }),
  );
  return besideTheirParts(design, next);
}

/** All that stands in one frame, or with null on the canvas itself. */
function layLevel(design: Design, dagre: Dagre, kept: ReadonlySet<Id>, homes: ReadonlyMap<string, Id | null>, home: Id | null): Piece {
  const pieces = new Map<string, Piece>();
  for (const group of design.groups) {
    if (homes.get(frameId(group.id)) === home) pieces.set(frameId(group.id), framed(design, dagre, kept, homes, group.id));
  }
  const cards = design.nodes.filter((node) => node.group === home);
  const items: LaidItem[] = [
    ...cards.map((node) => ({ id: node.id, ...boxOf(node), isKept: kept.has(node.id) })),
    ...[...pieces].map(([id, { box, isKept }]) => ({ id, ...box, isKept })),
  ];
  const laid = layRound(items, wiresAmong(design, homes, items, home), layOut(dagre));
  const boxes = new Map<string, Box>();
  for (const { id, width, height } of items) {
    const at = laid.get(id) ?? { x: 0, y: 0 };
    const piece = pieces.get(id);
    if (!piece) boxes.set(id, { ...at, width, height });
    for (const [inner, box] of piece?.boxes ?? [])
      boxes.set(inner, { ...box, x: box.x + at.x - piece!.box.x, y: box.y + at.y - piece!.box.y });
  }
  return { boxes, box: { x: 0, y: 0, width: 0, height: 0 }, isKept: items.some(({ isKept }) => isKept) };
}

function framed(design: Design, dagre: Dagre, kept: ReadonlySet<Id>, homes: ReadonlyMap<string, Id | null>, id: Id): Piece {
  const group = design.groups.find((each) => each.id === id)!;
  const inside = layLevel(design, dagre, kept, homes, id);
  const isPinned = kept.has(id);
  if (inside.boxes.size === 0) {
    const box = { x: group.x, y: group.y, width: group.width, height: group.height };
    return { boxes: new Map([[frameId(id), box]]), box, isKept: isPinned };
  }
  const { x, y, width, height } = boundsOf([...inside.boxes.values()]);
  const box = { x: x - framePad, y: y - frameHead, width: snapped(width + 2 * framePad), height: snapped(height + frameHead + framePad) };
  // A frame that was placed keeps its corner, unless what is kept in it says where it must be.
  const shift = isPinned && !inside.isKept ? { x: group.x - box.x, y: group.y - box.y } : { x: 0, y: 0 };
  const moved = new Map([...inside.boxes].map(([inner, each]) => [inner, { ...each, x: each.x + shift.x, y: each.y + shift.y }]));
  const whole = { ...box, x: box.x + shift.x, y: box.y + shift.y };
  return { boxes: moved.set(frameId(id), whole), box: whole, isKept: isPinned || inside.isKept };
}

/** The wires of a level: a part deeper down is stood for by the frame it is in. */
function wiresAmong(
  design: Design,
  homes: ReadonlyMap<string, Id | null>,
  items: readonly LaidItem[],
  home: Id | null,
): { from: string; to: string }[] {
  const here = new Set(items.map(({ id }) => id));
  const standIn = (node: Id): string | null => {
    for (let id = node as string, steps = 0; steps <= design.groups.length + 1; steps++) {
      if (here.has(id)) return id;
      const around = homes.get(id) ?? null;
      if (around === null || around === home) return null;
      id = frameId(around);
    }
    return null;
  };
  return design.links.flatMap(({ from, to }) => {
    const [a, b] = [standIn(from), standIn(to)];
    return a !== null && b !== null && a !== b ? [{ from: a, to: b }] : [];
  });
}

const betweenRanks = 72;
const betweenNodes = 32;

const layOut =
  (dagre: Dagre) =>
  (items: readonly LaidItem[], wires: readonly { from: string; to: string }[]): Laid => {
    const graph = new dagre.graphlib.Graph();
    graph.setGraph({ rankdir: 'LR', nodesep: betweenNodes, ranksep: betweenRanks, marginx: 0, marginy: 0 });
    graph.setDefaultEdgeLabel(() => ({}));
    for (const { id, width, height } of items) graph.setNode(id, { width, height });
    for (const { from, to } of wires) graph.setEdge(from, to);
    dagre.layout(graph);
    return new Map(
      items.map(({ id, width, height }) => {
        const { x, y } = graph.node(id) as { x: number; y: number };
        return [id, { x: snapped(x - width / 2), y: snapped(y - height / 2) }];
      }),
    );
  };

/** Notes go with the part they stood nearest to, and aside where a part has come to lie. */
function besideTheirParts(before: Design, after: Design): Design {
  const cards = after.nodes.map(boxOf);
  const taken: Box[] = [...cards];
  const distance = (a: Box, b: Box): number => Math.hypot(a.x + a.width / 2 - b.x - b.width / 2, a.y + a.height / 2 - b.y - b.height / 2);
  const moves = notesOf(before).map((note) => {
    let nearest = -1;
    before.nodes.forEach((node, i) => {
      if (nearest < 0 || distance(boxOf(node), note) < distance(boxOf(before.nodes[nearest]), note)) nearest = i;
    });
    const [was, is] = [before.nodes[nearest], after.nodes[nearest]];
    const wanted = was && is ? { ...note, x: note.x + is.x - was.x, y: note.y + is.y - was.y } : note;
    const at = taken.some((box) => overlap(box, wanted)) ? clearOf(taken, wanted) : wanted;
    taken.push({ ...note, x: at.x, y: at.y });
    return { id: note.id, x: at.x, y: at.y };
  });
  return moveNotes(after, moves);
}
