/** Numbers of worlds as people read them, and the words of their comparison. */

import type { replicasEn } from '../../i18n/late/replicas.en.ts';
import type { LateText } from '../../i18n/lateText.ts';
import type { Widen } from '../../i18n/widen.ts';
import type { MetricComparison } from '../../runner/compareWorlds.ts';
import { type MetricName, metrics } from '../../runner/worldMetrics.ts';
import type { Interval } from '../../statistics/interval.ts';
import { formatDuration, formatNumber, formatRate, formatShare } from '../../ui/format.ts';

export type ReplicaText = Widen<typeof replicasEn>;

export const replicaText: LateText<ReplicaText> = {
  en: async () => (await import('../../i18n/late/replicas.en.ts')).replicasEn,
  ko: async () => (await import('../../i18n/late/replicas.ko.ts')).replicasKo,
};

/** A value of a metric. */
export function valueText(name: MetricName, value: number): string {
  const { unit } = metrics[name];
  if (unit === 'seconds') return formatDuration(value);
  if (unit === 'share') return formatShare(value);
  return unit === 'count' ? formatNumber(value) : formatRate(value);
}

/**
 * The size of a difference; of shares in percentage points.
 * @param like a size whose unit to speak in, so that both ends of an interval have the same
 */
export function amountText(words: ReplicaText, name: MetricName, difference: number, like = difference): string {
  const [size, other] = [Math.abs(difference), Math.abs(like)];
  if (metrics[name].unit === 'share') return words.points(formatNumber(size * 100));
  if (metrics[name].unit === 'seconds' && size < other && other >= 0.001 && other < 0.9995) return formatNumber(size * 1000, 'ms');
  return valueText(name, size);
}

/** With its sign, a real minus. */
export function signedText(words: ReplicaText, name: MetricName, difference: number, like = difference): string {
  return (difference < 0 ? '−' : difference > 0 ? '+' : '') + amountText(words, name, difference, like);
}

const tail = /^(.*\d)([\s\u00a0]?\D+)$/;

/** "9 to 15 ms": a unit that both ends have is said once. */
export function spanText(words: ReplicaText, low: string, high: string): string {
  const [first, second] = [tail.exec(low), tail.exec(high)];
  return words.span(first && second && first[2] === second[2] ? (first[1] ?? low) : low, high);
}

export const intervalText = (words: ReplicaText, name: MetricName, { low, high }: Interval): string =>
  spanText(words, valueText(name, low), valueText(name, high));

export function differenceText(words: ReplicaText, name: MetricName, { low, high }: Interval): string {
  const like = Math.max(Math.abs(low), Math.abs(high));
  return spanText(words, signedText(words, name, low, like), signedText(words, name, high, like));
}

/** A share or a number of nothing at all: its spread is no measure of how sure it is. */
export const isNoneSeen = (name: MetricName, value: number | null): boolean =>
  value === 0 && (metrics[name].unit === 'share' || metrics[name].unit === 'count');

/** Two digits: how well something is known need not be known better. */
export const roughShare = (share: number): string => formatShare(Number(share.toPrecision(2)));

export interface Said {
  headline: string;
  detail: string;
}

/** A comparison in words: who wins in how many worlds and by how much, or why that cannot be said. */
export function sayComparison(words: ReplicaText, found: MetricComparison): Said {
  const { name, paired, verdict, worlds, bBetter, aBetter } = found;
  const metric = words.inSentence[name];
  if (verdict === 'too-little' || !paired) return { headline: words.tooLittle, detail: words.tooLittleHelp(metric) };
  if (verdict === 'same') return { headline: words.same, detail: words.sameHelp(metric, worlds) };
  const { value, low, high } = paired.difference;
  if (verdict === 'not-real') {
    const span = differenceText(words, name, paired.difference);
    return { headline: words.notReal, detail: words.notRealHelp(metric, bBetter, worlds, span) };
  }
  const bWins = verdict === 'b-better';
  const [near, far] = [Math.min(Math.abs(low), Math.abs(high)), Math.max(Math.abs(low), Math.abs(high))];
  const way = value < 0 === bWins ? words.lower : words.higher;
  const span = spanText(words, amountText(words, name, near, far), amountText(words, name, far));
  return {
    headline: bWins ? words.better('B', 'A', bBetter, worlds) : words.better('A', 'B', aBetter, worlds),
    detail: `${way(words.metrics[name], amountText(words, name, value))}, ${words.intervalIs(span)}`,
  };
}
