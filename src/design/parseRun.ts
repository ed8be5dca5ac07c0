/** Workload, trace and timeline from data that may hold anything. */

import { acceptValue } from '../schema/accept.ts';
import { type FaultSpec, type Faults, faultsOf, linkFaults } from '../schema/faults.ts';
import type { Field, Fields, Value } from '../schema/fields.ts';
import { isRecord, parseValues } from '../schema/parse.ts';
import type { DesignLink, DesignNode, DesignNote, Fault, Id, Recording, ScenarioEvent, Trace, Workload } from './design.ts';
import { longestRunSeconds } from './edits.ts';
import { linkFields } from './linkFields.ts';
import type { Renamed } from './parseParts.ts';
import type { RepairLog } from './repairs.ts';
import { chosenSettings, settingFields } from './settingFields.ts';
import { keepEvent } from './strangers.ts';
import { cleanText } from './text.ts';
import { tidyDemand, tidyInstant } from './tidyRecording.ts';
import { tidyHeight } from './tidyTrace.ts';
import { specOf } from './wires.ts';
import { workloadFields } from './workloadFields.ts';

const faults: readonly Fault[] = ['crash', 'hang', 'slow', 'recover'];
/** How many times slower a fault may make an instance. */
export const slowest = 1000;
/** Instance numbers are below the highest count of any kind; what exists at that moment is the run's business. */
const highestInstance = 1000;
/** Simulated seconds. */
export const shortestFault = 0.001;

export function parseWorkload(given: unknown, log: RepairLog): Workload {
  const record = isRecord(given) ? given : {};
  if (given !== undefined && !isRecord(given)) log.note('bad-part', 'workload', '', given);
  const { values, repairs } = parseValues(workloadFields, record.params);
  log.noteFields('workload', repairs);
  return { params: values, trace: parseTrace(record.trace, log), recording: parseRecording(record.recording, log) };
}

/** Nothing when all are at their default: a design holds only what somebody chose. */
export function parseSettings(given: unknown, log: RepairLog): { settings?: Readonly<Record<string, Value>> } {
  const { values, repairs } = parseValues(settingFields, given);
  log.noteFields('settings', repairs);
  const settings = chosenSettings(values);
  return settings ? { settings } : {};
}

function parseTrace(given: unknown, log: RepairLog): Trace | null {
  if (given === undefined || given === null) return null;
  if (!isRecord(given) || !Array.isArray(given.values) || given.values.length === 0) {
    log.note('bad-trace', 'workload', 'trace', given);
    return null;
  }
  const values = given.values.map((height: unknown, index) => {
    const kept = tidyHeight(typeof height === 'number' ? height : 0);
    if (typeof height !== 'number' || !(Math.abs(kept - height) <= 0.0001))
      log.note('bad-number', 'workload', `trace ${index + 1}`, height, kept);
    return kept;
  });
  const name = typeof given.name === 'string' ? cleanText(given.name) : '';
  if (name !== given.name) log.note('text-cleaned', 'workload', 'trace name', given.name, name);
  return { name, values, seconds: parseTime(given.seconds, 1, 600, 'workload', 'trace seconds', log) };
}

function parseRecording(given: unknown, log: RepairLog): Recording | null {
  if (given === undefined || given === null) return null;
  if (!isRecord(given) || !Array.isArray(given.instants) || given.instants.length === 0) {
    log.note('bad-recording', 'workload', 'recording', given);
    return null;
  }
  let before = 0;
  const instants = given.instants.map((instant: unknown, index) => {
    before = tidyInstant(typeof instant === 'number' ? instant : before, before);
    if (instant !== before) log.note('bad-number', 'workload', `instant ${index + 1}`, instant, before);
    return before;
  });
  const demands: readonly unknown[] = Array.isArray(given.demandsMs) ? given.demandsMs : [];
  const fits = demands.length === 0 || demands.length === instants.length;
  if (!fits) log.note('bad-recording', 'workload', 'demandsMs', demands.length, 0);
  const demandsMs = (fits ? demands : []).map((demand, index) => {
    const kept = tidyDemand(typeof demand === 'number' ? demand : 0);
    if (demand !== kept) log.note('bad-number', 'workload', `demand ${index + 1}`, demand, kept);
    return kept;
  });
  const name = typeof given.name === 'string' ? cleanText(given.name) : '';
  if (name !== given.name) log.note('text-cleaned', 'workload', 'recording name', given.name, name);
  return { name, instants, demandsMs };
}

function parseTime(given: unknown, least: number, fallback: number, part: string, field: string, log: RepairLog): number {
  const kept = typeof given === 'number' && !Number.isNaN(given) ? Math.min(longestRunSeconds, Math.max(least, given)) + 0 : fallback;
  if (kept !== given) log.note('bad-number', part, field, given, kept);
  return kept;
}

/**
 * Events that name what is not there are left out; the others come back in order of time, those of one moment as they stood.
 * @param strangers take the lines about them and their wires
 */
