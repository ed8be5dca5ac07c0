/** What differs between two designs, number by number: what each has come to so far, and over worlds how sure the difference is. Pure. */

import type { Design } from '../../design/design.ts';
import { compareMetric, type Pairing, pairingOf, pairsOf } from '../../runner/compareWorlds.ts';
import { costOf } from '../../runner/cost.ts';
import type { PairNumber } from '../../runner/trialCsv.ts';
import type { World } from '../../runner/world.ts';
import { type MetricName, mergeWorlds, metrics, valueIn } from '../../runner/worldMetrics.ts';
import type { Interval } from '../../statistics/interval.ts';
import { formatNumber, formatShare } from '../../ui/format.ts';
import { differenceText, type ReplicaText, signedText, spanText, valueText } from '../replicas/replicaWords.ts';
import { whyOf } from '../replicas/WorldsWhy.tsx';
import type { CompareText } from './compareWords.ts';
import type { SideNumbers } from './sideNumbers.ts';

export interface PairRow extends PairNumber {
  title: string;
  /** Under which name it is explained. */
  why: string;
  text: (value: number) => string;
  signed: (difference: number) => string;
  span: (interval: Interval) => string;
}

/** Worlds that both have played, and the designs they were played with. */
export interface PlayedPair {
  worlds: readonly [readonly World[], readonly World[]];
  designs: readonly [Design, Design];
}

/** Fewer say nothing. */
const leastWorlds = 3;

const shownMetrics: readonly MetricName[] = ['p50', 'p95', 'p99', 'goodput', 'failed', 'stale'];

export function pairRows(
  [a, b]: readonly [SideNumbers | null, SideNumbers | null],
  played: PlayedPair | null,
  words: CompareText,
  replicas: ReplicaText,
): PairRow[] {
  const pairs = played && pairsOf(...played.worlds);
  const both = played && pairs && pairs.a.length >= leastWorlds ? { ...pairs, designs: played.designs } : null;
  const known = (value: number | null | undefined): number | null =>
    value !== null && value !== undefined && Number.isFinite(value) ? value : null;
  const ofMetric = (name: MetricName): PairRow => ({
    name,
    unit: metrics[name].unit,
    title: name === 'lostWrites' ? words.rows.lost : replicas.metrics[name],
    why: whyOf(name),
    values: [known(a && valueIn(a.merged, name)), known(b && valueIn(b.merged, name))],
    found: both && compareMetric(both.a, both.b, name),
    text: (value) => valueText(name, value),
    signed: (difference) => signedText(replicas, name, difference),
    span: (interval) => differenceText(replicas, name, interval),
  });
  /** Of the share that was answered, and of the price: numbers that no metric of worlds is. */
  const perWorld = (of: (world: World, design: Design) => number, better: 'less' | 'more'): Pairing | null =>
    both &&
    pairingOf(
      both.a.map((world) => of(world, both.designs[0])),
      both.b.map((world) => of(world, both.designs[1])),
      { better },
    );
  const points = (share: number) => replicas.points(formatNumber(Math.abs(share) * 100));
  const usd = (value: number) => formatNumber(value, 'USD');
  return [
    ...shownMetrics.map(ofMetric),
    {
      name: 'availability',
      unit: 'share',
      title: words.rows.availability,
      why: 'worlds-availability',
      values: [known(a?.availability), known(b?.availability)],
      found: perWorld(availabilityIn, 'more'),
      text: formatShare,
      ...signedBy(points, replicas),
    },
    ofMetric('lostWrites'),
    {
      name: 'cost',
      unit: 'usd',
      title: words.rows.cost,
      why: 'worlds-monthly-cost',
      values: [known(a?.usdPerMonth), known(b?.usdPerMonth)],
      found: perWorld(({ used }, design) => costOf(design, used).usdPerMonth, 'less'),
      text: usd,
      ...signedBy((value) => usd(Math.abs(value)), replicas),
    },
  ];
}

function availabilityIn(world: World): number {
  const { completed, offered, limited } = mergeWorlds([world]).all;
  return completed / (offered - limited);
}

function signedBy(size: (value: number) => string, replicas: ReplicaText): Pick<PairRow, 'signed' | 'span'> {
  const signed = (value: number) => (value < 0 ? '−' : value > 0 ? '+' : '') + size(value);
  return { signed, span: ({ low, high }) => spanText(replicas, signed(low), signed(high)) };
}
