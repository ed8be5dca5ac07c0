/** Steady arms and replications, held to the same run played by hand. */

import { describe, expect, it } from 'vitest';
import { sectionCount, sectionsPlayed } from './arms.ts';
import { Budget } from './budget.ts';
import { CaseError, type Goal } from './caseFile.ts';
import type { Arm, Replicated, Steady } from './experiment.ts';
import { measuring } from './measure.ts';
import { chain, station, users } from './parts.ts';
import { planOf, playTo, runOf } from './play.ts';
import type { IsKnown } from './progress.ts';
import { columnsOf, type Window } from './window.ts';

const design = chain([users(100), station({ cpuDynamicMs: 8 })]);
const arm: Arm = { design, perSecond: 100, listen: 1 };
/** A section is one second, and four of them warm up. */
const goal: Goal = { n: 3000, counts: 'requests', warmup: 350, tolerance: {} };
const warm = 4;

/** Arrivals at the station in each second of the design's run of `seed`. */
function arrivalsByHand(seed: string, seconds: number): number[] {
  const run = runOf(planOf(design, seed, seconds, 1), new Budget());
  const [arrived] = columnsOf(run.layout).get('1 arrived') ?? [];
  playTo(run, seconds);
  return run.takeFrames().map(({ values }) => values[arrived]);
}

const take = (given: Arm, count: number, what: Goal = goal): Window[] => {
  const sections = sectionsPlayed(given, 'arm', what, new Budget());
  return Array.from({ length: count }, () => sections.next().value as Window);
};
const arrivals = (sections: readonly Window[]) => sections.map((section) => section.total(1, 'arrived'));

function ended(experiment: Steady | Replicated, what: Goal, isKnown?: IsKnown, seed = 'arm') {
  const steps = measuring(experiment, seed, what, new Budget(), isKnown);
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}

describe('the sections of an arm', () => {
  const all = warm + sectionCount * 4;
  const byHand = arrivalsByHand('arm', all);

  it('are what its run does after the warm-up, second by second, up to four times the length', () => {
    const sections = take(arm, sectionCount * 4);
    expect(arrivals(sections)).toEqual(byHand.slice(warm));
    for (const { seconds } of sections) expect(seconds).toBeCloseTo(1, 9);
  });

  it('hear each wait in its own section, and none of the warm-up', () => {
    const sections = take(arm, sectionCount);
    const heard = sections.map(({ waits }) => waits.total);
    // whose service begins in a section are those who came in it, but for the few who stand in line at its edges
    heard.forEach((count, s) => {
      expect(Math.abs(count - byHand[warm + s])).toBeLessThan(40);
    });
    expect(Math.abs(heard.reduce((a, b) => a + b, 0) - byHand.slice(warm, warm + sectionCount).reduce((a, b) => a + b, 0))).toBeLessThan(
      40,
    );
  });

  it('warm up for longer where the arm asks for it, and last whole cycles', () => {
    expect(arrivals(take({ ...arm, leastWarmup: 650 }, 5))).toEqual(arrivalsByHand('arm', 7 + sectionCount * 4).slice(7, 12));
    expect(take({ ...arm, cycleSeconds: 0.4 }, 1)[0].seconds).toBeCloseTo(1.2, 9);
  });

  it('of an arm with other luck are another world', () => {
    expect(arrivals(take({ ...arm, otherLuck: true }, 9))).not.toEqual(arrivals(take(arm, 9)));
  });

  it('count how often a counter begins to count, not for how long', () => {
    // one that works for a second out of ten: its requests come in bursts as far apart as that
    const rare = chain([users(0.2), station({ cpuDynamicMs: 1 })]);
    const [section] = take({ design: rare, perSecond: 0.2, bursts: { node: 1, metric: 'arrived', everySeconds: 0.5 } }, 1, {
      ...goal,
      n: 3000,
      warmup: 0,
    });
    const run = runOf(planOf(rare, 'arm', (1 + sectionCount * 4) * 500, 0.5), new Budget());
    const [arrived] = columnsOf(run.layout).get('1 arrived') ?? [];
    playTo(run, 1000);
    const busy = run
      .takeFrames()
      .map(({ values }) => values[arrived] > 0)
      .slice(999, 2000);
    expect(section.bursts).toBe(busy.filter((counts, i) => i > 0 && counts && !busy[i - 1]).length);
  });

  it('cannot be had of a run that takes for ever, or of a case without a length', () => {
    expect(() => take({ ...arm, perSecond: 1e-9 }, 1)).toThrow(CaseError);
    const steady: Steady = { form: 'steady', arms: [arm], metrics: {} };
    expect(() => ended(steady, { ...goal, n: 0 })).toThrow('requests is missing');
    expect(() => ended({ ...steady, arms: Array(33).fill(arm) }, goal)).toThrow('at most 32');
  });
});

