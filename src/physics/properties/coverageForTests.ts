/**
 * P10: the intervals that are reported must hold what they say. Hundreds of runs of a system whose answer is known, each with its own
 * luck; counted is in how many the 95 % interval of the mean response holds that answer. (An interval computed as if requests were
 * independent would hold it in 17 % of them: shared/fidelity 3.1.)
 */

import { tQuantile } from '../../statistics/student.ts';
import { sectionCount } from '../arms.ts';
import { measuring } from '../measure.ts';
import { caseNamed, steadyOf } from './casesForTests.ts';

const requests = 100_000;
/** Reported are 99 % intervals; one of 95 % is this much narrower. */
const narrower = tQuantile(0.975, sectionCount - 1) / tQuantile(0.995, sectionCount - 1);

/**
 * @param from first of the seeds
 * @returns how many of `count` intervals held the exact mean response, and how many runs refused to give one
 */
export function coverageOf(id: string, from: number, count: number): { held: number; refused: number } {
  const given = caseNamed(id);
  const { form, arms, metrics } = steadyOf(given);
  const experiment = { form, arms, metrics: { mean_response_ms: metrics.mean_response_ms } };
  const exact = given.expected.mean_response_ms.value;
  const goal = { n: requests, counts: 'requests' as const, warmup: requests / 20, tolerance: {} };
  let held = 0;
  let refused = 0;
  for (let seed = from; seed < from + count; seed++) {
    const steps = measuring(experiment, `coverage ${seed}`, goal);
    let step = steps.next();
    while (!step.done) step = steps.next();
    const { value, high, refused: why } = step.value.found.mean_response_ms;
    if (why !== null) refused++;
    else if (Math.abs(value - exact) <= (high - value) * narrower) held++;
  }
  return { held, refused };
}
