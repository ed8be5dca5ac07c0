/** Two designs in the same worlds, metric by metric: how much better the second is, how sure that is, and in how many worlds. */

import { type PairedDifference, pairedDifference, type Signs, signsOf } from '../statistics/pairs.ts';
import type { World } from './world.ts';
import { estimateMetric, hasEnough, type MetricEstimate, type MetricName, mergeWorlds, metrics, valueIn } from './worldMetrics.ts';

/**
 * - `b-better`, `a-better`: the interval of the difference leaves zero out
 * - `not-real`: it does not; more worlds might tell
 * - `same`: exactly equal in every world
 * - `too-little`: too few worlds, or too few requests in one of them for this percentile
 */
export type Verdict = 'b-better' | 'a-better' | 'not-real' | 'same' | 'too-little';

/** What can be said of one number that was measured in each world of both. */
export interface Pairing {
  /** Worlds that both have played. */
  worlds: number;
  /** B - A in the number's own unit. */
  paired: PairedDifference | null;
  signs: Signs;
  /** Worlds in which B is better, by what is better for this number. */
  bBetter: number;
  aBetter: number;
  verdict: Verdict;
}

export interface MetricComparison extends Pairing {
  name: MetricName;
  a: MetricEstimate;
  b: MetricEstimate;
}

/** Those that both have played, in order of their number. */
export function pairsOf(a: readonly World[], b: readonly World[]): { a: World[]; b: World[] } {
  const other = new Map(b.map((world) => [world.number, world]));
  const both = a.filter(({ number }) => other.has(number)).sort((x, y) => x.number - y.number);
  return { a: both, b: both.map(({ number }) => other.get(number) as World) };
}

/** Compares worlds of the same numbers; those that only one of the two has played are left out. */
export function compareMetric(a: readonly World[], b: readonly World[], name: MetricName, confidence = 0.95): MetricComparison {
  const pairs = pairsOf(a, b);
  const [ones, others] = [pairs.a, pairs.b].map((worlds) => worlds.map((world) => mergeWorlds([world])));
  const isEnough = [...ones, ...others].every((world) => hasEnough(world, name));
  const [x, y] = [ones, others].map((worlds) => worlds.map((world) => valueIn(world, name)));
  return {
    name,
    a: estimateMetric(pairs.a, name, confidence),
    b: estimateMetric(pairs.b, name, confidence),
    ...pairingOf(x, y, { ...metrics[name], isEnough, confidence }),
  };
}

interface PairingAsked {
  better: 'less' | 'more';
  /** Whether each world had enough of what is measured. */
  isEnough?: boolean;
  confidence?: number;
}

/** Any number of the same worlds in the same order. @param x of A, y of B */
export function pairingOf(
  x: readonly number[],
  y: readonly number[],
  { better, isEnough = true, confidence = 0.95 }: PairingAsked,
): Pairing {
  const paired = isEnough ? pairedDifference(x, y, confidence) : null;
  const signs = signsOf(x, y);
  const isMore = better === 'more';
  return {
    worlds: x.length,
    paired,
    signs,
    bBetter: isMore ? signs.above : signs.below,
    aBetter: isMore ? signs.below : signs.above,
    verdict: verdictOf(paired, signs, isMore),
  };
}

function verdictOf(paired: PairedDifference | null, signs: Signs, isMore: boolean): Verdict {
  if (!paired) return 'too-little';
  if (signs.above === 0 && signs.below === 0) return 'same';
  if (!paired.isReal) return 'not-real';
  return paired.difference.value > 0 === isMore ? 'b-better' : 'a-better';
}
