/**
 * The columns of a link as records again (see `linkWrite.ts`). Nothing is checked here: a cell that does not fit comes through
 * as it is, or as undefined, and `parseDesign` refuses or mends it. Never throws, whatever the columns hold.
 */

import { groupPrefix, idPrefix } from './ids.ts';
import { hiddenMark, traceScale } from './linkWrite.ts';
import type { RawDesign } from './migrations.ts';
import { notePrefix } from './notes.ts';
import { isKindName } from './strangers.ts';
import { demandScale, instantScale } from './tidyRecording.ts';

/** How many rows the columns ask for, before any is made. */
export function rowsOf(body: unknown): { groups: number; nodes: number; links: number; scenario: number; notes: number } {
  const columns = list(body);
  const length = (given: unknown): number => list(given).length;
  return {
    groups: length(cell(columns[7], 2)),
    nodes: length(cell(columns[8], 1)),
    links: length(cell(columns[9], 1)),
    scenario: length(columns[10]),
    notes: length(cell(columns[13], 1)),
  };
}

/** What stands behind the design; see `sharedMoment.ts`. */
export const momentOf = (body: unknown): unknown => cell(body, 15);

/** What its maker's run came to; see `sharedVerdict.ts`. */
export const verdictOf = (body: unknown): unknown => cell(body, 18);

/** Null when it is no list of columns at all. */
export function readBody(body: unknown): RawDesign | null {
  if (!Array.isArray(body) || typeof body[0] !== 'number') return null;
  const [format, engineMajor, seed, seconds, title, workload, trace, groups, nodes, links, scenario, recording, settings, notes, targets] =
    body as unknown[];
  const assignment = body[16];
  const groupRecords = readGroups(groups);
  const nodeRecords = readNodes(nodes, groupRecords);
  const linkRecords = readLinks(links, nodeRecords);
  const [moreNodes, moreLinks, moreEvents] = [0, 1, 2].map((at) => list(cell(body[17], at)) as RawDesign[]);
  return {
    format,
    engineMajor,
    seed,
    seconds,
    title,
    workload: {
      params: readPairs(workload),
      trace: readTrace(trace),
      recording: readRecording(recording),
    },
    groups: groupRecords,
    nodes: [...nodeRecords, ...moreNodes],
    links: [...linkRecords, ...moreLinks],
    scenario: [...list(scenario).map((event) => readEvent(event, nodeRecords, linkRecords)), ...moreEvents],
    ...(settings === undefined || settings === 0 ? {} : { settings: readPairs(settings) }),
    ...(notes === undefined || notes === 0 ? {} : { notes: readNotes(notes) }),
    ...(targets === undefined || targets === 0 ? {} : { targets: readPairs(targets) }),
    ...(assignment === undefined || assignment === 0 ? {} : { assignment }),
  };
}

const readPairs = (given: unknown): RawDesign => Object.fromEntries(list(given).map((pair) => [String(cell(pair, 0)), cell(pair, 1)]));

function list(given: unknown): readonly unknown[] {
  return Array.isArray(given) ? given : [];
}

function cell(given: unknown, index: unknown): unknown {
  return Array.isArray(given) && typeof index === 'number' ? given[index] : undefined;
}

/** 0, and what is past the column's end, stands for the usual. */
function unusual(column: unknown, index: number, usual: unknown): unknown {
  const given = cell(column, index);
  return given === 0 || given === undefined ? usual : given;
}

function readGroups(columns: unknown): RawDesign[] {
  const [ids, labels, regions, xs, ys, widths, heights, params] = list(columns);
  return list(regions).map((region, i) => ({
    id: unusual(ids, i, `${groupPrefix}-${i + 1}`),
    label: unusual(labels, i, undefined),
    region,
    x: cell(xs, i),
    y: cell(ys, i),
    width: cell(widths, i),
    height: cell(heights, i),
    params: readParams(params, i),
  }));
}

function readNotes(columns: unknown): RawDesign[] {
  const [ids, texts, xs, ys, widths, heights] = list(columns);
  return list(texts).map((text, i) => ({
    id: unusual(ids, i, `${notePrefix}${i + 1}`),
    text,
    x: cell(xs, i),
    y: cell(ys, i),
    width: cell(widths, i),
    height: cell(heights, i),
  }));
}

