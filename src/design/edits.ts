/** Every way a design changes, as pure functions: Design in, Design out. An edit that changes nothing returns the same object. */

import type { NodeKind } from '../nodes/specs.ts';
import { acceptValue } from '../schema/accept.ts';
import { type Faults, faultsOf, linkFaults } from '../schema/faults.ts';
import { defaultsOf, type Fields, type Value, type Values } from '../schema/fields.ts';
import type { Design, DesignGroup, DesignNode, Id, Recording, RegionId, ScenarioEvent, Trace, Workload } from './design.ts';
import { regionIds } from './design.ts';
import { defaultGroupLabel, defaultLabel, freshId, groupPrefix, idPrefix, takenIds, takenLinkIds } from './ids.ts';
import { linkFields } from './linkFields.ts';
import { newWireFrom } from './newWires.ts';
import { chosenSettings, settingFields, settingsOf } from './settingFields.ts';
import { cleanText, longestSeed } from './text.ts';
import { tidyRecording } from './tidyRecording.ts';
import { tidyTrace } from './tidyTrace.ts';
import { canConnect, sourcesOf, specOf } from './wires.ts';
import { workloadFields } from './workloadFields.ts';

export interface Point {
  x: number;
  y: number;
}

/** Ids of parts; the same shape as the session's selection. */
export interface Parts {
  nodes: readonly Id[];
  links: readonly Id[];
  groups: readonly Id[];
  notes: readonly Id[];
}

/** Canvas units. Nothing is placed farther out: a part nobody can find is a part lost. */
export const farthest = 100_000;
export const smallestGroup = { width: 160, height: 120 } as const;
export const longestRunSeconds = 86_400;
export const mostScenarioEvents = 500;

export function emptyDesign(): Design {
  return {
    format: 2,
    title: '',
    nodes: [],
    links: [],
    groups: [],
    workload: { params: defaultsOf(workloadFields), trace: null, recording: null },
    scenario: [],
    seed: 'faultline',
    seconds: 600,
  };
}

/** A whole canvas unit within reach; positions mean nothing to a run, so fractions would only lengthen links. */
export function place(coordinate: number): number {
  if (Number.isNaN(coordinate)) return 0;
  // `+ 0` turns -0 into 0.
  return Math.min(farthest, Math.max(-farthest, Math.round(coordinate))) + 0;
}

/** Adds a node with default values. The new node is the last of `nodes`. */
export function addNode(
  design: Design,
  kind: NodeKind,
  at: Point,
  options: { group?: Id | null; label?: string; params?: Values } = {},
): Design {
  const id = freshId(takenIds(design), `${idPrefix(kind)}-`);
  const node: DesignNode = {
    id,
    kind,
    label: options.label === undefined ? defaultLabel(kind, id) : cleanText(options.label),
    x: place(at.x),
    y: place(at.y),
    group: design.groups.some((group) => group.id === options.group) ? (options.group ?? null) : null,
    params: withValues(specOf(kind).fields, defaultsOf(specOf(kind).fields), options.params ?? {}),
  };
  return { ...design, nodes: [...design.nodes, node] };
}

/** Adds a group. The new group is the last of `groups`; nodes that stand inside it stay where they belong. */
export function addGroup(
  design: Design,
  at: Point,
  options: { region?: RegionId; label?: string; width?: number; height?: number } = {},
): Design {
  const id = freshId(takenIds(design), `${groupPrefix}-`);
  const group: DesignGroup = {
    id,
    label: options.label === undefined ? defaultGroupLabel(id) : cleanText(options.label),
    region: options.region ?? 'us-east',
    x: place(at.x),
    y: place(at.y),
    width: Math.max(smallestGroup.width, place(options.width ?? 480)),
    height: Math.max(smallestGroup.height, place(options.height ?? 320)),
  };
  return { ...design, groups: [...design.groups, group] };
}

