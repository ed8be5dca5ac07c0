/** Parts of a design as text for the clipboard, and back: in another place, another design, another tab. */

import { isRecord } from '../schema/parse.ts';
import type { Design, DesignGroup, DesignLink, DesignNode, DesignNote, Id } from './design.ts';
import { type Parts, type Point, place } from './edits.ts';
import { defaultGroupLabel, defaultLabel, freshId, groupPrefix, idPrefix, takenIds, takenLinkIds } from './ids.ts';
import { currentFormat } from './migrations.ts';
import { notePrefix, notesOf, withNotes } from './notes.ts';
import { fileLimits, parseFile } from './parse.ts';
import { isStranger, strangerKind } from './strangerNotes.ts';
import { copiedStranger, strangerPrefix } from './strangers.ts';

/** How far a copy stands from its original, in canvas units. */
const step = 32;

export type Pasted = { design: Design; selection: Parts } | { error: 'not-parts' | 'newer-version' | 'too-big' | 'empty' };

/** Nodes, the wires among them, groups and notes: what is copied of a selection. A group brings its nodes. */
interface Piece {
  nodes: readonly DesignNode[];
  links: readonly DesignLink[];
  groups: readonly DesignGroup[];
  notes: readonly DesignNote[];
}

function pieceOf(design: Design, selection: Partial<Parts>): Piece {
  const groups = design.groups.filter((group) => selection.groups?.includes(group.id));
  const groupIds = new Set(groups.map((group) => group.id));
  const nodes = design.nodes.filter((node) => selection.nodes?.includes(node.id) || (node.group !== null && groupIds.has(node.group)));
  const nodeIds = new Set(nodes.map((node) => node.id));
  const notes = notesOf(design).filter(({ id }) => selection.notes?.includes(id));
  return { groups, nodes, notes, links: design.links.filter((link) => nodeIds.has(link.from) && nodeIds.has(link.to)) };
}

const isEmpty = ({ nodes, groups, notes }: Piece): boolean => nodes.length + groups.length + notes.length === 0;

/** The selected parts as JSON text; '' when there is nothing to copy (wires alone are nothing without their ends). */
export function copyParts(design: Design, selection: Partial<Parts>): string {
  const piece = pieceOf(design, selection);
  if (isEmpty(piece)) return '';
  return JSON.stringify({ app: 'faultline-parts', format: currentFormat, ...piece });
}

/** Copies the selected parts beside themselves and selects the copies. Nodes stay in the group they were in. */
export function duplicateParts(design: Design, selection: Partial<Parts>): { design: Design; selection: Parts } {
  return insert(design, pieceOf(design, selection), { x: step, y: step });
}

/**
 * Adds what `copyParts` wrote, with its upper left corner at `at` (without it: a step beside where it was copied). A node whose
 * group was not copied along keeps that group where the design still has it. The text may hold anything.
 */
export function pasteParts(design: Design, text: string, at?: Point): Pasted {
  if (!text.trimStart().startsWith('{"app":"faultline-parts"')) return { error: 'not-parts' };
  const parsed = parseFile(text);
  if (!parsed.ok) {
    const { code } = parsed.problem;
    return { error: code === 'newer-version' || code === 'too-big' ? code : 'not-parts' };
  }
  const { nodes, links, groups } = parsed.design;
  const notes = notesOf(parsed.design);
  if (nodes.length + groups.length + notes.length === 0) return { error: 'empty' };
  if (
    design.nodes.length + nodes.length > fileLimits.nodes ||
    design.links.length + links.length > fileLimits.links ||
    design.groups.length + groups.length > fileLimits.groups ||
    notesOf(design).length + notes.length > fileLimits.notes
  ) {
    return { error: 'too-big' };
  }
  const all = [...nodes, ...groups, ...notes];
  const corner = { x: least(all.map((part) => part.x)), y: least(all.map((part) => part.y)) };
  const shift = at ? { x: place(at.x) - corner.x, y: place(at.y) - corner.y } : { x: step, y: step };
  return insert(design, { nodes: withGroups(text, nodes), links, groups, notes }, shift);
}

const least = (values: readonly number[]): number => values.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);

/** The parser drops groups it does not see; here they may be the design's own. */
function withGroups(text: string, nodes: readonly DesignNode[]): DesignNode[] {
  const raw: unknown = JSON.parse(text);
  const written = isRecord(raw) && Array.isArray(raw.nodes) ? raw.nodes : [];
  const groupOf = new Map<unknown, unknown>(written.filter(isRecord).map((node) => [node.id, node.group]));
  return nodes.map((node) => {
    const group = groupOf.get(node.id);
    return node.group === null && typeof group === 'string' ? { ...node, group } : node;
  });
}

function insert(design: Design, piece: Piece, shift: Point): { design: Design; selection: Parts } {
  if (isEmpty(piece)) return { design, selection: { nodes: [], links: [], groups: [], notes: [] } };
  const taken = takenIds(design);
  const takenLinks = takenLinkIds(design);
  const moved = (part: Point): Point => ({ x: place(part.x + shift.x), y: place(part.y + shift.y) });
  const names = new Map<Id, Id>();
  const groups = piece.groups.map((group) => {
    const id = freshId(taken, `${groupPrefix}-`);
    names.set(group.id, id);
    return { ...group, id, label: group.label === defaultGroupLabel(group.id) ? defaultGroupLabel(id) : group.label, ...moved(group) };
  });
  const here = new Set(design.groups.map((group) => group.id));
  const groupOf = (group: Id | null): Id | null => (group === null ? null : (names.get(group) ?? (here.has(group) ? group : null)));
  const nodeNames = new Map<Id, Id>();
  const nodes = piece.nodes.map((node) => {
    const id = freshId(taken, `${idPrefix(node.kind)}-`);
    nodeNames.set(node.id, id);
    const label = node.label === defaultLabel(node.kind, node.id) ? defaultLabel(node.kind, id) : node.label;
    return { ...node, id, label, group: groupOf(node.group), ...moved(node) };
  });
  const links = piece.links.flatMap((link) => {
    const [from, to] = [nodeNames.get(link.from), nodeNames.get(link.to)];
    return from !== undefined && to !== undefined ? [{ ...link, id: freshId(takenLinks, 'l'), from, to }] : [];
  });
  const partNames = new Map(nodeNames);
  const named = piece.notes.map((note) => {
    const id = freshId(taken, isStranger(note) ? strangerPrefix(strangerKind(note.stranger)) : notePrefix);
    partNames.set(note.id, id);
    return { ...note, id, ...moved(note) };
  });
  const notes = named.map((note) => copiedStranger(note, partNames, takenLinks));
  const added = {
    ...design,
    nodes: [...design.nodes, ...nodes],
    links: [...design.links, ...links],
    groups: [...design.groups, ...groups],
  };
  const ids = (parts: readonly { id: Id }[]): Id[] => parts.map((part) => part.id);
  return {
    design: notes.length > 0 ? withNotes(added, [...notesOf(design), ...notes]) : added,
    selection: { nodes: ids(nodes), links: ids(links), groups: ids(groups), notes: ids(notes) },
  };
}
