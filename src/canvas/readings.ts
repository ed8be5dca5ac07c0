/**
 * The few numbers a card and a wire show, from the newest frame. Which of them a node has follows from the columns its
 * kind counts, never from the kind's name. Pure.
 */

import type { DesignLink, Id } from '../design/design.ts';
import type { Frame, FrameLayout } from '../engine/frame.ts';

/** -1 where a node has no such thing or nothing was measured. */
export interface Reading {
  /** Calls that reached the node, or for users the requests they made, per simulated second. */
  ratePerSecond: number;
  /** Hits over lookups. */
  hitShare: number;
  /** The furthest a replica is behind. */
  lagSeconds: number;
  /** Messages waiting. */
  backlog: number;
  /** What a tool of operations is about; null for all other parts. */
  tool: ToolReading | null;
}

export interface ToolReading {
  about: 'lines' | 'alerts' | 'wanted' | 'version';
  value: number;
}

/** Columns of one node by metric, every instance's. */
type NodeColumns = Readonly<Record<string, readonly number[]>>;

/** Plan order, like the layout. Built once per layout. */
export function columnsByNode(layout: FrameLayout): readonly NodeColumns[] {
  const nodes: Record<string, number[]>[] = [];
  layout.columns.forEach((column, i) => {
    if (column.node < 0) return;
    nodes[column.node] ??= {};
    const metrics = nodes[column.node];
    metrics[column.metric] ??= [];
    metrics[column.metric].push(i);
  });
  return nodes;
}

/** An instance's column of one metric, by slot; -1 for none. Slots are in plan order, as many per node as the index says. */
export function columnBySlot(layout: FrameLayout, nodes: readonly { firstSlot: number; slots: number }[], wanted: string): Int32Array {
  const last = nodes.at(-1);
  const columns = new Int32Array(last ? last.firstSlot + last.slots : 0).fill(-1);
  layout.columns.forEach(({ scope, node, instance, metric }, i) => {
    if (scope === 'instance' && metric === wanted && nodes[node]) columns[nodes[node].firstSlot + instance] = i;
  });
  return columns;
}

/** A frame, or several of them put together. */
type Shown = Pick<Frame, 'start' | 'end' | 'values'>;

const none: readonly number[] = [];

function total(frame: Shown, columns: readonly number[]): number {
  let sum = 0;
  for (const column of columns) sum += Math.max(0, frame.values[column]);
  return sum;
}

function largest(frame: Shown, columns: readonly number[]): number {
  let most = -1;
  for (const column of columns) most = Math.max(most, frame.values[column]);
  return most;
}

/** The one number of a tool: lines it takes in a second, alerts that fire, instances it wants, share that runs the new version. */
function readTool(of: (metric: string) => readonly number[], frame: Shown, seconds: number): ToolReading | null {
  if (of('lines').length > 0) return { about: 'lines', value: seconds > 0 ? total(frame, of('lines')) / seconds : 0 };
  if (of('alertsFiring').length > 0) return { about: 'alerts', value: total(frame, of('alertsFiring')) };
  if (of('desired').length > 0) return { about: 'wanted', value: largest(frame, of('desired')) };
  return of('newShare').length > 0 ? { about: 'version', value: largest(frame, of('newShare')) } : null;
}

export function readNode(columns: NodeColumns | undefined, frame: Shown): Reading {
  const of = (metric: string): readonly number[] => columns?.[metric] ?? none;
  const seconds = frame.end - frame.start;
  const counted = of('offered').length > 0 ? of('offered') : of('arrived');
  const lookups = total(frame, of('hits')) + total(frame, of('misses'));
  return {
    ratePerSecond: counted.length > 0 && seconds > 0 ? total(frame, counted) / seconds : -1,
    hitShare: lookups > 0 ? total(frame, of('hits')) / lookups : -1,
    lagSeconds: largest(frame, of('lag')),
    backlog: largest(frame, of('backlog')),
    tool: readTool(of, frame, seconds),
  };
}

export interface LinkRate {
  /** Calls that reach the node at its end. */
  ratePerSecond: number;
  /** The same plus what travels on by it: requests that a resolver sent on its way are drawn over the resolver's wires. */
  carriedPerSecond: number;
  /** False where several wires lead to one node and the sampled requests tell how they share its arrivals. */
  isExact: boolean;
}

/** Sampled journeys: how many ended each wire, and how many passed over a wire to end another (`through`: wire, last wire, count). */
export interface JourneyTally {
  ended: Map<Id, number>;
  through: Map<Id, Map<Id, number>>;
}

export const emptyTally = (): JourneyTally => ({ ended: new Map(), through: new Map() });

const addTo = (counts: Map<Id, number>, key: Id): void => {
  counts.set(key, (counts.get(key) ?? 0) + 1);
};

/** Counts one journey over the drawn links of one plan link. */
export function countJourney(tally: JourneyTally, drawn: readonly Id[]): void {
  const last = drawn.at(-1);
  if (last === undefined) return;
  addTo(tally.ended, last);
  for (const link of drawn.slice(0, -1)) {
    const ends = tally.through.get(link) ?? new Map<Id, number>();
    addTo(ends, last);
    tally.through.set(link, ends);
  }
}

/** Older journeys count less and less, so that the shares follow the run. */
export function fade(tally: JourneyTally): void {
  for (const counts of [tally.ended, ...tally.through.values()]) for (const [link, count] of counts) counts.set(link, count * 0.8);
}

/** Calls per second over each wire. Without any sampled journey, wires that lead to one node share its calls evenly. */
export function linkRates(links: readonly DesignLink[], rateOf: (node: Id) => number, tally: JourneyTally): Map<Id, LinkRate> {
  const into = new Map<Id, DesignLink[]>();
  for (const link of links) into.set(link.to, [...(into.get(link.to) ?? []), link]);
  const rates = new Map<Id, LinkRate>();
  const endedOn = (link: Id): number => tally.ended.get(link) ?? 0;
  for (const [node, wires] of into) {
    const rate = rateOf(node);
    if (rate < 0) continue;
    const counted = wires.reduce((sum, wire) => sum + endedOn(wire.id), 0);
    for (const wire of wires) {
      const ratePerSecond = rate * (counted > 0 ? endedOn(wire.id) / counted : 1 / wires.length);
      rates.set(wire.id, { ratePerSecond, carriedPerSecond: ratePerSecond, isExact: wires.length === 1 });
    }
  }
  for (const [link, ends] of tally.through) {
    const rate = rates.get(link);
    if (!rate) continue;
    for (const [last, count] of ends) {
      const all = endedOn(last);
      if (all > 0) rate.carriedPerSecond += ((rates.get(last)?.ratePerSecond ?? 0) * count) / all;
    }
  }
  return rates;
}

/** A wire's width: one more pixel or so per factor of ten, from a hairline at rest to a cable. */
export function linkWidth(ratePerSecond: number): number {
  if (!(ratePerSecond > 0)) return 1.5;
  return Math.min(6, 1.5 + 1.1 * Math.log10(1 + ratePerSecond));
}
