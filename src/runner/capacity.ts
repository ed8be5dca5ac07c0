/**
 * How much traffic a design can take: the search, as decisions without a clock or a worker. The traffic is multiplied; at each
 * multiple worlds are played until it is sure that the target is met or missed, or until there are enough of them. What is surely
 * met and what is surely missed bracket the capacity, and bisection narrows the bracket.
 *
 * Luck makes single runs jump up and down where the mean rises, so nothing is decided by one run, and what cannot be decided is
 * neither met nor missed: it stays between the two ends.
 */

import { log } from '../engine/math.ts';
import type { Plan } from '../engine/plan.ts';
import type { World } from './world.ts';
import { estimateMetric, mergeWorlds, valueIn } from './worldMetrics.ts';

export interface CapacityTarget {
  /** p99 of all requests, seconds. */
  p99Seconds: number;
  /** Share of requests answered well, 0 to 1. */
  availability: number;
}

export interface CapacityAsked extends CapacityTarget {
  /** Simulated seconds of each world. */
  seconds: number;
  /** Stops when the two ends are so near: 0.05 is 5 %. */
  precision: number;
}

export type ProbeVerdict = 'met' | 'missed' | 'open';

export interface Probe {
  /** Times the design's own traffic. */
  factor: number;
  worlds: number;
  verdict: ProbeVerdict;
  /** Seconds; null where too few requests ended. */
  p99: { value: number; low: number; high: number } | null;
  /** Share of requests that failed. */
  failed: number;
  offeredPerSecond: number;
  /** The fullest part, by plan index, and its busy share; null where no part has servers. */
  fullest: { node: number; share: number } | null;
}

/** Worlds after which somebody looks whether it is decided. */
export const looks: readonly number[] = [4, 8, 16, 32];
export const mostProbes = 16;
/** Farther than this from the design's own traffic nobody looks. */
const leastFactor = 1 / 256;
/** Chance that any verdict of the whole search is wrong. */
export const mistake = 0.05;
/** Each look at each probe gets an equal part of it (Bonferroni), and an interval has two sides of which one decides. */
const confidenceOfLook = 1 - (2 * mistake) / (mostProbes * looks.length);

/** @param worlds all of one multiple, of one length */
export function probeOf(factor: number, worlds: readonly World[], target: CapacityTarget): Probe {
  const merged = mergeWorlds(worlds);
  const p99 = estimateMetric(worlds, 'p99', confidenceOfLook);
  const failed = valueIn(merged, 'failed');
  const verdicts = [timeVerdict(p99, target.p99Seconds), failureVerdict(worlds, failed, 1 - target.availability)];
  return {
    factor,
    worlds: worlds.length,
    verdict: verdicts.includes('missed') ? 'missed' : verdicts.includes('open') ? 'open' : 'met',
    p99: p99.value === null ? null : { value: p99.value, low: p99.interval?.low ?? p99.value, high: p99.interval?.high ?? p99.value },
    failed: Number.isFinite(failed) ? failed : 0,
    offeredPerSecond: merged.all.offered / merged.seconds,
    fullest: fullestOf(worlds),
  };
}

function timeVerdict({ interval }: ReturnType<typeof estimateMetric>, most: number): ProbeVerdict {
  if (interval === null) return 'open';
  return interval.high <= most ? 'met' : interval.low > most ? 'missed' : 'open';
}

/**
 * Of failures none may have been seen: then n good ones in a row say that the share is below -ln(mistake) / n ("rule of three":
 * Hanley and Lippman-Hand, JAMA 249, 1983).
 */
function failureVerdict(worlds: readonly World[], failed: number, most: number): ProbeVerdict {
  const { all } = mergeWorlds(worlds);
  const requests = all.offered - all.limited;
  if (requests === 0 || !Number.isFinite(failed)) return 'open';
  if (most >= 1) return 'met';
  const { interval } = estimateMetric(worlds, 'failed', confidenceOfLook);
  const unseen = -log((1 - confidenceOfLook) / 2) / requests;
  const high = Math.max(interval?.high ?? 1, unseen);
  if (high <= most) return 'met';
  return (interval?.low ?? 0) > most ? 'missed' : 'open';
}

