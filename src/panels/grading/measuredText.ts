/** A measured number as people read it, in the unit of what was measured. */

import type { Goal, Measure } from '../../goals/goal.ts';
import { type DurationWords, formatDuration, formatExact, formatNumber, formatShare } from '../../ui/format.ts';

type Unit = 'ms' | 'share' | 'seconds' | 'usd' | 'number';

const unitOfColumn = (column: string): Unit =>
  /^(p50|p95|p99|meanResponse)$|Seconds$/.test(column) ? 'seconds' : /^(utilization|hitRatio)$/.test(column) ? 'share' : 'number';

function unitOf(measure: Measure): Unit {
  if (measure.of === 'busiest') return 'share';
  if (measure.of === 'part') return unitOfColumn(measure.column);
  if (measure.of === 'quotient') return 'share';
  if (!('figure' in measure)) return 'number';
  const { figure } = measure;
  if (figure.endsWith('Ms')) return 'ms';
  if (figure.endsWith('Usd')) return 'usd';
  if (figure.endsWith('Seconds')) return 'seconds';
  return figure.endsWith('Share') || figure === 'availability' || figure === 'reachableClasses' ? 'share' : 'number';
}

export function measuredText(measure: Measure, value: number, words: DurationWords): string {
  switch (unitOf(measure)) {
    case 'ms':
      return formatDuration(value / 1000, words);
    case 'seconds':
      return formatDuration(value, words);
    case 'share':
      return formatShare(value);
    case 'usd':
      return `$${formatNumber(Math.round(value))}`;
    case 'number':
      return formatNumber(value);
  }
}

const signs = { '<=': '≤', '>=': '≥', '<': '<', '>': '>', '=': '=' } as const;

/** What is asked for: `≤ 100 ms`. */
export const targetText = ({ is, measure, value }: Goal, words: DurationWords): string =>
  `${signs[is]} ${unitOf(measure) === 'share' ? formatExact(value * 100, '%') : measuredText(measure, value, words)}`;
