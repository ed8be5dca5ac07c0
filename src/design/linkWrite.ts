/**
 * A design as nested lists: columns instead of records (all x, then all y), so that like stands beside like and packs well;
 * defaults, usual ids and usual labels are left out. Fields, options and kinds go by name, so that adding one later moves nothing.
 *
 * `[format, engineMajor, seed, seconds, title, workload, trace, groups, nodes, links, scenario, recording, settings, notes, targets, moment, assignment, strangers, verdict]`; the last
 * eight only where there are any, with 0 for one that is missing before another
 */

import { type NodeKind, nodeKinds } from '../nodes/specs.ts';
import type { Fields, Values } from '../schema/fields.ts';
import type { Design, DesignNode, DesignNote, Recording, ScenarioEvent, Trace } from './design.ts';
import { groupFields, groupParamsOf } from './groupFields.ts';
import { defaultGroupLabel, defaultLabel, groupPrefix, idPrefix } from './ids.ts';
import { linkFields } from './linkFields.ts';
import { newWireFrom } from './newWires.ts';
import { notePrefix, notesOf } from './notes.ts';
import { momentToBody, type SharedMoment } from './sharedMoment.ts';
import { type SharedVerdict, verdictToBody } from './sharedVerdict.ts';
import { isStranger } from './strangerNotes.ts';
import { unfolded } from './strangers.ts';
import { demandScale, instantScale } from './tidyRecording.ts';
import { specOf } from './wires.ts';
import { workloadFields } from './workloadFields.ts';

type Json = null | boolean | number | string | readonly Json[];

/** Heights of a trace have four decimals, so they travel as whole numbers. */
export const traceScale = 10_000;

/** Before the act of an event that is concealed. */
export const hiddenMark = '?';

/** The columns of a design; `readBody` understands them for ever. */
export function writeBody(
  design: Design,
  engineMajor: number,
  moment: SharedMoment | null = null,
  verdict: SharedVerdict | null = null,
): Json {
  const nodeIndex = new Map(design.nodes.map((node, index) => [node.id, index]));
  const linkIndex = new Map(design.links.map((link, index) => [link.id, index]));
  const groupIndex = new Map(design.groups.map((group, index) => [group.id, index]));
  const { groups, links } = design;
  return [
    design.format,
    engineMajor,
    design.seed,
    design.seconds,
    design.title,
    Object.entries(workloadFields).flatMap(([name, field]) => {
      const value = design.workload.params[name];
      return value === field.default ? [] : [[name, value]];
    }),
    design.workload.trace ? traceToBody(design.workload.trace) : 0,
    [
      column(groups, (group, i) => (group.id === `${groupPrefix}-${i + 1}` ? 0 : group.id)),
      column(groups, (group) => (group.label === defaultGroupLabel(group.id) ? 0 : group.label)),
      groups.map((group) => group.region),
      ...(['x', 'y', 'width', 'height'] as const).map((side) => groups.map((group) => group[side])),
      ...(groups.some(({ params }) => params) ? [paramColumns(groupFields, groups.map(groupParamsOf))] : []),
    ],
    nodesToBody(design.nodes, (id) => (id === null ? 0 : (groupIndex.get(id) ?? -1) + 1)),
    [
      column(links, (link, i) => (link.id === `l${i + 1}` ? 0 : link.id)),
      links.map((link) => nodeIndex.get(link.from) ?? -1),
      links.map((link) => nodeIndex.get(link.to) ?? -1),
      paramColumns(
        linkFields,
        links.map((link) => link.params),
        links.map((link) => newWireFrom(design.nodes[nodeIndex.get(link.from) ?? 0].kind)),
      ),
    ],
    design.scenario.map((event) => eventToBody(event, nodeIndex, linkIndex)),
    ...trimmed<Json>(
      [
        design.workload.recording ? recordingToBody(design.workload.recording) : 0,
        pairsOf(design.settings),
        notesToBody(notesOf(design).filter((note) => !isStranger(note))),
        pairsOf(design.targets),
        moment ? momentToBody(moment, design) : 0,
        design.assignment ?? 0,
        strangersToBody(design),
        verdict ? verdictToBody(verdict) : 0,
      ],
      0,
    ),
  ];
}

/** As the records they are: columns are for what is known. */
function strangersToBody(design: Design): Json {
  const { nodes, links, scenario } = unfolded(design);
  return nodes.length > 0 ? ([nodes, links, scenario] as unknown as Json) : 0;
}

