/** What a design is asked to keep, put as goals and judged on a run: met or not, and since which second. Pure. */

import { type TargetName, type Targets, targetNames } from '../design/targets.ts';
import { nodeKinds } from '../nodes/specs.ts';
import type { Goal } from './goal.ts';
import { judgeGoal } from './judge.ts';
import type { RunSoFar, Situation } from './situation.ts';

/** From a target's unit to that of its measure, or back. */
type Turn = (value: number) => number;

interface Asked {
  measure: Goal['measure'];
  toMeasure?: Turn;
  toTarget?: Turn;
}

const share: Pick<Asked, 'toMeasure' | 'toTarget'> = { toMeasure: (percent) => percent / 100, toTarget: (part) => part * 100 };

/** All are measured as something that is to be at most so much. */
const asked: Readonly<Record<TargetName, Asked>> = {
  p99Ms: { measure: { of: 'users', figure: 'p99Ms' } },
  /** Of the requests that have ended: those under way are neither answered nor failed, and would break every promise at the start. */
  availabilityPercent: {
    measure: { of: 'users', figure: 'failedShare' },
    toMeasure: (percent) => (100 - percent) / 100,
    toTarget: (failed) => 100 - 100 * failed,
  },
  stalePercent: { measure: { of: 'users', figure: 'staleShare' }, ...share },
  lostWrites: { measure: { of: 'part', parts: { kinds: nodeKinds }, column: 'lostWrites', take: 'sum' } },
  rtoSeconds: { measure: { of: 'incident', figure: 'recoverySeconds', which: 'worst' } },
  rpoSeconds: { measure: { of: 'incident', figure: 'lossSeconds', which: 'worst' } },
  monthlyUsd: { measure: { of: 'design', figure: 'costPerMonthUsd' } },
};

const same: Turn = (value) => value;

/** A target as a goal. @param value in the unit of the target's name */
export function goalOfTarget(name: TargetName, value: number): Goal {
  const { measure, toMeasure = same } = asked[name];
  return { measure, is: '<=', value: toMeasure(value) };
}

export interface TargetVerdict {
  name: TargetName;
  /** Both in the unit of the target's name; `measured` is null while it cannot be said. */
  target: number;
  measured: number | null;
  met: boolean | null;
  /** Where it is missed although it cannot be said yet how far: what it has come to so far. */
  soFar: number | null;
}

/** Every target that is asked for, in their order. */
export function judgeTargets(targets: Targets, situation: Situation): TargetVerdict[] {
  return targetNames.flatMap((name) => {
    const target = targets[name];
    if (target === undefined) return [];
    const { measured, met, soFar = null } = judgeGoal(goalOfTarget(name, target), situation);
    const { toTarget = same } = asked[name];
    const inTarget = (value: number | null) => (value === null ? null : toTarget(value));
    return [{ name, target, measured: inTarget(measured), met, soFar: inTarget(soFar) }];
  });
}

/** Of what a run is looked at first, before the second in which it was crossed is searched. */
const looks = 24;

/**
 * Since when a target that is not met has not been: the beginning of the interval in which it was crossed for the last time.
 * Searched from the newest interval back, first in steps, then by halves; a shorter lapse between two steps is not seen.
 * @returns simulated seconds; null where the target is met, cannot be said, or is of the design and no moment of a run
 */
export function crossedAt(name: TargetName, target: number, { design, run, ...rest }: Situation): number | null {
  if (run === null || run.frames.length === 0 || asked[name].measure.of === 'design') return null;
  const goal = goalOfTarget(name, target);
  const isCrossed = (count: number): boolean => count > 0 && judgeGoal(goal, { ...rest, design, run: firstOf(run, count) }).met === false;
  let crossed = run.frames.length;
  if (!isCrossed(crossed)) return null;
  const step = Math.max(1, Math.ceil(crossed / looks));
  let fine = Math.max(0, crossed - step);
  while (fine > 0 && isCrossed(fine)) {
    crossed = fine;
    fine = Math.max(0, fine - step);
  }
  while (crossed - fine > 1) {
    const middle = (fine + crossed) >> 1;
    if (isCrossed(middle)) crossed = middle;
    else fine = middle;
  }
  return run.frames[crossed - 1].start;
}

/** The run as it was when so many of its frames had closed. */
function firstOf(run: RunSoFar, count: number): RunSoFar {
  const time = run.frames[count - 1].end;
  return { ...run, frames: run.frames.slice(0, count), notes: run.notes.filter((note) => note.time <= time), time };
}