describe('a steady state', () => {
  const seen: number[][] = [];
  const steady: Steady = {
    form: 'steady',
    arms: [arm],
    metrics: { arrived: ([w]) => w.total(1, 'arrived') },
    acrossSections: {
      sections: (sections) => {
        seen.push(arrivals(sections.map(([w]) => w)));
        return sections.length;
      },
    },
  };

  it.each([
    [1, 0],
    [2, 1],
    [4, 2],
    [4, 99],
  ])('is played %i times as long when it is not known %i times', (lengths, unknown) => {
    let asked = 0;
    seen.length = 0;
    const { found, lengths: played } = ended(steady, goal, () => ++asked > unknown);
    expect(played).toBe(lengths);
    const byHand = arrivalsByHand('arm', warm + sectionCount * 4).slice(warm, warm + sectionCount * lengths);
    expect(found.arrived.value).toBe(byHand.reduce((a, b) => a + b, 0));
    // sections grow, and their number stays
    expect(seen).toEqual([
      Array.from({ length: sectionCount }, (_, s) => byHand.slice(s * lengths, (s + 1) * lengths).reduce((a, b) => a + b, 0)),
    ]);
  });
});

describe('replications', () => {
  const count = (trials?: number): Replicated => ({
    form: 'replicated',
    design,
    seconds: 1,
    ...(trials === undefined ? {} : { trials }),
    play: (run, replication) => {
      playTo(run, 1);
      const [arrived] = columnsOf(run.layout).get('1 arrived') ?? [];
      const row = { arrived: run.takeFrames()[0].values[arrived], replication };
      return trials === undefined ? row : Array.from({ length: trials }, () => row);
    },
    metrics: {
      arrived: (rows) => rows.reduce((sum, row) => sum + row.arrived, 0) / rows.length,
      last: (rows) => Math.max(...rows.map(({ replication }) => replication)),
      rows: (rows) => rows.length,
    },
  });
  const many: Goal = { n: 600, counts: 'replications', warmup: 0, tolerance: {} };
  const byHand = Array.from({ length: 600 }, (_, r) => arrivalsByHand(`arm ${r}`, 1)[0]);

  it('are worlds of their own, and their spread is what is not known', () => {
    const { found, lengths } = ended(count(), many);
    expect(lengths).toBe(1);
    const mean = byHand.reduce((a, b) => a + b, 0) / 600;
    expect(found.arrived.value).toBeCloseTo(mean, 10);
    // Poisson of 100: standard error 10 / sqrt(600), of which a 99 % interval from 30 groups is 2.76
    const half = found.arrived.high - found.arrived.value;
    expect(half / (2.76 * (10 / Math.sqrt(600)))).toBeGreaterThan(0.6);
    expect(half / (2.76 * (10 / Math.sqrt(600)))).toBeLessThan(1.5);
  });

  it('become more, up to four times as many, while they are too few', () => {
    for (const [lengths, unknown] of [
      [2, 1],
      [4, 9],
    ]) {
      let asked = 0;
      const { found, lengths: played } = ended(count(), { ...many, n: 60 }, () => ++asked > unknown);
      expect(played).toBe(lengths);
      expect(found.rows.value).toBe(60 * lengths);
      expect(found.last.value).toBe(60 * lengths - 1);
    }
  });

  it('that are fewer than twice twenty give no interval: a group of one says nothing of a quantile', () => {
    expect(ended(count(), { ...many, n: 39 }, () => true).found.arrived.refused).toContain('19 sections');
    expect(ended(count(), { ...many, n: 40 }, () => true).found.arrived.refused).toBeNull();
  });

  it('that one run holds several of are as many runs fewer', () => {
    const { found } = ended(count(3), { ...many, n: 60 });
    expect(found.rows.value).toBe(60);
    expect(found.last.value).toBe(19);
  });

  it('of which there is one say what it says', () => {
    const { found } = ended(count(), { ...many, n: 0 });
    expect(found.arrived).toEqual({ value: byHand[0], low: byHand[0], high: byHand[0], refused: null });
  });
});