const pairsOf = (values: Values | undefined): Json => (values ? Object.entries(values) : 0);

function notesToBody(notes: readonly DesignNote[]): Json {
  if (notes.length === 0) return 0;
  return [
    column(notes, (note, i) => (note.id === `${notePrefix}${i + 1}` ? 0 : note.id)),
    notes.map((note) => note.text),
    ...(['x', 'y', 'width', 'height'] as const).map((side) => notes.map((note) => note[side])),
  ];
}

function nodesToBody(nodes: readonly DesignNode[], groupNumber: (id: string | null) => number): Json {
  const kinds = nodeKinds.filter((kind) => nodes.some((node) => node.kind === kind));
  const nextNumber = new Map<NodeKind, number>();
  return [
    kinds,
    nodes.map((node) => kinds.indexOf(node.kind)),
    column(nodes, (node) => {
      const number = (nextNumber.get(node.kind) ?? 0) + 1;
      nextNumber.set(node.kind, number);
      return node.id === `${idPrefix(node.kind)}-${number}` ? 0 : node.id;
    }),
    column(nodes, (node) => (node.label === defaultLabel(node.kind, node.id) ? 0 : node.label)),
    nodes.map((node) => node.x),
    nodes.map((node) => node.y),
    column(nodes, (node) => groupNumber(node.group)),
    kinds.map((kind) =>
      paramColumns(
        specOf(kind).fields,
        nodes.filter((node) => node.kind === kind).map((node) => node.params),
      ),
    ),
  ];
}

/** `[field, value, value, …]` for every field that is not at its default everywhere; null where it is. `usual`: where rows have their own. */
function paramColumns(fields: Fields, rows: readonly Values[], usual?: readonly Values[]): Json[] {
  return Object.entries(fields).flatMap(([name, field]) => {
    const values = trimmed<Json>(
      rows.map((row, i) => (row[name] === (usual ? usual[i][name] : field.default) ? null : row[name])),
      null,
    );
    return values.length === 0 ? [] : [[name, ...values]];
  });
}

/** A column in which 0 stands for what is usual; usual ones at the end are not written. */
function column<T>(items: readonly T[], cell: (item: T, index: number) => string | number): Json {
  return trimmed(items.map(cell), 0);
}

function trimmed<T>(values: readonly T[], usual: T): T[] {
  let length = values.length;
  while (length > 0 && values[length - 1] === usual) length -= 1;
  return values.slice(0, length);
}

function traceToBody(trace: Trace): Json {
  return [trace.name, trace.seconds, ...trace.values.map((height) => Math.round(height * traceScale))];
}

/** Whole microseconds: distances from the instant before, and demands. */
function recordingToBody({ name, instants, demandsMs }: Recording): Json {
  const micros = instants.map((seconds) => Math.round(seconds * instantScale));
  return [name, micros.map((at, i) => (i === 0 ? at : at - micros[i - 1])), demandsMs.map((ms) => Math.round(ms * demandScale))];
}

/** `[at, act, target, …]`; what is not given at the end is not written. A hidden one has a mark before its act. */
function eventToBody(event: ScenarioEvent, nodes: ReadonlyMap<string, number>, links: ReadonlyMap<string, number>): Json {
  const act = event.hidden ? hiddenMark + event.act : event.act;
  const node = 'node' in event ? (nodes.get(event.node) ?? -1) : -1;
  const link = 'link' in event ? (links.get(event.link) ?? -1) : -1;
  const by = (from: string | undefined) => (from === undefined ? undefined : (nodes.get(from) ?? -1));
  switch (event.act) {
    case 'set':
      return [event.at, act, node, event.field, event.value];
    case 'set-link':
      return [event.at, act, link, event.field, event.value];
    case 'set-workload':
      return [event.at, act, event.field, event.value];
    case 'strike':
      return [event.at, act, node, event.instance, event.fault, ...given(event.value, event.seconds)];
    case 'mend':
      return [event.at, act, node, event.instance, event.fault];
    case 'strike-link':
      return [event.at, act, link, event.fault, ...given(event.value, event.seconds, by(event.from))];
    case 'mend-link':
      return [event.at, act, link, event.fault, ...given(undefined, undefined, by(event.from))];
    default:
      return [event.at, act, node, event.instance, ...given(event.factor, event.seconds)];
  }
}

/** Null stands for what is not given before something that is. */
const given = (...values: readonly (number | undefined)[]): Json[] =>
  trimmed<Json>(
    values.map((value) => value ?? null),
    null,
  );
