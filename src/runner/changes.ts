/**
 * Changes of a design that a run can take without starting again: what was changed (in the design's words, so that a link can
 * replay it) and what that means to the engine (in the plan's words). The scenario and live edits go through the same door.
 */

import type { Design, ScenarioEvent } from '../design/design.ts';
import { specOf } from '../design/wires.ts';
import { workloadFields } from '../design/workloadFields.ts';
import { type FaultSpec, faultNumber, faultsOf, type LinkFault, linkFaults } from '../schema/faults.ts';
import { type Field, toEngineNumber } from '../schema/fields.ts';
import { isPhysical, planField } from './compileLinks.ts';
import { instancesFor } from './compileNodes.ts';
import type { PlanIndex } from './planIndex.ts';
import type { LiveAct } from './protocol.ts';

type WithoutTime<T> = T extends unknown ? Omit<T, 'at'> : never;
/** A scenario event without its time: what the user did, before the run has said when it took effect. */
export type Change = WithoutTime<ScenarioEvent>;

const byId = <T extends { id: string }>(parts: readonly T[]): ReadonlyMap<string, T> => new Map(parts.map((part) => [part.id, part]));

/** How much slower a slowed instance works when nobody says. */
export const defaultSlowFactor = 5;

/** The acts of one change; null when it names something that is not there. */
export function actsOf(design: Design, index: PlanIndex, change: Change): LiveAct[] | null {
  switch (change.act) {
    case 'set':
      return actsOfParam(design, index, change);
    case 'set-link':
      return actsOfLink(design, index, change);
    case 'set-workload': {
      const field = Object.keys(workloadFields).indexOf(change.field);
      if (field < 0) return null;
      const known = workloadFields[change.field as keyof typeof workloadFields] as Field;
      return [{ act: 'workload', field, value: toEngineNumber(known, change.value) }];
    }
    case 'strike':
    case 'mend':
      return actsOfStrike(design, index, change);
    case 'strike-link':
    case 'mend-link':
      return actsOfLinkStrike(design, index, change);
    default: {
      const node = index.nodes.findIndex(({ id }) => id === change.node);
      if (node < 0) return null;
      const factor = change.act === 'slow' ? (change.factor ?? defaultSlowFactor) : 1;
      return [{ act: change.act, node, instance: change.instance ?? -1, factor, ...lasting(change.seconds) }];
    }
  }
}

const lasting = (seconds: number | undefined): { seconds?: number } => (seconds === undefined ? {} : { seconds });

function actsOfStrike(design: Design, index: PlanIndex, change: Extract<Change, { act: 'strike' | 'mend' }>): LiveAct[] | null {
  const node = index.nodes.findIndex(({ id }) => id === change.node);
  const kind = design.nodes.find(({ id }) => id === change.node)?.kind;
  const fault = kind === undefined ? -1 : faultNumber(specOf(kind), change.fault);
  if (node < 0 || kind === undefined || fault < 0) return null;
  const target = { node, instance: change.instance ?? -1, fault };
  if (change.act === 'mend') return [{ act: 'mend', ...target }];
  const value = change.value ?? faultsOf(specOf(kind))[change.fault].value?.default ?? 1;
  return [{ act: 'strike', ...target, value, ...lasting(change.seconds) }];
}

/** A wire that lends its way to routes nobody drew takes them along, as in `actsOfLink`. */
function actsOfLinkStrike(
  design: Design,
  index: PlanIndex,
  change: Extract<Change, { act: 'strike-link' | 'mend-link' }>,
): LiveAct[] | null {
  if (!Object.hasOwn(linkFaults, change.fault)) return null;
  const fault = Object.keys(linkFaults).indexOf(change.fault);
  const known: FaultSpec = linkFaults[change.fault as LinkFault];
  const acts: LiveAct[] = [];
  for (const [link, { drawn }] of index.links.entries()) {
    if (drawn.at(-1) !== change.link) continue;
    if (change.from !== undefined && design.links.find(({ id }) => id === drawn[0])?.from !== change.from) continue;
    if (change.act === 'mend-link') acts.push({ act: 'mend-link', link, fault });
    else acts.push({ act: 'strike-link', link, fault, value: change.value ?? known.value?.default ?? 1, ...lasting(change.seconds) });
  }
  return acts.length > 0 ? acts : null;
}

function actsOfParam(design: Design, index: PlanIndex, change: Extract<Change, { act: 'set' }>): LiveAct[] | null {
  const at = index.nodes.findIndex(({ id }) => id === change.node);
  const node = design.nodes.find(({ id }) => id === change.node);
  if (at < 0 || !node) return null;
  const spec = specOf(node.kind);
  if (change.field === spec.instancesField) return [{ act: 'instances', node: at, count: instancesFor(node, change.value) }];
  const field = Object.keys(spec.fields).indexOf(change.field);
  if (field < 0) return null;
  return [{ act: 'param', node: at, field, value: toEngineNumber(spec.fields[change.field], change.value) }];
}

/** A drawn wire may also lend its way or its patience to routes nobody drew (see `compileLinks`): they change with it. */
function actsOfLink(design: Design, index: PlanIndex, change: Extract<Change, { act: 'set-link' }>): LiveAct[] | null {
  const nodes = byId(design.nodes);
  const drawn = byId(design.links);
  const acts: LiveAct[] = [];
  for (const [link, { drawn: ids, place }] of index.links.entries()) {
    const lends = isPhysical(change.field) ? ids.at(-1) : ids[0];
    if (lends !== change.link) continue;
    const from = nodes.get(drawn.get(ids[0])?.from ?? '');
    const to = nodes.get(drawn.get(ids.at(-1)!)?.to ?? '');
    const planned = from && to ? planField(design, from, to, change.field, change.value, place) : null;
    if (planned) acts.push({ act: 'link', link, ...planned });
  }
  return acts.length > 0 ? acts : null;
}

/** The design after a change; faults change no design. What replays a run and what edits it can be compared with this. */
export function applyChange(design: Design, change: Change): Design {
  switch (change.act) {
    case 'set':
      return {
        ...design,
        nodes: design.nodes.map((node) =>
          node.id === change.node ? { ...node, params: { ...node.params, [change.field]: change.value } } : node,
        ),
      };
    case 'set-link':
      return {
        ...design,
        links: design.links.map((link) =>
          link.id === change.link ? { ...link, params: { ...link.params, [change.field]: change.value } } : link,
        ),
      };
    case 'set-workload': {
      const { workload } = design;
      return { ...design, workload: { ...workload, params: { ...workload.params, [change.field]: change.value } } };
    }
    default:
      return design;
  }
}

/** The changes of parameters that turn `before` into `after`, parts in order; says nothing about parts that only one has. */
export function changesBetween(before: Design, after: Design): Change[] {
  const changes: Change[] = [];
  const olderNodes = byId(before.nodes);
  for (const node of after.nodes) {
    const older = olderNodes.get(node.id);
    if (!older || older.params === node.params) continue;
    for (const [field, value] of Object.entries(node.params)) {
      if (older.params[field] !== value) changes.push({ act: 'set', node: node.id, field, value });
    }
  }
  const olderLinks = byId(before.links);
  for (const link of after.links) {
    const older = olderLinks.get(link.id);
    if (!older || older.params === link.params) continue;
    for (const [field, value] of Object.entries(link.params)) {
      if (older.params[field] !== value) changes.push({ act: 'set-link', link: link.id, field, value });
    }
  }
  for (const [field, value] of Object.entries(after.workload.params)) {
    if (before.workload.params[field] !== value) changes.push({ act: 'set-workload', field, value });
  }
  return changes;
}
