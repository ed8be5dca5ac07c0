/** What the books say of a hash ring and of the remainder, beside what they do with the shards and keys of this run. Pure. */

import { ringPoints } from '../../engine/ring.ts';
import type { ShardsView } from '../../engine/shardView.ts';
import { tQuantile } from '../../statistics/student.ts';
import { movedByJoining, movedByModulo, ringSpread } from '../../theory/hashRing.ts';

export type RingMetric = 'uneven' | 'movesOnRing' | 'movesByRemainder';

/** Shares. The interval is at 99 %, for the keys looked at and for the luck of one ring among all that there might be. */
export interface RingRow {
  metric: RingMetric;
  theory: number;
  value: number;
  low: number;
  high: number;
  agrees: boolean;
}

const z = tQuantile(0.995, 1e6);
/** With fewer degrees of freedom a spread says nothing of other rings. */
const leastFreedom = 2.5;

type Points = ReturnType<typeof ringPoints>;

/** The ring as it is, and as it would be with one shard more: dear to make, the same for as long as nobody joins. */
export interface Rings {
  inUse: number;
  /** Virtual nodes of each shard. */
  each: number;
  now: Points;
  joined: Points;
}

/** @param names ids by which shards stand on the ring, those not in use included */
export function ringsOf(names: readonly string[], inUse: number, each: number): Rings {
  const used = names.slice(0, inUse);
  return { inUse, each, now: ringPoints(used, each), joined: ringPoints([...used, names[inUse] ?? `${names[0]}+`], each) };
}

/** @param samples keys of the run; none = nothing is said */
export function ringTheory({ inUse, each, now, joined }: Rings, samples: ShardsView['samples']): readonly RingRow[] {
  if (inUse < 1 || samples.length === 0) return [];
  const moved = (has: (sample: ShardsView['samples'][number]) => boolean) => samples.filter(has).length / samples.length;
  const share = movedByJoining(inUse);
  return [
    ...unevenRow(now, inUse, each),
    movesRow(
      'movesOnRing',
      share,
      moved(({ turn }) => ownerAt(joined, turn) === inUse),
      samples.length,
      // the newcomer's share of the circle: Beta(v, n v)
      (share * (1 - share)) / ((inUse + 1) * each + 1),
    ),
    movesRow(
      'movesByRemainder',
      movedByModulo(inUse, inUse + 1),
      moved(({ user }) => user % inUse !== user % (inUse + 1)),
      samples.length,
      0,
    ),
  ];
}

function ownerAt(points: Points, turn: number): number {
  let low = 0;
  let high = points.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (points[middle].turn < turn) low = middle + 1;
    else high = middle;
  }
  return points[low % points.length].member;
}

/** Standard deviation of the shards' shares of the circle over their mean. */
function unevenRow(points: Points, count: number, each: number): RingRow[] {
  const shares = new Float64Array(count);
  points.forEach(({ turn, member }, i) => {
    shares[member] += i > 0 ? turn - points[i - 1].turn : turn + 1 - points[points.length - 1].turn;
  });
  const value = Math.sqrt(shares.reduce((sum, share) => sum + (share * count - 1) ** 2, 0) / count);
  // shares are sums of `each` nearly exponential arcs: their fourth moment takes freedom away (Satterthwaite)
  const freedom = 2 / (2 / (count - 1) + 6 / (each * count));
  if (!(freedom >= leastFreedom)) return [];
  const theory = ringSpread(count, each);
  const low = value / Math.sqrt(chiSquareOver(freedom, z));
  const high = value / Math.sqrt(chiSquareOver(freedom, -z));
  return [{ metric: 'uneven', theory, value, low, high, agrees: low <= theory && theory <= high }];
}

/** A chi-square quantile over its degrees of freedom (Wilson and Hilferty 1931). */
const chiSquareOver = (freedom: number, deviates: number): number => (1 - 2 / (9 * freedom) + deviates * Math.sqrt(2 / (9 * freedom))) ** 3;

function movesRow(metric: RingMetric, theory: number, value: number, keys: number, variance: number): RingRow {
  const half = z * Math.sqrt((theory * (1 - theory)) / keys + variance);
  const [low, high] = [Math.max(0, value - half), Math.min(1, value + half)];
  return { metric, theory, value, low, high, agrees: low <= theory && theory <= high };
}
