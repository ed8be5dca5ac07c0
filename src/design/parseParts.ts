/** Nodes, links and groups from data that may hold anything. Order is kept: it is the order of drawing and of the plan. */

import { type NodeKind, nodeKinds } from '../nodes/specs.ts';
import { isRecord, isSafeId, parseValues, shown } from '../schema/parse.ts';
import { type DesignGroup, type DesignLink, type DesignNode, type DesignNote, type Id, type RegionId, regionIds } from './design.ts';
import { place, smallestGroup } from './edits.ts';
import { chosenGroupParams, groupFields } from './groupFields.ts';
import { defaultGroupLabel, defaultLabel, freshId, groupPrefix, idPrefix } from './ids.ts';
import { wireFieldsFrom } from './newWires.ts';
import { cleanNote, notePrefix, smallestNote } from './notes.ts';
import type { RepairLog } from './repairs.ts';
import { isKindName, keepWire, strangerNote, strangerPrefix } from './strangers.ts';
import { cleanText } from './text.ts';
import { specOf } from './wires.ts';

/** What an id of the document is called now. Keys are what stood there, of whatever type: 0 and "0" are two ids. */
export interface Renamed {
  nodes: Map<unknown, Id>;
  links: Map<unknown, Id>;
  groups: Map<unknown, Id>;
}

function parseId(given: unknown, taken: Set<Id>, prefix: string, names: Map<unknown, Id>, log: RepairLog): Id {
  const usable = isSafeId(given) && !taken.has(given);
  const id = usable ? given : freshId(taken, prefix);
  taken.add(id);
  if (!usable) log.note(isSafeId(given) ? 'duplicate-id' : 'bad-id', id, 'id', given, id);
  // The first of several parts with one name keeps it, also in the eyes of those who refer to it.
  if (!names.has(given)) names.set(given, id);
  return id;
}

/** What this version does not know of a part is left out, and said. */
function noteUnknown(item: Record<string, unknown>, known: readonly string[], part: Id, log: RepairLog): void {
  for (const name of Object.keys(item)) if (!known.includes(name)) log.note('unknown-field', part, shown(name), item[name]);
}

const frame = ['id', 'label', 'x', 'y'] as const;
const ours = {
  group: [...frame, 'region', 'width', 'height', 'params'],
  node: [...frame, 'kind', 'group', 'params'],
  link: ['id', 'from', 'to', 'params'],
  note: ['id', 'text', 'x', 'y', 'width', 'height'],
} as const;

function parseLabel(given: unknown, fallback: string, part: Id, log: RepairLog): string {
  if (given === undefined) return fallback;
  const label = typeof given === 'string' ? cleanText(given) : fallback;
  if (label !== given) log.note('text-cleaned', part, 'label', given, label);
  return label;
}

function parsePlace(given: unknown, field: string, part: Id, log: RepairLog, least = -Infinity): number {
  const kept = Math.max(least, place(typeof given === 'number' ? given : Number.NaN));
  // A fraction of a canvas unit is not worth a word.
  if (typeof given !== 'number' || !(Math.abs(kept - given) <= 0.5)) log.note('bad-number', part, field, given, kept);
  return kept;
}

export function parseGroups(given: readonly unknown[], taken: Set<Id>, renamed: Renamed, log: RepairLog): DesignGroup[] {
  const groups: DesignGroup[] = [];
  for (const item of given) {
    if (!isRecord(item)) {
      log.note('bad-part', 'groups', '', item);
      continue;
    }
    const id = parseId(item.id, taken, `${groupPrefix}-`, renamed.groups, log);
    noteUnknown(item, ours.group, id, log);
    const known = regionIds.includes(item.region as RegionId);
    const region = known ? (item.region as RegionId) : regionIds[0];
    if (!known) log.note('unknown-region', id, 'region', item.region, region);
    const { values, repairs } = parseValues(groupFields, item.params);
    log.noteFields(id, repairs);
    groups.push({
      id,
      label: parseLabel(item.label, defaultGroupLabel(id), id, log),
      region,
      x: parsePlace(item.x, 'x', id, log),
      y: parsePlace(item.y, 'y', id, log),
      width: parsePlace(item.width, 'width', id, log, smallestGroup.width),
      height: parsePlace(item.height, 'height', id, log, smallestGroup.height),
      ...chosenGroupParams(values),
    });
  }
  return groups;
}