/** Removes parts with all that hangs on them: a node's wires, and the scenario's words about either. A group's nodes stay. */
export function removeParts(design: Design, parts: Partial<Parts>): Design {
  const nodeIds = new Set(parts.nodes);
  const linkIds = new Set(parts.links);
  const groupIds = new Set(parts.groups);
  for (const link of design.links) if (nodeIds.has(link.from) || nodeIds.has(link.to)) linkIds.add(link.id);
  const nodes = unless(design.nodes, (node) => nodeIds.has(node.id));
  const links = unless(design.links, (link) => linkIds.has(link.id));
  const groups = unless(design.groups, (group) => groupIds.has(group.id));
  if (nodes === design.nodes && links === design.links && groups === design.groups) return design;
  return {
    ...design,
    nodes: replace(nodes, (node) => (node.group !== null && groupIds.has(node.group) ? { ...node, group: null } : node)),
    links,
    groups,
    scenario: unless(
      design.scenario,
      (event) =>
        ('node' in event && nodeIds.has(event.node)) ||
        ('link' in event && linkIds.has(event.link)) ||
        ('from' in event && event.from !== undefined && nodeIds.has(event.from)),
    ),
  };
}

/** Draws a wire with default values, if `canConnect` allows it. The new link is the last of `links`. */
export function connect(design: Design, from: Id, to: Id): Design {
  const caller = design.nodes.find((node) => node.id === from);
  if (!caller || !canConnect(design, from, to).ok) return design;
  const id = freshId(takenLinkIds(design), 'l');
  return { ...design, links: [...design.links, { id, from, to, params: newWireFrom(caller.kind) }] };
}

/** Moves nodes and groups to absolute places. A moved group takes its nodes along, except those that are moved themselves. */
export function moveParts(design: Design, moves: readonly { id: Id; x: number; y: number }[]): Design {
  const goals = new Map(moves.map((move) => [move.id, { x: place(move.x), y: place(move.y) }]));
  const shifts = new Map<Id, Point>();
  const groups = replace(design.groups, (group) => {
    const goal = goals.get(group.id);
    if (!goal || (goal.x === group.x && goal.y === group.y)) return group;
    shifts.set(group.id, { x: goal.x - group.x, y: goal.y - group.y });
    return { ...group, ...goal };
  });
  const nodes = replace(design.nodes, (node) => {
    const shift = node.group === null ? undefined : shifts.get(node.group);
    const goal = goals.get(node.id) ?? (shift && { x: place(node.x + shift.x), y: place(node.y + shift.y) });
    return goal && (goal.x !== node.x || goal.y !== node.y) ? { ...node, ...goal } : node;
  });
  return nodes === design.nodes && groups === design.groups ? design : { ...design, nodes, groups };
}

/** Gives a group a new frame. Its nodes stay where they are, also when they now stand outside. */
export function resizeGroup(design: Design, groupId: Id, box: { x: number; y: number; width: number; height: number }): Design {
  const next = {
    x: place(box.x),
    y: place(box.y),
    width: Math.max(smallestGroup.width, place(box.width)),
    height: Math.max(smallestGroup.height, place(box.height)),
  };
  return changeGroup(design, groupId, (group) =>
    group.x === next.x && group.y === next.y && group.width === next.width && group.height === next.height ? group : { ...group, ...next },
  );
}

/** The group that `point` is in: of nested ones the smallest, of equal ones the one drawn last. */
export function groupAt(design: Pick<Design, 'groups'>, point: Point): Id | null {
  let best: DesignGroup | null = null;
  for (const group of design.groups) {
    const inside = point.x >= group.x && point.x <= group.x + group.width && point.y >= group.y && point.y <= group.y + group.height;
    if (inside && (!best || group.width * group.height <= best.width * best.height)) best = group;
  }
  return best?.id ?? null;
}

/** Says which group nodes belong to; a group decides a node's region. Unknown groups change nothing. */
export function setGroupOf(design: Design, nodeIds: readonly Id[], groupId: Id | null): Design {
  if (groupId !== null && !design.groups.some((group) => group.id === groupId)) return design;
  const chosen = new Set(nodeIds);
  return withNodes(
    design,
    replace(design.nodes, (node) => (chosen.has(node.id) && node.group !== groupId ? { ...node, group: groupId } : node)),
  );
}

/** Sets one value of a node. Out of range is clamped; a value of the wrong type or an unknown field changes nothing. */
export function setParam(design: Design, nodeId: Id, field: string, value: Value): Design {
  return withNodes(
    design,
    replace(design.nodes, (node) => {
      if (node.id !== nodeId) return node;
      const params = withValues(specOf(node.kind).fields, node.params, { [field]: value });
      return params === node.params ? node : { ...node, params };
    }),
  );
}

