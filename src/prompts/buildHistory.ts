/**
 * How a design was built, step by step on the clock of the interview: what each step changed, so that hundreds of steps fit beside a design.
 * Pure; what comes from outside goes through the parser of documents before anybody looks at it.
 */

import type { Design } from '../design/design.ts';
import { linkLimits, parseDesign } from '../design/parse.ts';
import { streamOf } from '../engine/luck.ts';

export interface BuildStep {
  /** Seconds since the interview began. */
  at: number;
  /** What was done, as the history of edits calls it; or `begin`, `undo`, `redo`, `reopened`, `more`. */
  label: string;
  change: Patch;
}

/** Of a record: `[value]` a new value, 0 gone, else what changed within it. */
export interface Patch {
  readonly [key: string]: readonly [unknown] | 0 | Patch;
}

type Tree = Readonly<Record<string, unknown>>;

/** Steps that are kept one by one; what comes after is one last step. */
export const mostSteps = 1500;

const listed = ['nodes', 'links', 'groups', 'notes'] as const;
const order = 'order of ';

/** Records by their ids instead of lists, and the order of the ids beside them. */
function treeOf(design: Design): Tree {
  const lists = listed.flatMap((name): [string, unknown][] => {
    const records: readonly { id: string }[] = design[name] ?? [];
    return [
      [name, Object.fromEntries(records.map((record) => [record.id, record]))],
      [`${order}${name}`, records.map(({ id }) => id)],
    ];
  });
  return { ...design, ...Object.fromEntries(lists) };
}

/** A document again; may hold anything. */
function documentOf(tree: Tree): Tree {
  const lists = listed.map((name): [string, unknown] => {
    const records = isTree(tree[name]) ? tree[name] : {};
    const ids = tree[`${order}${name}`];
    const known = Array.isArray(ids) ? ids.filter((id): id is string => typeof id === 'string' && Object.hasOwn(records, id)) : [];
    return [name, known.map((id) => records[id])];
  });
  const others = Object.entries(tree).filter(([key]) => !key.startsWith(order));
  return { ...Object.fromEntries(others), ...Object.fromEntries(lists) };
}

const isTree = (value: unknown): value is Tree => typeof value === 'object' && value !== null && !Array.isArray(value);

function patchBetween(a: Tree, b: Tree): Patch | null {
  const changes = [...new Set([...Object.keys(a), ...Object.keys(b)])].flatMap((key): [string, Patch[string]][] => {
    const [x, y] = [a[key], b[key]];
    if (x === y) return [];
    if (y === undefined) return [[key, 0]];
    if (isTree(x) && isTree(y)) {
      const within = patchBetween(x, y);
      return within === null ? [] : [[key, within]];
    }
    return x !== undefined && JSON.stringify(x) === JSON.stringify(y) ? [] : [[key, [y]]];
  });
  return changes.length === 0 ? null : Object.fromEntries(changes);
}

function patched(tree: Tree, patch: Patch): Tree {
  const gone = new Set(Object.keys(patch).filter((key) => patch[key] === 0));
  const changed = Object.entries(patch).flatMap(([key, change]): [string, unknown][] => {
    if (change === 0) return [];
    if (Array.isArray(change)) return [[key, change[0]]];
    const before = Object.hasOwn(tree, key) ? tree[key] : {};
    return isTree(change) ? [[key, patched(isTree(before) ? before : {}, change as Patch)]] : [];
  });
  return Object.fromEntries([...Object.entries(tree).filter(([key]) => !gone.has(key)), ...changed]);
}

/** What changed from one design to the other; null where nothing did. */
export const changeBetween = (a: Design, b: Design): Patch | null => patchBetween(treeOf(a), treeOf(b));

/** The steps with one more. Without a change there is none. Steps are a tenth of a second apart at least, so that each can be gone to. */
export function withStep(steps: readonly BuildStep[], before: Design, now: Design, at: number, label: string): readonly BuildStep[] {
  const change = changeBetween(before, now);
  if (change === null) return steps;
  const last = steps.at(-1);
  const next = { at: last ? Math.round(10 * Math.max(at, last.at + 0.1)) / 10 : at, label, change };
  if (!last || steps.length < mostSteps) return [...steps, next];
  // What belongs to one step is laid together: later values win.
  return [...steps.slice(0, -1), { ...next, label: 'more', change: joined(last.change, change) }];
}

function joined(first: Patch, then: Patch): Patch {
  const both = Object.entries(then).map(([key, change]): [string, Patch[string]] => {
    const before = first[key];
    if (change === 0 || Array.isArray(change) || before === undefined || before === 0) return [key, change];
    if (Array.isArray(before)) return [key, [patched(isTree(before[0]) ? before[0] : {}, change as Patch)]];
    return [key, joined(before as Patch, change as Patch)];
  });
  return { ...first, ...Object.fromEntries(both) };
}

/**
 * The design after each step, the given one first.
 * @returns as many as can be read; fewer than there are steps where one cannot
 */
export function designsOf(given: Design, steps: readonly BuildStep[]): readonly Design[] {
  const designs: Design[] = [given];
  let tree = treeOf(given);
  for (const { change } of steps) {
    tree = patched(tree, change);
    const parsed = parseDesign(documentOf(tree), linkLimits);
    if (!parsed.ok) break;
    designs.push(parsed.design);
  }
  return designs;
}

/** The last step that was done by then; -1 before the first one. */
export function stepAt(steps: readonly BuildStep[], seconds: number): number {
  const next = steps.findIndex(({ at }) => at > seconds);
  return next < 0 ? steps.length - 1 : next - 1;
}

/** A short text that another history would not have. */
export function digestOf(steps: readonly BuildStep[]): string {
  const { k0, k1 } = streamOf('build history', JSON.stringify(steps));
  return [k0, k1].map((half) => (half >>> 0).toString(16).padStart(8, '0')).join('');
}

/** Whether two designs are one and the same, to the last setting and place. */
export const isSameDesign = (a: Design, b: Design): boolean => changeBetween(a, b) === null;
