import { useLateText } from '../../i18n/lateText.ts';
import type { Pairing } from '../../runner/compareWorlds.ts';
import { type MetricEstimate, type MetricName, metrics } from '../../runner/worldMetrics.ts';
import { given } from '../../ui/given.ts';
import { Why } from '../../ui/Why.tsx';
import { replicaText } from './replicaWords.ts';

/** Numbers that are explained under another name than their own. */
const explainedAs: Partial<Record<MetricName, string>> = { stale: 'stale-share', lostWrites: 'writes-lost' };

export const whyOf = (name: MetricName): string => `worlds-${explainedAs[name] ?? name}`;

const units = { seconds: 's', 'per-second': '/s', share: 'share', count: '', usd: 'USD' } as const;
const sizedIn = (unit: keyof typeof units) => (value: number | null | undefined) => [value ?? Number.NaN, units[unit]] as const;

/** What one design came to in many worlds, as its `Why` carries it. */
export function ofWorlds(name: MetricName, worlds: number, { value, interval }: Pick<MetricEstimate, 'value' | 'interval'>): string {
  const sized = sizedIn(metrics[name].unit);
  return given({ worlds, value: sized(value), low: sized(interval?.low), high: sized(interval?.high) });
}

/** What two designs came to: each alone, and their difference in the worlds that both have played. */
export function ofBoth(
  unit: keyof typeof units,
  [a, b]: readonly [number | null, number | null],
  found: Pick<Pairing, 'worlds' | 'paired' | 'bBetter'> | null,
): string {
  const sized = sizedIn(unit);
  const { value, low, high } = found?.paired?.difference ?? {};
  return given({
    aValue: sized(a),
    bValue: sized(b),
    difference: sized(value ?? (a === null || b === null ? null : b - a)),
    low: sized(low),
    high: sized(high),
    ...(found && { worlds: found.worlds, better: found.bBetter }),
  });
}

/** The name of a number that many worlds have come to, as the way to what it is. */
export function WorldsWhy({ name, of }: { name: MetricName; of: string }) {
  const words = useLateText(replicaText);
  return (
    <Why metric={whyOf(name)} of={of}>
      {words.metrics[name]}
    </Why>
  );
}
