/** P02 and P04: what a seed changes, and what two designs share that have the same one. */

import { describe, expect, it } from 'vitest';
import { SAMPLE } from '../../runner/protocol.ts';
import { lagOne } from '../../statistics/estimate.ts';
import { Budget } from '../budget.ts';
import { runCase } from '../check.ts';
import { planOf, playTo, runOf } from '../play.ts';
import { columnsOf, Window } from '../window.ts';
import { caseNamed, steadyOf } from './casesForTests.ts';

/** Mean response of the users, in seconds, over a run of so many of them. */
function meanResponse(seed: string, requests: number): number {
  const [{ design, perSecond }] = steadyOf(caseNamed('mm1-rho50')).arms;
  const seconds = requests / perSecond;
  const run = runOf(planOf(design, seed, seconds, seconds), new Budget());
  playTo(run, seconds);
  const window = new Window(run.layout, columnsOf(run.layout));
  for (const frame of run.takeFrames()) window.addFrame(frame);
  return window.response(0);
}

describe('a seed', () => {
  it('makes a world of its own: no two of 1000 alike, and no trace of one in the next', () => {
    const means = Array.from({ length: 1000 }, (_, seed) => meanResponse(String(seed + 1), 1000));
    expect(new Set(means).size).toBe(1000);
    expect(Math.abs(lagOne(means))).toBeLessThan(0.1);
  });

  it('makes the same world again', () => {
    expect(meanResponse('7', 1000)).toBe(meanResponse('7', 1000));
  });
});

describe('two designs of one seed', () => {
  const given = caseNamed('crn-faster-server');

  it('meet the same requests at the same moments', () => {
    const [slow, fast] = steadyOf(given).arms.map(({ design }) => {
      const run = runOf(planOf(design, 'pair', 60, 60), new Budget());
      run.setSampling(1);
      const sent: number[] = [];
      const answered: number[] = [];
      for (let at = 0.5; at <= 60; at += 0.5) {
        playTo(run, at);
        const rows = run.takeSamples();
        for (let row = 0; row < rows.length; row += SAMPLE.size) {
          if (rows[row + SAMPLE.back] === 0) sent.push(rows[row + SAMPLE.request], rows[row + SAMPLE.departAt]);
          else answered.push(rows[row + SAMPLE.arriveAt]);
        }
      }
      return { sent, answered };
    });
    expect(slow.sent.length).toBeGreaterThan(2 * 1000);
    expect(fast.sent).toEqual(slow.sent);
    // and yet they are not the same design
    expect(fast.answered).not.toEqual(slow.answered);
  });

  it('tell a difference with a third of the variance, or less, of designs with different luck', () => {
    const { metrics } = runCase(given, { quick: true });
    const factor = metrics.find(({ name }) => name === 'variance_reduction_factor_min');
    expect(factor?.verdict).toBe('passed');
    expect(factor?.estimate?.value).toBeGreaterThanOrEqual(3);
  });
});