/** A note that says nothing is none. Those that stand for strangers come last. */
export function parseNotes(
  given: readonly unknown[],
  taken: Set<Id>,
  log: RepairLog,
  strangers: readonly DesignNote[],
): { notes?: readonly DesignNote[] } {
  const notes: DesignNote[] = [];
  for (const item of given) {
    if (!isRecord(item) || typeof item.text !== 'string') {
      log.note('bad-part', 'notes', '', item);
      continue;
    }
    const text = cleanNote(item.text);
    const id = parseId(item.id, taken, notePrefix, new Map(), log);
    noteUnknown(item, ours.note, id, log);
    if (text !== item.text) log.note('text-cleaned', id, 'text', item.text, text);
    notes.push({
      id,
      text,
      x: parsePlace(item.x, 'x', id, log),
      y: parsePlace(item.y, 'y', id, log),
      width: parsePlace(item.width, 'width', id, log, smallestNote.width),
      height: parsePlace(item.height, 'height', id, log, smallestNote.height),
    });
  }
  const all = [...notes, ...strangers];
  return all.length > 0 ? { notes: all } : {};
}

/**
 * Parts of known kinds, and the notes that stand for those of unknown ones.
 * @param known records whose kind was said to be unknown before
 */
export function parseNodes(
  given: readonly unknown[],
  taken: Set<Id>,
  renamed: Renamed,
  log: RepairLog,
  known: readonly unknown[],
): { nodes: DesignNode[]; strangers: DesignNote[] } {
  const nodes: DesignNode[] = [];
  const strangers: DesignNote[] = [];
  const groupOf = (item: Record<string, unknown>, id: Id): Id | null => {
    if (item.group === undefined || item.group === null) return null;
    const group = renamed.groups.get(item.group) ?? null;
    if (group === null) log.note('unknown-group', id, 'group', item.group);
    return group;
  };
  for (const item of given) {
    if (!isRecord(item)) {
      log.note('bad-part', 'nodes', '', item);
      continue;
    }
    if (!nodeKinds.includes(item.kind as NodeKind)) {
      const { kind } = item;
      if (!isKindName(kind)) {
        log.note('bad-part', 'nodes', 'kind', kind);
        continue;
      }
      const id = parseId(item.id, taken, strangerPrefix(kind), renamed.nodes, log);
      if (!known.includes(item)) log.note('unknown-kind', id, 'kind', kind);
      const at = { x: parsePlace(item.x, 'x', id, log), y: parsePlace(item.y, 'y', id, log) };
      strangers.push(strangerNote(item, kind, id, at, groupOf(item, id)));
      continue;
    }
    const kind = item.kind as NodeKind;
    const id = parseId(item.id, taken, `${idPrefix(kind)}-`, renamed.nodes, log);
    noteUnknown(item, ours.node, id, log);
    const { values, repairs } = parseValues(specOf(kind).fields, item.params);
    log.noteFields(id, repairs);
    const group = groupOf(item, id);
    nodes.push({
      id,
      kind,
      label: parseLabel(item.label, defaultLabel(kind, id), id, log),
      x: parsePlace(item.x, 'x', id, log),
      y: parsePlace(item.y, 'y', id, log),
      group,
      params: values,
    });
  }
  return { nodes, strangers };
}

/**
 * A wire to a kind that the caller does not call is kept: it is a problem that the page shows on the wire.
 * @param strangers take the wires that begin or end at one of them
 */
export function parseLinks(
  given: readonly unknown[],
  nodes: readonly DesignNode[],
  renamed: Renamed,
  log: RepairLog,
  strangers: DesignNote[],
): DesignLink[] {
  const links: DesignLink[] = [];
  const taken = new Set<Id>();
  const kinds = new Map(nodes.map((node) => [node.id, node.kind]));
  const wires = new Set<string>();
  for (const item of given) {
    if (!isRecord(item)) {
      log.note('bad-part', 'links', '', item);
      continue;
    }
    const from = renamed.nodes.get(item.from);
    const to = renamed.nodes.get(item.to);
    if (from === undefined || to === undefined) {
      log.note('dangling-link', 'links', from === undefined ? 'from' : 'to', from === undefined ? item.from : item.to);
      continue;
    }
    const wire = `${from} ${to}`;
    if (from === to || wires.has(wire)) {
      log.note(from === to ? 'self-link' : 'duplicate-link', 'links', '', wire);
      continue;
    }
    wires.add(wire);
    const id = parseId(item.id, taken, 'l', renamed.links, log);
    if (keepWire(strangers, item, id, from, to)) continue;
    noteUnknown(item, ours.link, id, log);
    const { values, repairs } = parseValues(wireFieldsFrom(kinds.get(from)!), item.params);
    log.noteFields(id, repairs);
    links.push({ id, from, to, params: values });
  }
  return links;
}
