/** One part of a run in numbers. Reads columns by their metric's name, so that a new kind needs nothing here. */

import type { Frame, FrameLayout } from '../engine/frame.ts';
import type { Plan } from '../engine/plan.ts';
import { nodeColumns } from './columnIndex.ts';
import { totalOf } from './columns.ts';
import { specAt } from './roles.ts';

export interface NodeSummary {
  id: string;
  kind: string;
  /** How many there were, mean over time. */
  instances: number;
  arrived: number;
  completed: number;
  failed: number;
  /** Good answers whose caller had stopped waiting: work for nobody. */
  vain: number;
  /** Busy share of its servers: mean over time and its busiest frame, over the instances that were there; null without any. */
  utilization: { mean: number; max: number } | null;
  /** Calls waiting, all instances together. */
  queue: { mean: number; max: number };
  /** Arrivals at the busiest instance over those at the mean one; null for a single instance, or when nothing arrived. */
  hotRatio: number | null;
  /** Found over looked up; null for parts that are not looked up in. */
  hitRatio: number | null;
  /** Messages waiting at the end; null for parts that keep none. */
  backlog: number | null;
  /** How long the oldest of them has waited, in seconds; null for parts that keep none. */
  oldestSeconds: number | null;
  /** Every counter of the kind's own, summed, by name. */
  counters: Readonly<Record<string, number>>;
  /** Every gauge of the kind's own, mean over the frames in which there was something to measure, by name. */
  gauges: Readonly<Record<string, number>>;
}

/** Nodes at which calls end: stores if there are any, else whatever calls nobody and is called. */
export function lastTierOf(plan: Plan): number[] {
  const called = new Set(plan.links.map((link) => link.to));
  const calling = new Set(plan.links.map((link) => link.from));
  const roleOf = (node: number) => specAt(plan.nodes[node].kind).role;
  const ends = [...plan.nodes.keys()].filter((node) => called.has(node) && !calling.has(node) && roleOf(node) !== 'cache');
  const stores = ends.filter((node) => roleOf(node) === 'store');
  return stores.length > 0 ? stores : ends;
}

export function summariseNodes(plan: Plan, layout: FrameLayout, frames: readonly Frame[]): NodeSummary[] {
  return plan.nodes.map((planned, node) => {
    const spec = specAt(planned.kind);
    const columns = (metric: string) => nodeColumns(layout, node, metric);
    const total = (metric: string) => totalOf(frames, columns(metric));
    const counters: Record<string, number> = {};
    for (const [name, metric] of Object.entries(spec.metrics)) if (metric.form === 'counter') counters[name] = total(name);
    const gauges: Record<string, number> = {};
    for (const [name, metric] of Object.entries(spec.metrics)) if (metric.form === 'gauge') gauges[name] = meanOf(frames, columns(name));
    const hits = columns('hits').length > 0 ? total('hits') : null;
    const lookups = hits === null ? 0 : hits + total('misses');
    const last = (metric: string) => {
      const column = columns(metric)[0];
      return column === undefined ? null : Math.max(0, frames.at(-1)?.values[column] ?? 0);
    };
    return {
      id: planned.id,
      kind: spec.kind,
      instances: instancesOver(frames, columns('utilization')),
      arrived: total('arrived'),
      completed: total('completed'),
      failed: total('failed'),
      vain: total('vain'),
      utilization: utilizationOf(frames, columns('utilization')),
      queue: queueOf(frames, columns('queue')),
      hotRatio: hotRatioOf(columns('arrived').map((column) => totalOf(frames, [column]))),
      hitRatio: hits === null || lookups === 0 ? null : hits / lookups,
      backlog: last('backlog'),
      oldestSeconds: last('oldestSeconds'),
      counters,
      gauges,
    };
  });
}

/** Of a gauge, all instances together, over the frames that say anything of it; 0 without any. */
function meanOf(frames: readonly Frame[], columns: readonly number[]): number {
  let area = 0;
  let seconds = 0;
  for (const frame of frames) {
    if (!columns.some((column) => frame.values[column] >= 0)) continue;
    area += totalOf([frame], columns) * (frame.end - frame.start);
    seconds += frame.end - frame.start;
  }
  return seconds > 0 ? area / seconds : 0;
}

/** An instance that was not there in a frame has no utilization in it. */
function instancesOver(frames: readonly Frame[], columns: readonly number[]): number {
  let area = 0;
  let seconds = 0;
  for (const frame of frames) {
    const there = columns.reduce((count, column) => count + (frame.values[column] >= 0 ? 1 : 0), 0);
    area += there * (frame.end - frame.start);
    seconds += frame.end - frame.start;
  }
  return seconds > 0 ? area / seconds : 0;
}

/** A slot without an instance says -1; one that is on its way out still counts while it works. */
function utilizationOf(frames: readonly Frame[], columns: readonly number[]): { mean: number; max: number } | null {
  let area = 0;
  let seconds = 0;
  let max = 0;
  for (const frame of frames) {
    for (const column of columns) {
      const value = frame.values[column];
      if (value < 0) continue;
      area += value * (frame.end - frame.start);
      seconds += frame.end - frame.start;
      max = Math.max(max, value);
    }
  }
  return seconds > 0 ? { mean: area / seconds, max } : null;
}

/** Slots nobody ever arrived at are not counted: an instance beyond the count cannot be told from an idle one. */
function hotRatioOf(arrivals: readonly number[]): number | null {
  const busy = arrivals.filter((count) => count > 0);
  return busy.length > 1 ? (Math.max(...busy) * busy.length) / busy.reduce((sum, count) => sum + count, 0) : null;
}

function queueOf(frames: readonly Frame[], columns: readonly number[]): { mean: number; max: number } {
  let area = 0;
  let seconds = 0;
  let max = 0;
  for (const frame of frames) {
    const waiting = totalOf([frame], columns);
    area += waiting * (frame.end - frame.start);
    seconds += frame.end - frame.start;
    max = Math.max(max, waiting);
  }
  return { mean: seconds > 0 ? area / seconds : 0, max };
}
