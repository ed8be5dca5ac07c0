/**
 * P10: the intervals that are reported must hold what they say. Hundreds of runs of a system whose answer is known, each with its own
 * luck; counted is in how many the 95 % interval of the mean response holds that answer. (An interval computed as if requests were
 * independent would hold it in 17 % of them.)
 */

import { tQuantile } from '../statistics/student.ts';
import { sectionCount } from './arms.ts';
import { build } from './builders.ts';
import { CaseError, type ReferenceCase } from './caseFile.ts';
import { measuring } from './measure.ts';

const requests = 100_000;
/** Reported are 99 % intervals; one of 95 % is this much narrower. */
const narrower = tQuantile(0.975, sectionCount - 1) / tQuantile(0.995, sectionCount - 1);

export interface Coverage {
  /** Runs, those among them whose interval held the exact mean response, and those that refused to give one. */
  runs: number;
  held: number;
  refused: number;
}

/** Held by so large a part of the runs that gave an interval (P10). */
export const asPromised = { least: 0.91, most: 0.98 } as const;
/** A run that says that it does not know has reported nothing; few may. */
const mostRefused = 0.05;

/** @throws CaseError for a case that is no steady state with a mean response, or that the product cannot play */
export function coverageOf(given: ReferenceCase, seeds: number): Coverage {
  const experiment = build(given);
  const exact = given.expected.mean_response_ms?.value;
  if (experiment.form !== 'steady' || exact === undefined) throw new CaseError(`${given.id} is no steady state with a mean response`);
  const { form, arms, metrics } = experiment;
  const meanOnly = { form, arms, metrics: { mean_response_ms: metrics.mean_response_ms } };
  const goal = { n: requests, counts: 'requests' as const, warmup: requests / 20, tolerance: {} };
  let held = 0;
  let refused = 0;
  for (let seed = 1; seed <= seeds; seed++) {
    const steps = measuring(meanOnly, `coverage ${seed}`, goal);
    let step = steps.next();
    while (!step.done) step = steps.next();
    const { value, high, refused: why } = step.value.found.mean_response_ms;
    if (why !== null) refused++;
    else if (Math.abs(value - exact) <= (high - value) * narrower) held++;
  }
  return { runs: seeds, held, refused };
}

export function isAsPromised({ runs, held, refused }: Coverage): boolean {
  const share = held / (runs - refused);
  return refused <= mostRefused * runs && share >= asPromised.least && share <= asPromised.most;
}