export function setLinkParam(design: Design, linkId: Id, field: string, value: Value): Design {
  const links = replace(design.links, (link) => {
    if (link.id !== linkId) return link;
    const params = withValues(linkFields, link.params, { [field]: value });
    return params === link.params ? link : { ...link, params };
  });
  return links === design.links ? design : { ...design, links };
}

export function setWorkloadParam(design: Design, field: string, value: Value): Design {
  const params = withValues(workloadFields, design.workload.params, { [field]: value });
  return params === design.workload.params ? design : { ...design, workload: { ...design.workload, params } };
}

/** One of `settingFields`; a design that holds none but defaults holds none. */
export function setSetting(design: Design, field: string, value: Value): Design {
  const before = settingsOf(design);
  const values = withValues(settingFields, before, { [field]: value });
  if (values === before) return design;
  const { settings: _, ...rest } = design;
  const settings = chosenSettings(values);
  return settings ? { ...rest, settings } : rest;
}

/** Takes or drops the trace. The shape follows: a new trace is replayed at once, and no trace means steady traffic again. */
export function setTrace(design: Design, given: Trace | null): Design {
  const { workload } = design;
  if (given === workload.trace) return design;
  const trace = given && tidyTrace(given);
  const wasReplayed = workload.params.shape === 'trace';
  const shape = trace ? 'trace' : wasReplayed ? 'steady' : (workload.params.shape as string);
  const next: Workload = { ...workload, params: withValues(workloadFields, workload.params, { shape }), trace };
  return { ...design, workload: next };
}

/**
 * Takes or drops the recording. One population then sends it as it is: `by`, or the first there is; each that did goes back to chance
 * when there is none any more.
 */
export function setRecording(design: Design, given: Recording | null, by?: Id): Design {
  const next: Design = { ...design, workload: { ...design.workload, recording: given && tidyRecording(given) } };
  const sources = sourcesOf(design);
  if (!given) {
    const replaying = sources.filter(({ params }) => params.arrivals === 'recorded');
    return replaying.reduce((changed, { id }) => setParam(changed, id, 'arrivals', 'poisson'), next);
  }
  const source = sources.find(({ id }) => id === by) ?? sources[0];
  return source ? setParam(setParam(next, source.id, 'loop', 'open'), source.id, 'arrivals', 'recorded') : next;
}

/** Replays a trace so that all users together ask for `peakPerSecond` at its highest point; their shares stay as they were. */
export function replayTrace(design: Design, trace: Trace, peakPerSecond: number): Design {
  const sources = sourcesOf(design);
  const rates = sources.map((node) => Number(node.params.ratePerSecond ?? 0));
  const sum = rates.reduce((total, rate) => total + rate, 0);
  let next = setWorkloadParam(setTrace(design, trace), 'traffic', 1);
  for (const [index, node] of sources.entries()) {
    const share = sum > 0 ? rates[index] / sum : 1 / sources.length;
    next = setParam(setParam(next, node.id, 'rateFrom', 'rate'), node.id, 'ratePerSecond', peakPerSecond * share);
  }
  return next;
}

/** Names a node or a group. */
export function setLabel(design: Design, id: Id, label: string): Design {
  const text = cleanText(label);
  const named = changeGroup(design, id, (group) => (group.label === text ? group : { ...group, label: text }));
  return withNodes(
    named,
    replace(named.nodes, (node) => (node.id === id && node.label !== text ? { ...node, label: text } : node)),
  );
}

export function setTitle(design: Design, title: string): Design {
  const text = cleanText(title);
  return text === design.title ? design : { ...design, title: text };
}

export function setRegion(design: Design, groupId: Id, region: RegionId): Design {
  if (!regionIds.includes(region)) return design;
  return changeGroup(design, groupId, (group) => (group.region === region ? group : { ...group, region }));
}

/** An empty seed changes nothing: every run has one. */
export function setSeed(design: Design, seed: string): Design {
  const text = cleanText(seed, longestSeed).trim();
  return text === '' || text === design.seed ? design : { ...design, seed: text };
}

export function setSeconds(design: Design, seconds: number): Design {
  if (Number.isNaN(seconds)) return design;
  const inside = Math.min(longestRunSeconds, Math.max(1, seconds));
  return inside === design.seconds ? design : { ...design, seconds: inside };
}

