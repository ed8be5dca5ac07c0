/** Why it goes badly: a part that is broken, or the deepest part that is full. Pure; nodes are plan indices. */

import type { Frame, FrameLayout, Note } from '../engine/frame.ts';
import { columnsOfNode, largestOf, type NodeColumns, sumOf } from './nodeNow.ts';

export type Cause =
  | { kind: 'crash' | 'hang' | 'slow'; node: number; instance: number; since: number; factor: number }
  /** Rates per simulated second, of the newest frame. */
  | { kind: 'full'; node: number; utilization: number; waiting: number; arrived: number; completed: number };

/** Who calls whom, as plan indices. */
export type Wire = readonly [from: number, to: number];

/** Busy share from which a part with a queue counts as full. */
const fullFrom = 0.98;
const busyFrom = 0.8;

export function causeOf(frame: Frame, layout: FrameLayout, notes: readonly Note[], wires: readonly Wire[]): Cause | null {
  return brokenPart(notes) ?? fullPart(frame, layout, wires);
}

const faults = ['crash', 'hang', 'slow'] as const;
type Fault = (typeof faults)[number];
const isFault = (code: Note['code']): code is Fault => (faults as readonly string[]).includes(code);

/** The newest fault that nobody has mended, crashes and hangs before slowness. */
function brokenPart(notes: readonly Note[]): Cause | null {
  const open = new Map<string, Note>();
  for (const note of notes) {
    const key = `${note.node}/${note.instance}`;
    if (isFault(note.code)) open.set(key, note);
    if (note.code !== 'recover') continue;
    for (const [other, fault] of open) {
      if (fault.node === note.node && (note.instance < 0 || fault.instance === note.instance)) open.delete(other);
    }
  }
  const broken = [...open.values()].reverse();
  const worst = broken.find((note) => note.code !== 'slow') ?? broken[0];
  if (!worst || !isFault(worst.code)) return null;
  return { kind: worst.code, node: worst.node, instance: worst.instance, since: worst.time, factor: worst.value };
}

/** Of the full parts one that calls no other full part: whoever waits for it is full because of it. */
function fullPart(frame: Frame, layout: FrameLayout, wires: readonly Wire[]): Cause | null {
  const full = new Map<number, Cause & { kind: 'full' }>();
  for (const [node, columns] of columnsByNode(layout)) {
    const utilization = largestOf(frame, columns, 'utilization');
    const waiting = sumOf(frame, columns, 'queue');
    if (utilization < fullFrom || waiting < 1) continue;
    const rate = (metric: string) => sumOf(frame, columns, metric) / Math.max(frame.end - frame.start, 1e-9);
    full.set(node, { kind: 'full', node, utilization, waiting, arrived: rate('arrived'), completed: rate('completed') });
  }
  const deepest = [...full.keys()].find((node) => !wires.some(([from, to]) => from === node && to !== node && full.has(to)));
  return full.get(deepest ?? -1) ?? null;
}

/** The part with the least room left, from the share on that people call busy. */
export function busiestPart(frame: Frame, layout: FrameLayout): { node: number; utilization: number } | null {
  let found: { node: number; utilization: number } | null = null;
  for (const [node, columns] of columnsByNode(layout)) {
    const utilization = largestOf(frame, columns, 'utilization');
    if (utilization > (found?.utilization ?? busyFrom)) found = { node, utilization };
  }
  return found;
}

const known = new WeakMap<FrameLayout, ReadonlyMap<number, NodeColumns>>();

function columnsByNode(layout: FrameLayout): ReadonlyMap<number, NodeColumns> {
  const remembered = known.get(layout);
  if (remembered) return remembered;
  const nodes = new Set(layout.columns.map((column) => column.node).filter((node) => node >= 0));
  const made = new Map([...nodes].map((node) => [node, columnsOfNode(layout, node)]));
  known.set(layout, made);
  return made;
}
