/**
 * The only door for documents from outside: files, links, storage records, the clipboard. A design is built anew from an
 * allow-list; nothing is merged, nothing that this version does not know is understood (parts of unknown kinds are carried along as text:
 * `strangers.ts`), and whatever was mended is named.
 */

import { engineMajor } from '../engine/version.ts';
import { isRecord } from '../schema/parse.ts';
import type { Design } from './design.ts';
import { longestRunSeconds } from './edits.ts';
import { currentFormat, migrate, type RawDesign } from './migrations.ts';
import { mostNotes } from './notes.ts';
import { parseGroups, parseLinks, parseNodes, parseNotes, type Renamed } from './parseParts.ts';
import { parseScenario, parseSettings, parseWorkload } from './parseRun.ts';
import { type Repair, type RepairLog, repairLog } from './repairs.ts';
import { withStrangersUnfolded } from './strangers.ts';
import { parseTargets } from './targets.ts';
import { cleanText, longestSeed } from './text.ts';

/** How many parts a document may have. A link is opened with one click on a stranger's word, a file is chosen. */
export interface Limits {
  nodes: number;
  links: number;
  groups: number;
  notes: number;
  scenario: number;
  trace: number;
  recording: number;
}
export const fileLimits: Limits = { nodes: 2000, links: 4000, groups: 200, notes: mostNotes, scenario: 500, trace: 240, recording: 10_000 };
export const linkLimits: Limits = { ...fileLimits, nodes: 300, links: 1000 };

/** Characters of a file. Two thousand nodes written out take about one million. */
export const longestFile = 8_000_000;
/** Characters of an assignment's text, with a trace that is hidden in it. */
export const longestAssignment = 16_000;
/** Nested lists and objects in a file or link; a design needs five. */
export const deepest = 12;

export type DesignProblem =
  /** Not text that holds data at all. */
  | { code: 'not-json' }
  /** Data, but not a design of this program. */
  | { code: 'not-a-design' }
  | { code: 'newer-version'; version: number; known: number }
  | { code: 'too-big'; what: 'text' | 'depth' | keyof Limits; count: number; max: number };

/** `madeWith` is the engine major the document was written with (null: not said); another one may give other numbers. */
export type Parsed =
  | { ok: true; design: Design; repairs: readonly Repair[]; madeWith: number | null }
  | { ok: false; problem: DesignProblem };

const lists = ['nodes', 'links', 'groups', 'notes', 'scenario'] as const;
const ours = new Set([
  ...lists,
  'workload',
  'title',
  'seed',
  'seconds',
  'settings',
  'targets',
  'assignment',
  'format',
  'app',
  'engineMajor',
]);

/** The lists of a document, and whatever else it holds. Null without parts, or where a list is something else. */
type Shape = Record<(typeof lists)[number], readonly unknown[]> & RawDesign;

function shapeOf(raw: RawDesign): Shape | null {
  if (raw.nodes === undefined || lists.some((name) => raw[name] !== undefined && !Array.isArray(raw[name]))) return null;
  const { links = [], groups = [], notes = [], scenario = [] } = raw;
  return { ...raw, links, groups, notes, scenario } as Shape;
}

/** Reads a design from data that may hold anything. Never throws. */
export function parseDesign(given: unknown, limits: Limits = fileLimits): Parsed {
  if (!isRecord(given)) return { ok: false, problem: { code: 'not-a-design' } };
  const format = given.format;
  if (typeof format !== 'number' || !Number.isInteger(format) || format < 1) return { ok: false, problem: { code: 'not-a-design' } };
  if (format > currentFormat) return { ok: false, problem: { code: 'newer-version', version: format, known: currentFormat } };
  const { raw, strangers: known } = withStrangersUnfolded(migrate(given, format));
  const shape = shapeOf(raw);
  if (!shape) return { ok: false, problem: { code: 'not-a-design' } };
  const tooMany = sizeProblem(shape, limits);
  if (tooMany) return { ok: false, problem: tooMany };

  const log = repairLog();
  for (const name of Object.keys(given)) if (!ours.has(name)) log.note('unknown-field', 'design', name, given[name]);
  const renamed: Renamed = { nodes: new Map(), links: new Map(), groups: new Map() };
  const ids = new Set<string>();
  const groups = parseGroups(shape.groups, ids, renamed, log);
  const { nodes, strangers } = parseNodes(shape.nodes, ids, renamed, log, known);
  const links = parseLinks(shape.links, nodes, renamed, log, strangers);
  const scenario = parseScenario(shape.scenario, nodes, links, renamed, log, strangers);
  const design: Design = {
    format: currentFormat,
    title: parseText(shape.title, 'title', '', log),
    nodes,
    links,
    groups,
    ...parseNotes(shape.notes, ids, log, strangers),
    workload: parseWorkload(shape.workload, log),
    scenario,
    seed: parseText(shape.seed, 'seed', 'faultline', log, longestSeed) || 'faultline',
    seconds: parseSeconds(shape.seconds, log),
    ...parseSettings(shape.settings, log),
    ...parseTargets(shape.targets, log),
    ...parseAssignment(shape.assignment, log),
  };
  const madeWith = typeof given.engineMajor === 'number' ? given.engineMajor : null;
  return { ok: true, design, repairs: log.found, madeWith };
}

