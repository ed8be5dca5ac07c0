/** Plays an experiment on the product's engine and reads its metrics, each with its interval. */

import { Budget } from './budget.ts';
import type { Goal } from './caseFile.ts';
import type { Experiment } from './experiment.ts';
import type { IsKnown, Measuring } from './progress.ts';
import { measureReplicated } from './replicated.ts';
import { measureSteady } from './steady.ts';

/**
 * Measures step by step; nothing happens before the first `next`. Throws `OverBudget` when the budget is used up, `CaseError` for a
 * design that cannot run.
 * @param seed of everything that is left to chance; the same seed measures the same numbers
 * @param isKnown asked at the length the case foresees, and again at twice and four times that, which is the most
 */
export function measuring(
  experiment: Experiment,
  seed: string,
  goal: Goal,
  budget = new Budget(),
  isKnown: IsKnown = () => true,
): Measuring {
  return experiment.form === 'steady'
    ? measureSteady(experiment, seed, goal, budget, isKnown)
    : measureReplicated(experiment, seed, goal, budget, isKnown);
}