function fullestOf(worlds: readonly World[]): Probe['fullest'] {
  const parts = worlds[0]?.utilization.length ?? 0;
  let found: Probe['fullest'] = null;
  for (let node = 0; node < parts; node++) {
    const share = worlds.reduce((sum, { utilization }) => sum + utilization[node], 0) / worlds.length;
    if (Number.isFinite(share) && (found === null || share > found.share)) found = { node, share };
  }
  return found;
}

export type Capacity =
  /** Still looking, or stopped: what is known so far. */
  | { found: 'nothing' }
  /** `low` is surely met, `high` surely missed. */
  | { found: 'between'; low: Probe; high: Probe }
  /** Not even the least traffic that was tried. */
  | { found: 'none'; high: Probe }
  /** The most traffic that can be asked for. */
  | { found: 'any'; low: Probe }
  /** More was asked for and as many came: arrivals that do not follow the traffic, such as a recording. */
  | { found: 'unmoved' };

const byFactor = (a: Probe, b: Probe): number => a.factor - b.factor;

/** The highest met below every missed one, and the lowest missed one; what is open lies between. */
function bracketOf(probes: readonly Probe[]): { low: Probe | null; high: Probe | null; open: readonly Probe[] } {
  const sorted = [...probes].sort(byFactor);
  const high = sorted.find(({ verdict }) => verdict === 'missed') ?? null;
  const low = sorted.filter(({ verdict, factor }) => verdict === 'met' && (high === null || factor < high.factor)).at(-1) ?? null;
  const open = sorted.filter(
    ({ verdict, factor }) => verdict === 'open' && factor > (low?.factor ?? 0) && factor < (high?.factor ?? Infinity),
  );
  return { low, high, open };
}

/** Twice the traffic, and hardly more requests. */
function isUnmoved(probes: readonly Probe[]): boolean {
  const sorted = [...probes].sort(byFactor);
  const [least, most] = [sorted[0], sorted.at(-1)];
  return most !== undefined && most.factor >= 1.9 * least.factor && most.offeredPerSecond < 1.05 * least.offeredPerSecond;
}

/** With less traffic than the least of these nothing more could be told: it is little already, or too little for a percentile. */
function isLowest(probes: readonly Probe[]): boolean {
  const least = [...probes].sort(byFactor)[0];
  return least.factor / 2 < leastFactor || (least.verdict === 'open' && least.p99 === null);
}

/**
 * Where to look next, as a multiple of the design's traffic.
 * @param mostFactor the highest multiple that can be asked for
 * @returns null when the bracket is narrow enough, or there is nothing more to find out
 */
export function nextFactor(probes: readonly Probe[], precision: number, mostFactor: number): number | null {
  if (probes.length >= mostProbes) return null;
  if (probes.length === 0) return Math.min(1, mostFactor);
  if (isUnmoved(probes)) return null;
  const { low, high, open } = bracketOf(probes);
  const factors = probes.map(({ factor }) => factor);
  if (low === null) return isLowest(probes) ? null : Math.min(...factors) / 2;
  if (high === null) {
    const most = Math.max(...factors);
    return most >= mostFactor ? null : Math.min(mostFactor, 2 * most);
  }
  const gaps =
    open.length === 0
      ? [[low, high]]
      : [
          [low, open[0]],
          [open[open.length - 1], high],
        ];
  const allowed = open.length === 0 ? 1 + precision : Math.sqrt(1 + precision);
  const [a, b] = gaps.reduce((wide, gap) => (gap[1].factor / gap[0].factor > wide[1].factor / wide[0].factor ? gap : wide));
  return b.factor / a.factor <= allowed ? null : Math.sqrt(a.factor * b.factor);
}

/** What the probes so far come to. */
export function capacityOf(probes: readonly Probe[], mostFactor: number): Capacity {
  if (probes.length > 1 && isUnmoved(probes)) return { found: 'unmoved' };
  const { low, high } = bracketOf(probes);
  if (low && high) return { found: 'between', low, high };
  if (high && isLowest(probes)) return { found: 'none', high };
  if (low && low.factor >= mostFactor) return { found: 'any', low };
  return { found: 'nothing' };
}

/** A part this full is what holds the design back; where none is, it is time on wires or patience. */
export const fullFrom = 0.7;

/** The part that is the limit at the first traffic that is surely too much; null where no part is full. */
export function limitOf(plan: Plan, { fullest }: Probe): { id: string; share: number } | null {
  return fullest && fullest.share >= fullFrom ? { id: plan.nodes[fullest.node].id, share: fullest.share } : null;
}
