/** What a design is to keep beside what a run of it measured, in words. What cannot be said yet stays open. Pure. */

import type { TargetName, Targets } from '../../design/targets.ts';
import type { Situation } from '../../goals/situation.ts';
import { judgeTargets } from '../../goals/targets.ts';
import { type DurationWords, formatDuration, formatExact, formatNumber, formatShare, nothing } from '../../ui/format.ts';
import type { NoteOf } from './designNote.ts';

export interface TargetWords {
  targets: Readonly<Record<TargetName, string>>;
  soFar: (value: string) => string;
}

export function targetRows(targets: Targets, situation: Situation, words: TargetWords, duration: DurationWords): NoteOf['requirements'] {
  const inWords = (name: TargetName, value: number): string => {
    if (name === 'p99Ms') return formatDuration(value / 1000, duration);
    if (name === 'rtoSeconds' || name === 'rpoSeconds') return formatDuration(value, duration);
    if (name === 'availabilityPercent' || name === 'stalePercent') return formatShare(value / 100);
    return formatNumber(value, name === 'monthlyUsd' ? 'USD' : '');
  };
  return judgeTargets(targets, situation).map(({ name, target, measured, soFar, met }) => ({
    name: words.targets[name],
    // a wish as it was set, to the last nine
    wanted: `${name === 'availabilityPercent' ? '≥' : '≤'} ${name.endsWith('Percent') ? formatExact(target, '%') : inWords(name, target)}`,
    measured: soFar !== null ? words.soFar(inWords(name, soFar)) : measured === null ? nothing : inWords(name, measured),
    isMet: met,
  }));
}