/** Reads the text of a file or of a storage record. Never throws. */
export function parseFile(text: string): Parsed {
  if (text.length > longestFile) return { ok: false, problem: { code: 'too-big', what: 'text', count: text.length, max: longestFile } };
  const depth = depthOf(text);
  if (depth > deepest) return { ok: false, problem: { code: 'too-big', what: 'depth', count: depth, max: deepest } };
  try {
    // A byte order mark is common in files and never part of the data.
    return parseDesign(JSON.parse(text.replace(/^\ufeff/, '')));
  } catch {
    return { ok: false, problem: { code: 'not-json' } };
  }
}

/** The text of a file. `parseFile` gives the same design back. */
export function toFile(design: Design): string {
  return `${JSON.stringify({ app: 'faultline', engineMajor, ...withStrangersUnfolded({ ...design }).raw }, null, 2)}\n`;
}

/** How deep the lists and objects of a JSON text are nested, without building them. */
export function depthOf(text: string): number {
  let depth = 0;
  let deepestYet = 0;
  let inString = false;
  for (let i = 0; i < text.length; i += 1) {
    const c = text[i];
    if (inString) {
      if (c === '\\') i += 1;
      else if (c === '"') inString = false;
    } else if (c === '"') inString = true;
    else if (c === '[' || c === '{') deepestYet = Math.max(deepestYet, ++depth);
    else if (c === ']' || c === '}') depth -= 1;
  }
  return deepestYet;
}

function sizeProblem(shape: Shape, limits: Limits): DesignProblem | null {
  const workload = shape.workload;
  const lengthIn = (part: string, list: string): number => {
    const record = isRecord(workload) ? workload[part] : undefined;
    const items = isRecord(record) ? record[list] : undefined;
    return Array.isArray(items) ? items.length : 0;
  };
  const counts: Limits = {
    nodes: shape.nodes.length,
    links: shape.links.length,
    groups: shape.groups.length,
    notes: shape.notes.length,
    scenario: shape.scenario.length,
    trace: lengthIn('trace', 'values'),
    recording: lengthIn('recording', 'instants'),
  };
  for (const what of Object.keys(counts) as (keyof Limits)[]) {
    if (counts[what] > limits[what]) return { code: 'too-big', what, count: counts[what], max: limits[what] };
  }
  return null;
}

function parseText(given: unknown, field: string, fallback: string, log: RepairLog, longest?: number): string {
  if (given === undefined) return fallback;
  const text = typeof given === 'string' ? cleanText(given, longest) : fallback;
  if (text !== given) log.note('text-cleaned', 'design', field, given, text);
  return text;
}

/** Kept as it is, or not at all: half of one would be another one. */
function parseAssignment(given: unknown, log: RepairLog): { assignment?: string } {
  if (typeof given === 'string' && given.length <= longestAssignment) return { assignment: given };
  if (given !== undefined) log.note('unknown-field', 'design', 'assignment', given);
  return {};
}

function parseSeconds(given: unknown, log: RepairLog): number {
  if (given === undefined) return 600;
  const kept = typeof given === 'number' && !Number.isNaN(given) ? Math.min(longestRunSeconds, Math.max(1, given)) : 600;
  if (kept !== given) log.note('bad-number', 'design', 'seconds', given, kept);
  return kept;
}
