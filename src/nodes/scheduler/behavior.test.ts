import { describe, expect, it } from 'vitest';
import { queueBehavior } from '../queue/behavior.ts';
import { simulate, type TestNode, type TestPlan, type TestResult } from '../testRun.ts';
import { workerBehavior } from '../worker/behavior.ts';
import { schedulerBehavior } from './behavior.ts';

const kinds = { scheduler: schedulerBehavior, queue: queueBehavior, worker: workerBehavior };

/** Jobs by the clock for workers that do a hundred a second. */
function play(scheduler: TestNode['params'], more: Partial<TestPlan> = {}): TestResult {
  return simulate(
    {
      seconds: 300,
      nodes: {
        cron: { kind: 'scheduler', params: { everySeconds: 1000, firstSeconds: 10, jobs: 2000, ...scheduler } },
        queue: { kind: 'queue' },
        worker: { kind: 'worker', params: { instances: 1, concurrency: 10, jobMs: 100, service: 'fixed', prefetch: 0 } },
      },
      links: [
        ['cron', 'queue'],
        ['queue', 'worker'],
      ],
      ...more,
    },
    kinds,
  );
}

describe('scheduler', () => {
  it('all at once is a backlog that drains at the capacity; spread out it is none', () => {
    const burst = play({});
    expect(burst.series('queue', 'backlog')[10] / 2000).toBeGreaterThan(0.9);
    expect(burst.series('queue', 'backlog').findIndex((waiting, second) => second > 12 && waiting === 0)).toBeCloseTo(30, -0.5);
    const spread = play({ jitterSeconds: 200 });
    expect(Math.max(...spread.series('queue', 'backlog'))).toBeLessThan(10);
    const released = spread.series('cron', 'jobsReleased').slice(10, 210);
    expect(released.reduce((sum, n) => sum + n, 0)).toBe(2000);
    // evenly, by chance: each tenth of the time a tenth, give or take three standard deviations
    for (let tenth = 0; tenth < 10; tenth++) {
      const some = released.slice(tenth * 20, tenth * 20 + 20).reduce((sum, n) => sum + n, 0);
      expect(Math.abs(some - 200)).toBeLessThan(3 * Math.sqrt(180));
    }
  });

  it('that was silent until after the end of its run releases the rest late, and says so', () => {
    const acts = [
      { at: 50, act: 'hang', node: 'cron' },
      { at: 250, act: 'recover', node: 'cron' },
    ] as const;
    const result = play({ jitterSeconds: 200 }, { acts });
    expect(result.of('cron', 'jobsReleased')).toBe(2000);
    // four fifths of the time were still before it
    expect(Math.abs(result.of('cron', 'jobsLate') - 1600)).toBeLessThan(54);
    expect(result.of('cron', 'jobsLate')).toBe(result.of('cron', 'jobsReleased', { from: 250 }));
    expect(result.of('cron', 'jobsMissed')).toBe(0);
  });

  it('comes again and again, and tells when the last run is not over', () => {
    const result = play({ everySeconds: 50, jobs: 100, jitterSeconds: 80 });
    expect(result.of('cron', 'jobsDue')).toBe(600);
    expect(result.of('cron', 'overlaps')).toBe(5);
    const skipping = play({ everySeconds: 50, jobs: 100, jitterSeconds: 80, overlap: 'skip' });
    expect(skipping.of('cron', 'jobsMissed')).toBe(300);
    expect(skipping.of('cron', 'jobsReleased')).toBeLessThanOrEqual(300);
  });

  it('misses a run while it is down, unless another is there or it catches up', () => {
    const acts: TestPlan['acts'] = [
      { at: 5, act: 'crash', node: 'cron', instance: 0 },
      { at: 40, act: 'recover', node: 'cron', instance: 0 },
    ];
    expect(play({}, { acts }).of('cron', 'jobsMissed')).toBe(2000);
    expect(play({ instances: 2 }, { acts }).of('cron', 'jobsReleased')).toBe(2000);
    const late = play({ catchUp: true }, { acts });
    expect(late.of('cron', 'jobsLate')).toBe(2000);
    expect(late.of('queue', 'published', { to: 39 })).toBe(0);
    expect(late.of('queue', 'published')).toBe(2000);
  });

  it('runs twice with two schedulers and no lock', () => {
    const twice = play({ instances: 2, lock: false, jobs: 300 });
    expect(twice.of('cron', 'doubleRuns')).toBe(1);
    expect(twice.of('worker', 'jobsDone')).toBe(600);
    const direct = play({ instances: 2, lock: false, jobs: 300 }, { links: [['cron', 'worker']] });
    expect(direct.of('worker', 'duplicates')).toBe(300);
  });

  it('notices with workers behind it that the last run still goes on', () => {
    const result = play({ everySeconds: 30, jobs: 4000 }, { links: [['cron', 'worker']], seconds: 60 });
    expect(result.of('cron', 'overlaps')).toBe(1);
    expect(result.series('cron', 'jobsOpen')[15]).toBeGreaterThan(3000);
  });
});