function readNodes(columns: unknown, groups: readonly RawDesign[]): RawDesign[] {
  const [kindNames, kinds, ids, labels, xs, ys, groupNumbers, params] = list(columns);
  const rows = new Map<unknown, number>();
  return list(kinds).map((kindIndex, i) => {
    const kind = cell(kindNames, kindIndex);
    const row = rows.get(kindIndex) ?? 0;
    rows.set(kindIndex, row + 1);
    const prefix = isKindName(kind) ? idPrefix(kind) : 'unknown';
    const group = unusual(groupNumbers, i, null);
    return {
      kind,
      id: unusual(ids, i, `${prefix}-${row + 1}`),
      label: unusual(labels, i, undefined),
      x: cell(xs, i),
      y: cell(ys, i),
      // A number no group has stays a number, which names no group.
      group: typeof group === 'number' ? (groups[group - 1]?.id ?? group) : group,
      params: readParams(cell(params, kindIndex), row),
    };
  });
}

function readLinks(columns: unknown, nodes: readonly RawDesign[]): RawDesign[] {
  const [ids, froms, tos, params] = list(columns);
  return list(froms).map((from, i) => ({
    id: unusual(ids, i, `l${i + 1}`),
    from: (cell(nodes, from) as RawDesign | undefined)?.id ?? null,
    to: (cell(nodes, cell(tos, i)) as RawDesign | undefined)?.id ?? null,
    params: readParams(params, i),
  }));
}

/** More settings than any part has: a link that names more cannot make reading it long. */
const mostColumns = 200;

/** Row `row` of `[field, value, value, …]` columns; null is a default. `fromEntries` makes own properties even of `__proto__`. */
function readParams(columns: unknown, row: number): Record<string, unknown> {
  const entries = list(columns)
    .slice(0, mostColumns)
    .map((column) => [String(cell(column, 0)), cell(column, row + 1)] as const);
  return Object.fromEntries(entries.filter(([, value]) => value !== null && value !== undefined));
}

function readTrace(given: unknown): RawDesign | null {
  if (!Array.isArray(given)) return null;
  const [name, seconds, ...heights] = given as unknown[];
  return { name, seconds, values: heights.map((height) => (typeof height === 'number' ? height / traceScale : height)) };
}

function readRecording(given: unknown): RawDesign | null {
  if (!Array.isArray(given)) return null;
  const [name, steps, demands] = given as unknown[];
  let micros = 0;
  const instants = list(steps).map((step) => {
    if (typeof step !== 'number') return step;
    micros += step;
    return micros / instantScale;
  });
  return { name, instants, demandsMs: list(demands).map((demand) => (typeof demand === 'number' ? demand / demandScale : demand)) };
}

function readEvent(given: unknown, nodes: readonly RawDesign[], links: readonly RawDesign[]): RawDesign {
  const [at, marked, target, first, second, third, fourth] = list(given);
  const hidden = typeof marked === 'string' && marked.startsWith(hiddenMark);
  const act = hidden ? marked.slice(hiddenMark.length) : marked;
  const head = hidden ? { at, act, hidden } : { at, act };
  const record = (parts: readonly RawDesign[]) => (cell(parts, target) as RawDesign | undefined)?.id ?? null;
  const by = (node: unknown) =>
    node === undefined || node === null ? {} : { from: (cell(nodes, node) as RawDesign | undefined)?.id ?? null };
  switch (act) {
    case 'set':
      return { ...head, node: record(nodes), field: first, value: second };
    case 'set-link':
      return { ...head, link: record(links), field: first, value: second };
    case 'set-workload':
      return { ...head, field: target, value: first };
    case 'strike':
    case 'mend':
      return { ...head, node: record(nodes), instance: first, fault: second, value: third ?? undefined, seconds: fourth ?? undefined };
    case 'strike-link':
    case 'mend-link':
      return { ...head, link: record(links), fault: first, value: second ?? undefined, seconds: third ?? undefined, ...by(fourth) };
    default:
      return { ...head, node: record(nodes), instance: first, factor: second ?? undefined, seconds: third ?? undefined };
  }
}
