/**
 * Parts of kinds that this version does not know: from a newer version, or from other hands. In the design a note stands for each, which can
 * be seen, moved, copied and deleted; compiling passes over notes, so it takes no part in the run. Its record, its wires and its lines of the
 * timeline are held as they came, looked into by nobody, and stand in files and links again: a version that knows the kind finds them there.
 */

import { isRecord } from '../schema/parse.ts';
import type { Design, DesignNote, Id } from './design.ts';
import { groupAt } from './edits.ts';
import { defaultLabel, freshId, idPrefix } from './ids.ts';
import type { RawDesign as Raw, RawDesign } from './migrations.ts';
import { isStranger, type StrangerNote, strangersOf } from './strangerNotes.ts';
import { cleanText } from './text.ts';

/** As large as a card: it stands where the part would. */
export const strangerSize = { width: 168, height: 72 } as const;

/** Whether what a part calls its kind could be one. */
export const isKindName = (kind: unknown): kind is string =>
  typeof kind === 'string' && /^[A-Za-z][A-Za-z0-9_-]{0,39}$/.test(kind) && !(kind in Object.prototype);

/** Before the number in its id, as the version that knows it would have it. */
export const strangerPrefix = (kind: string): string => `${idPrefix(kind)}-`;

/** The note that stands for a part of an unknown kind. */
export function strangerNote(item: Raw, kind: string, id: Id, at: { x: number; y: number }, group: Id | null): StrangerNote {
  const label = typeof item.label === 'string' ? cleanText(item.label) : '';
  const part = { ...item, kind, ...at, group };
  return { id, text: label || defaultLabel(kind, id), ...at, ...strangerSize, stranger: { part, wires: [], events: [] } };
}

/** Gives a wire to the stranger it begins at, else to the one it ends at. False when it does neither. */
export const keepWire = (notes: DesignNote[], item: Raw, id: Id, from: Id, to: Id): boolean =>
  keep(notes, 'wires', { ...item, id, from, to }, [from, to]);

/** Gives a line of the timeline to the stranger it is about, or about a wire of which it is. False when it is about none. */
export function keepEvent(notes: DesignNote[], item: Raw, names: Readonly<Record<'nodes' | 'links', ReadonlyMap<unknown, Id>>>): boolean {
  const [node, from, link] = [names.nodes.get(item.node), names.nodes.get(item.from), names.links.get(item.link)];
  const owner = notes.find(({ stranger }) => stranger?.wires.some(({ id }) => id === link))?.id;
  return keep(notes, 'events', { ...item, ...(node && { node }), ...(from && { from }), ...(link && { link }) }, [node, owner, from]);
}

function keep(notes: DesignNote[], as: 'wires' | 'events', item: Raw, owners: readonly (Id | undefined)[]): boolean {
  const owner = owners.find((wanted) => notes.some(({ id }) => id === wanted));
  const at = notes.findIndex(({ id }) => id === owner);
  const note = notes[at];
  if (!note?.stranger) return false;
  notes[at] = { ...note, stranger: { ...note.stranger, [as]: [...note.stranger[as], item] } };
  return true;
}

interface Unfolded {
  nodes: readonly Raw[];
  links: readonly Raw[];
  scenario: readonly Raw[];
}

/** The strangers of a design as parts, wires and lines again, as they came; a wire that lost an end is left out, with what was planned for it. */
export function unfolded(design: Pick<Design, 'nodes' | 'groups' | 'notes'>): Unfolded {
  const strangers = strangersOf(design);
  const ids = new Set<unknown>([...design.nodes, ...strangers].map(({ id }) => id));
  const all = strangers.flatMap(({ stranger }) => stranger.wires.filter(isRecord));
  const links = all.filter(({ from, to }) => ids.has(from) && ids.has(to));
  const lost = new Set(all.filter((wire) => !links.includes(wire)).map(({ id }) => id));
  const events = strangers.flatMap(({ stranger }) => stranger.events.filter(isRecord));
  return {
    nodes: strangers.map((note) => ({ ...note.stranger.part, id: note.id, x: note.x, y: note.y, group: groupOf(design.groups, note) })),
    links,
    scenario: events.filter(({ link, from }) => !(link !== undefined && lost.has(link)) && (from === undefined || ids.has(from))),
  };
}

/** Where it stood it belongs where it belonged; elsewhere to the group that it lies in now. */
function groupOf(groups: Design['groups'], { x, y, width, height, stranger: { part } }: StrangerNote): unknown {
  const isHome = x === part.x && y === part.y && (part.group === null || groups.some(({ id }) => id === part.group));
  return isHome ? part.group : groupAt({ groups }, { x: x + width / 2, y: y + height / 2 });
}

/** A copy keeps the wires whose other end was copied along, and nothing of the timeline. `names`: of the copies, by those of the originals. */
export function copiedStranger(note: DesignNote, names: ReadonlyMap<unknown, Id>, takenLinks: Set<Id>): DesignNote {
  if (!isStranger(note)) return note;
  const { x, y, stranger } = note;
  const wires = stranger.wires.flatMap((wire) => {
    const [from, to] = [names.get(wire.from), names.get(wire.to)];
    return from && to ? [{ ...wire, id: freshId(takenLinks, 'l'), from, to }] : [];
  });
  return { ...note, stranger: { part: { ...stranger.part, x, y, group: null }, wires, events: [] } };
}

/** A design as files say it: strangers among the other parts. Also of data of which nothing is certain. */
export function withStrangersUnfolded(given: RawDesign): { raw: RawDesign; strangers: readonly Raw[] } {
  const list = (name: string): readonly unknown[] => (Array.isArray(given[name]) ? given[name] : []);
  const notes = list('notes');
  const found = notes.filter(isWhole);
  if (found.length === 0) return { raw: given, strangers: [] };
  const known = { nodes: list('nodes').filter(isRecord), groups: list('groups').filter(isRecord), notes: found };
  const more = unfolded(known as unknown as Design);
  const others = notes.filter((note) => !isWhole(note));
  const { notes: _, ...rest } = given;
  const raw = {
    ...rest,
    ...(others.length > 0 ? { notes: others } : {}),
    ...Object.fromEntries(Object.entries(more).map(([name, items]) => [name, [...list(name), ...items]])),
  };
  return { raw, strangers: more.nodes };
}

function isWhole(note: unknown): note is StrangerNote {
  const stranger = isRecord(note) ? note.stranger : null;
  return isRecord(stranger) && isRecord(stranger.part) && Array.isArray(stranger.wires) && Array.isArray(stranger.events);
}
