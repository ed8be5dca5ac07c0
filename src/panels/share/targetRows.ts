/** What a design is to keep beside what a run of it measured, in words. What the summary does not tell stays open. Pure. */

import { type TargetName, type Targets, targetNames } from '../../design/targets.ts';
import type { Cost } from '../../runner/cost.ts';
import type { Summary } from '../../runner/summary.ts';
import { type DurationWords, formatDuration, formatNumber, formatShare, nothing } from '../../ui/format.ts';
import type { NoteOf } from './designNote.ts';

type Measured = Partial<Record<TargetName, number | null>>;

function measuredBy(summary: Summary | null, cost: Cost): Measured {
  if (!summary) return { monthlyUsd: cost.usdPerMonth };
  const { p99 } = summary.all.latency;
  const { availability } = summary.all;
  const { rate } = summary.staleReads;
  return {
    p99Ms: p99 === null ? null : p99 * 1000,
    availabilityPercent: availability === null ? null : availability * 100,
    stalePercent: rate === null ? null : rate * 100,
    monthlyUsd: cost.usdPerMonth,
  };
}

export function targetRows(
  targets: Targets,
  summary: Summary | null,
  cost: Cost,
  names: Readonly<Record<TargetName, string>>,
  duration: DurationWords,
): NoteOf['requirements'] {
  const measured = measuredBy(summary, cost);
  const inWords = (name: TargetName, value: number): string => {
    if (name === 'p99Ms') return formatDuration(value / 1000, duration);
    if (name === 'rtoSeconds' || name === 'rpoSeconds') return formatDuration(value, duration);
    if (name === 'availabilityPercent' || name === 'stalePercent') return formatShare(value / 100);
    return formatNumber(value, name === 'monthlyUsd' ? 'USD' : '');
  };
  return targetNames.flatMap((name) => {
    const wanted = targets[name];
    if (wanted === undefined) return [];
    const value = measured[name] ?? null;
    const isLeast = name === 'availabilityPercent';
    return [
      {
        name: names[name],
        wanted: `${isLeast ? '≥' : '≤'} ${inWords(name, wanted)}`,
        measured: value === null ? nothing : inWords(name, value),
        isMet: value === null ? null : isLeast ? value >= wanted : value <= wanted,
      },
    ];
  });
}
