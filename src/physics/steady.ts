/**
 * A steady state: every arm of an experiment is played for a long time, the warm-up is thrown away, and the rest is cut into
 * sections whose spread says how much is known (batch means; statistics/estimate.ts). Arms are played side by side, section by
 * section, so that what is known so far can be told at any time; no arm knows of the others.
 */

import { type Estimate, estimate } from '../statistics/estimate.ts';
import { mostLengths, sectionCount, sectionsPlayed } from './arms.ts';
import type { Budget } from './budget.ts';
import { CaseError, type Goal } from './caseFile.ts';
import type { Steady } from './experiment.ts';
import { estimateSoFar, type IsKnown, type Measuring } from './progress.ts';
import { Window } from './window.ts';

/** All arms are in memory at once. */
const mostArms = 32;

/** The same stretch of time of every arm. */
type Stretch = readonly Window[];

function merged(stretches: readonly Stretch[]): Stretch {
  return stretches[0].map(({ layout, columns }, arm) => {
    const whole = new Window(layout, columns);
    for (const stretch of stretches) whole.add(stretch[arm]);
    return whole;
  });
}

const inPairs = (sections: readonly Stretch[]): Stretch[] =>
  sections.flatMap((section, s) => (s % 2 === 0 ? [merged([section, sections[s + 1]])] : []));

const certain = (value: number): Estimate => ({ value, low: value, high: value, refused: null });

/**
 * @param seed of everything that is left to chance
 * @param goal how many requests count, and how many come before them
 * @param isKnown whether the intervals are narrow enough; while they are not, the run is made twice as long, and its sections, too
 */
export function* measureSteady(experiment: Steady, seed: string, goal: Goal, budget: Budget, isKnown: IsKnown): Measuring {
  if (goal.n === 0) throw new CaseError('suggested_run.requests is missing');
  if (experiment.arms.length > mostArms)
    throw new CaseError(`${experiment.arms.length} designs side by side, at most ${mostArms} are played`);
  const { metrics, acrossSections = {} } = experiment;
  const arms = experiment.arms.map((arm) => sectionsPlayed(arm, seed, goal, budget));
  const played = (): Stretch => arms.map((arm) => arm.next().value as Window);
  const read = (sections: readonly Stretch[], judge: typeof estimate) => {
    const whole = merged(sections);
    return Object.fromEntries(Object.entries(metrics).map(([name, of]) => [name, judge(of(whole), sections.map(of))]));
  };
  let sections: Stretch[] = [];
  for (let length = 1; ; length *= 2) {
    while (sections.length < sectionCount) {
      sections.push(merged(Array.from({ length }, played)));
      const now = sections;
      yield { done: now.length * length, of: sectionCount * length, found: () => read(now, estimateSoFar) };
    }
    const found = read(sections, estimate);
    if (length < mostLengths && !isKnown(found)) {
      sections = inPairs(sections);
      continue;
    }
    for (const [name, of] of Object.entries(acrossSections)) found[name] = certain(of(sections));
    return { found, lengths: length };
  }
}
