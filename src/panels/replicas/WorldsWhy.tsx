import { useLateText } from '../../i18n/lateText.ts';
import type { MetricName } from '../../runner/worldMetrics.ts';
import { Why } from '../../ui/Why.tsx';
import { replicaText } from './replicaWords.ts';

/** Numbers that are explained under another name than their own. */
const explainedAs: Partial<Record<MetricName, string>> = { stale: 'stale-share', lostWrites: 'writes-lost' };

export const whyOf = (name: MetricName): string => `worlds-${explainedAs[name] ?? name}`;

/** The name of a number that many worlds have come to, as the way to what it is. */
export function WorldsWhy({ name, worlds }: { name: MetricName; worlds?: number }) {
  const words = useLateText(replicaText);
  return (
    <Why metric={whyOf(name)} of={worlds === undefined ? undefined : String(worlds)}>
      {words.metrics[name]}
    </Why>
  );
}
