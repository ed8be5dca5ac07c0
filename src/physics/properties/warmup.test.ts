/** P11: how a run that begins empty approaches its steady state, and that what automatic deletion leaves is free of it. */

import { describe, expect, it } from 'vitest';
import { batched } from '../../statistics/batches.ts';
import { meanOf, sdOf } from '../../statistics/estimate.ts';
import { mser5 } from '../../statistics/warmup.ts';
import { Budget } from '../budget.ts';
import { runCase } from '../check.ts';
import { planOf, playTo, runOf } from '../play.ts';
import { columnsOf } from '../window.ts';
import { caseNamed, steadyOf } from './casesForTests.ts';

/** Mean number inside an M/M/1 at load 0.8, frame by frame, from an empty start. */
function insideByFrame(seed: string, frames: number, frameSeconds: number): number[] {
  const [{ design }] = steadyOf(caseNamed('mm1-rho80')).arms;
  const run = runOf(planOf(design, seed, frames * frameSeconds, frameSeconds), new Budget());
  playTo(run, frames * frameSeconds);
  const [inside] = columnsOf(run.layout).get('1 inside') ?? [];
  return run.takeFrames().map(({ values }) => values[inside]);
}

describe('an empty start', () => {
  it('fills as the exact transient of M/M/1 says', () => {
    expect(runCase(caseNamed('mm1-transient-from-empty'), { quick: true })).toMatchObject({ verdict: 'passed' });
  });

  it('leaves, once its beginning is deleted, a bias below half of half an interval', () => {
    const exact = caseNamed('mm1-rho80').expected.mean_in_system.value;
    const worlds = Array.from({ length: 150 }, (_, seed) => {
      const values = insideByFrame(`from empty ${seed}`, 400, 0.5);
      const { cut } = mser5(values);
      const kept = values.slice(cut);
      const { interval } = batched(kept);
      return { mean: meanOf(kept), half: interval ? interval.high - interval.value : null };
    });
    const halves = worlds.flatMap(({ half }) => half ?? []);
    const means = worlds.map(({ mean }) => mean);
    expect(halves.length).toBeGreaterThan(0.9 * worlds.length);
    const bias = Math.abs(meanOf(means) - exact);
    const doubt = sdOf(means) / Math.sqrt(means.length);
    // the bias itself is known only to within a few of its standard errors, which must be small against the bound
    expect(3 * doubt).toBeLessThan(meanOf(halves) / 2);
    expect(bias).toBeLessThan(meanOf(halves) / 2);
  });
});
