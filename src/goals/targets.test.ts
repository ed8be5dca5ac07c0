import { describe, expect, it } from 'vitest';
import type { Design } from '../design/design.ts';
import { targetNames } from '../design/targets.ts';
import { templateNamed } from '../library/templates.ts';
import { behaviors } from '../nodes/behaviors.ts';
import { compile } from '../runner/compile.ts';
import { costOf } from '../runner/cost.ts';
import { failoversOf } from '../runner/failovers.ts';
import { runHeadless } from '../runner/headless.ts';
import { summarise } from '../runner/summary.ts';
import type { Situation } from './situation.ts';
import { crossedAt, judgeTargets } from './targets.ts';

/** The chapter's design, whose database loses its primary at a known second. */
const crashedAt = 30;
const design: Design = {
  ...templateNamed('figure-1-19')!.design,
  scenario: [{ at: crashedAt, act: 'crash', node: 'db-1', instance: 0 }],
};
const { plan, index } = compile(design);
const played = runHeadless(plan!, behaviors, { seconds: 150 });
const situation: Situation = { design, run: { plan: plan!, index, ...played, time: 150, done: design.scenario } };
const summary = summarise({ plan: plan!, ...played });

const generous = { p99Ms: 60_000, availabilityPercent: 50, stalePercent: 100, lostWrites: 1e9, rtoSeconds: 86_400, rpoSeconds: 86_400 };
const strict = { p99Ms: 1, availabilityPercent: 99.9999, stalePercent: 0, lostWrites: 0, rtoSeconds: 1, rpoSeconds: 0, monthlyUsd: 1 };

describe('targets', () => {
  it('are measured by the definitions of the summary', () => {
    const found = new Map(judgeTargets(strict, situation).map(({ name, measured }) => [name, measured]));
    const [failover] = failoversOf(played.frames, played.layout, played.notes);
    expect(found.get('p99Ms')).toBeCloseTo(summary.all.latency.p99! * 1000, 9);
    const { completed, failed } = summary.all;
    expect(found.get('availabilityPercent')).toBeCloseTo((100 * completed) / (completed + failed), 9);
    expect(found.get('stalePercent')).toBeCloseTo(summary.staleReads.rate! * 100, 9);
    expect(found.get('lostWrites')).toBe(failover.acknowledgedWritesLost);
    expect(found.get('rtoSeconds')).toBe(failover.secondsToRecovery);
    expect(found.get('rpoSeconds')).toBe(failover.secondsLost);
    expect(found.get('monthlyUsd')).toBe(costOf(design, summary).usdPerMonth);
    expect(failover.acknowledgedWritesLost).toBeGreaterThan(0);
  });

  it('are met or not, and only those that are asked for are judged', () => {
    expect(judgeTargets(strict, situation).map(({ name, met }) => [name, met])).toEqual(targetNames.map((name) => [name, false]));
    expect(judgeTargets(generous, situation).every(({ met }) => met === true)).toBe(true);
    expect(judgeTargets({ rpoSeconds: 5 }, situation)).toHaveLength(1);
    expect(judgeTargets({ p99Ms: 5, monthlyUsd: 1e9 }, { design, run: null })).toMatchObject([
      { met: null, measured: null },
      { met: true },
    ]);
  });

  it('are missed by an outage that is not over as soon as it is too long, and not before', () => {
    const upTo = (end: number): Situation => ({
      design,
      run: { ...situation.run!, frames: played.frames.filter((frame) => frame.end <= end), time: end },
    });
    const rto = (rtoSeconds: number, end: number) => judgeTargets({ rtoSeconds }, upTo(end))[0];
    expect(rto(10, crashedAt + 8)).toMatchObject({ measured: null, met: null, soFar: null });
    expect(rto(10, crashedAt + 15)).toMatchObject({ measured: null, met: false, soFar: 15 });
    expect(rto(60, crashedAt + 15)).toMatchObject({ measured: null, met: null, soFar: null });
    expect(crossedAt('rtoSeconds', 10, upTo(crashedAt + 15))).toBe(crashedAt + 10);
    // over, and measured to the end: no longer "so far"
    expect(rto(10, 150)).toMatchObject({ met: false, soFar: null });
  });

  it('name the second in which they were crossed', () => {
    // hundreds of requests fail with the primary, none before it
    const at = crossedAt('availabilityPercent', 99.9, situation)!;
    expect(at).toBeGreaterThanOrEqual(crashedAt);
    const upTo = (end: number) => {
      const frames = played.frames.filter((frame) => frame.end <= end);
      return judgeTargets({ availabilityPercent: 99.9 }, { design, run: { ...situation.run!, frames, time: end } })[0].met;
    };
    expect([upTo(at), upTo(at + 1)]).toEqual([true, false]);
    expect(crossedAt('p99Ms', 60_000, situation)).toBeNull();
    expect(crossedAt('monthlyUsd', 1, situation)).toBeNull();
    expect(crossedAt('lostWrites', 0, situation)).toBeGreaterThanOrEqual(crashedAt);
  });
});