export function parseScenario(
  given: readonly unknown[],
  nodes: readonly DesignNode[],
  links: readonly DesignLink[],
  renamed: Renamed,
  log: RepairLog,
  strangers: DesignNote[],
): ScenarioEvent[] {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const linkIds = new Set(links.map((link) => link.id));
  const events: ScenarioEvent[] = [];
  for (const item of given) {
    if (isRecord(item) && keepEvent(strangers, item, renamed)) continue;
    const event = isRecord(item) ? parseEvent(item, byId, linkIds, renamed, log) : null;
    if (event) events.push(event);
    else
      log.note(
        'bad-event',
        'scenario',
        isRecord(item) && typeof item.act === 'string' ? item.act.slice(0, 40) : '',
        isRecord(item) ? item.at : item,
      );
  }
  return events.sort((a, b) => a.at - b.at);
}

function parseEvent(
  item: Record<string, unknown>,
  nodes: ReadonlyMap<Id, DesignNode>,
  linkIds: ReadonlySet<Id>,
  renamed: Renamed,
  log: RepairLog,
): ScenarioEvent | null {
  const { act } = item;
  if (typeof item.at !== 'number' || Number.isNaN(item.at)) return null;
  const head = { at: parseTime(item.at, 0, 0, 'scenario', 'at', log), ...(item.hidden === true ? { hidden: true as const } : {}) };
  const node = nodes.get(renamed.nodes.get(item.node) ?? '');
  const link = renamed.links.get(item.link);
  switch (act) {
    case 'set': {
      const change = node && parseChange(specOf(node.kind).fields, item, log);
      return change ? { ...head, act, node: node.id, ...change } : null;
    }
    case 'set-link': {
      const change = parseChange(linkFields, item, log);
      return link !== undefined && linkIds.has(link) && change ? { ...head, act, link, ...change } : null;
    }
    case 'set-workload': {
      const change = parseChange(workloadFields, item, log);
      return change && { ...head, act, ...change };
    }
    case 'strike':
    case 'mend': {
      const fault = node && parseFault(faultsOf(specOf(node.kind)), item);
      const instance = parseInstance(item.instance);
      if (!fault || instance === undefined) return null;
      const target = { node: node.id, instance: fault.spec.per === 'node' ? null : instance, fault: fault.name };
      return act === 'mend' ? { ...head, act, ...target } : { ...head, act, ...target, ...parseStrength(fault.spec, item, log) };
    }
    case 'strike-link':
    case 'mend-link': {
      const fault = parseFault(linkFaults, item);
      if (!fault || link === undefined || !linkIds.has(link)) return null;
      const by = item.from === undefined ? undefined : nodes.get(renamed.nodes.get(item.from) ?? '');
      if (item.from !== undefined && !by) return null;
      const target = { link, fault: fault.name, ...(by ? { from: by.id } : {}) };
      return act === 'mend-link' ? { ...head, act, ...target } : { ...head, act, ...target, ...parseStrength(fault.spec, item, log) };
    }
    default: {
      const instance = parseInstance(item.instance);
      if (!node || instance === undefined || !faults.includes(act as Fault)) return null;
      const factor = item.factor === undefined ? {} : { factor: parseFactor(item.factor, log) };
      return { ...head, act: act as Fault, node: node.id, instance, ...factor, ...parseSeconds(act !== 'recover', item, log) };
    }
  }
}

/** Null: all of them. Undefined: no number of an instance. */
function parseInstance(given: unknown): number | null | undefined {
  if (given === undefined || given === null) return null;
  const isOne = Number.isInteger(given) && (given as number) >= 0 && (given as number) < highestInstance;
  return isOne ? (given as number) + 0 : undefined;
}

function parseFault(known: Faults, { fault }: Record<string, unknown>): { name: string; spec: FaultSpec } | null {
  return typeof fault === 'string' && Object.hasOwn(known, fault) ? { name: fault, spec: known[fault] } : null;
}

function parseStrength(spec: FaultSpec, item: Record<string, unknown>, log: RepairLog): { value?: number; seconds?: number } {
  const seconds = parseSeconds(spec.lasts === true, item, log);
  if (!spec.value || item.value === undefined) return seconds;
  const { value, reason } = acceptValue(spec.value, item.value);
  if (reason) log.note(reason, 'scenario', 'value', item.value, value);
  return { value: value as number, ...seconds };
}

function parseSeconds(canEnd: boolean, { seconds }: Record<string, unknown>, log: RepairLog): { seconds?: number } {
  if (seconds === undefined || !canEnd) return {};
  return { seconds: parseTime(seconds, shortestFault, 60, 'scenario', 'seconds', log) };
}

function parseFactor(given: unknown, log: RepairLog): number {
  const kept = typeof given === 'number' && !Number.isNaN(given) ? Math.min(slowest, Math.max(1, given)) : 1;
  if (kept !== given) log.note('bad-number', 'scenario', 'factor', given, kept);
  return kept;
}

function parseChange(fields: Fields, item: Record<string, unknown>, log: RepairLog): { field: string; value: Value } | null {
  if (typeof item.field !== 'string' || !Object.hasOwn(fields, item.field)) return null;
  const field: Field = fields[item.field];
  const { value, reason } = acceptValue(field, item.value);
  if (reason === 'not-a-value' || reason === 'unknown-option') return null;
  if (reason) log.note(reason, 'scenario', item.field, item.value, value);
  return { field: item.field, value };
}