/**
 * Puts an event on the timeline, after those of the same moment. A value that its field cannot have changes nothing, and past
 * `mostScenarioEvents` nothing is added. A part that is not there is accepted: `problemsOf` warns, and files leave the event out.
 */
export function addScenarioEvent(design: Design, given: ScenarioEvent): Design {
  if (!(given.at >= 0) || given.at > longestRunSeconds || design.scenario.length >= mostScenarioEvents) return design;
  // `+ 0` turns -0 into 0.
  const event = fittingEvent(design, { ...given, at: given.at + 0 });
  if (!event) return design;
  const after = design.scenario.findIndex((other) => other.at > event.at);
  const index = after === -1 ? design.scenario.length : after;
  return { ...design, scenario: [...design.scenario.slice(0, index), event, ...design.scenario.slice(index)] };
}

function fittingEvent(design: Design, event: ScenarioEvent): ScenarioEvent | null {
  const node = 'node' in event ? design.nodes.find(({ id }) => id === event.node) : null;
  if ('instance' in event && event.instance !== null && !(Number.isInteger(event.instance) && event.instance >= 0)) return null;
  if ('seconds' in event && event.seconds !== undefined && !(event.seconds > 0 && event.seconds <= longestRunSeconds)) return null;
  if (node === undefined) return event;
  if ('fault' in event) return fittingStrike(node === null ? linkFaults : faultsOf(specOf(node.kind)), event);
  if (!('field' in event)) return event;
  const fields: Fields = node ? specOf(node.kind).fields : event.act === 'set-link' ? linkFields : workloadFields;
  if (!Object.hasOwn(fields, event.field)) return null;
  const { value, reason } = acceptValue(fields[event.field], event.value);
  return reason === 'not-a-value' || reason === 'unknown-option' ? null : { ...event, value };
}

function fittingStrike(known: Faults, event: Extract<ScenarioEvent, { fault: string }>): ScenarioEvent | null {
  if (!Object.hasOwn(known, event.fault)) return null;
  const { value: field, per } = known[event.fault];
  const placed = 'instance' in event && per === 'node' ? { ...event, instance: null } : event;
  if (!('value' in placed) || placed.value === undefined) return placed;
  if (!field) return null;
  const { value, reason } = acceptValue(field, placed.value);
  return reason === 'not-a-value' ? null : { ...placed, value: value as number };
}

/** Conceals nothing on the timeline any longer. */
export function revealScenario(design: Design): Design {
  const scenario = replace(design.scenario, (event) => {
    if (!event.hidden) return event;
    const { hidden: _hidden, ...shown } = event;
    return shown;
  });
  return scenario === design.scenario ? design : { ...design, scenario };
}

/** Takes the event at `index` of the timeline away. */
export function removeScenarioEvent(design: Design, index: number): Design {
  return index in design.scenario ? { ...design, scenario: design.scenario.filter((_, other) => other !== index) } : design;
}

/** `values` with the given ones laid over it, each made to fit its field; the same object when nothing differs. */
function withValues(fields: Fields, values: Values, changes: Values): Values {
  let next = values;
  for (const [name, given] of Object.entries(changes)) {
    if (!Object.hasOwn(fields, name)) continue;
    const { value, reason } = acceptValue(fields[name], given);
    if (reason === 'not-a-value' || reason === 'unknown-option' || value === next[name]) continue;
    next = { ...next, [name]: value };
  }
  return next;
}

/** `map` that returns the same list when it changed no item. */
function replace<T>(items: readonly T[], change: (item: T) => T): readonly T[] {
  const next = items.map(change);
  return next.some((item, index) => item !== items[index]) ? next : items;
}

function unless<T>(items: readonly T[], drop: (item: T) => boolean): readonly T[] {
  const next = items.filter((item) => !drop(item));
  return next.length === items.length ? items : next;
}

function withNodes(design: Design, nodes: readonly DesignNode[]): Design {
  return nodes === design.nodes ? design : { ...design, nodes };
}

function changeGroup(design: Design, groupId: Id, change: (group: DesignGroup) => DesignGroup): Design {
  const groups = replace(design.groups, (group) => (group.id === groupId ? change(group) : group));
  return groups === design.groups ? design : { ...design, groups };
}
