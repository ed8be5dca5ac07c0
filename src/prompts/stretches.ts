/** Which stretch of a graded run a line of the rubric is about, and the run cut to it. Simulated seconds from the run's start. Pure. */

import type { RunSoFar } from '../goals/situation.ts';
import { secondsOf, type Task } from './calmDesign.ts';
import type { RubricLine } from './prompt.ts';

export interface Span {
  from: number;
  to: number;
}

export function spanOf(task: Pick<Task, 'run' | 'chaos'>, over: RubricLine['over']): Span {
  const { warmUpSeconds, steadySeconds } = task.run;
  const end = secondsOf(task);
  const chaosFrom = warmUpSeconds + steadySeconds;
  if (over === 'all') return { from: warmUpSeconds, to: end };
  if (over === 'steady') return { from: warmUpSeconds, to: chaosFrom };
  if (over === 'chaos') return { from: chaosFrom, to: end };
  const at = task.chaos.find(({ id }) => id === over.chaos)?.at ?? steadySeconds;
  const next = task.chaos.reduce((least, each) => (each.at > at ? Math.min(least, each.at) : least), end - warmUpSeconds);
  return { from: warmUpSeconds + at, to: warmUpSeconds + next };
}

/** A name for it, the same for the same stretch. */
export const spanKey = ({ from, to }: Span): string => `${from}-${to}`;

/** Frames wholly within, and the notes of that time. */
export function cutTo(run: RunSoFar, { from, to }: Span): RunSoFar {
  return {
    ...run,
    frames: run.frames.filter(({ start, end }) => start >= from && end <= to),
    notes: run.notes.filter(({ time }) => time >= from && time < to),
  };
}

/** Seconds of one window of evidence: long enough for percentiles of a few hundred requests a second. */
const windowSeconds = 10;

export function windowsOf({ from, to }: Span): Span[] {
  const count = Math.max(1, Math.ceil((to - from) / windowSeconds));
  return Array.from({ length: count }, (_, i) => ({ from: from + i * windowSeconds, to: Math.min(to, from + (i + 1) * windowSeconds) }));
}
