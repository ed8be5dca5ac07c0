import { expect, it } from 'vitest';
import { behaviors } from '../behaviors.ts';
import { simulate, type TestAct } from '../testRun.ts';

/** A few jobs of half a minute in the first second, at two workers. */
const play = (heartbeat: boolean, acts: readonly TestAct[] = []) =>
  simulate(
    {
      seconds: 60,
      nodes: {
        people: { kind: 'users', params: { ratePerSecond: 20, arrivals: 'even' } },
        web: { kind: 'web-server', params: { jobShare: 100 } },
        queue: { kind: 'queue', params: { heartbeat, visibilitySeconds: 5 } },
        worker: { kind: 'worker', params: { instances: 2, concurrency: 100, jobMs: 30_000, service: 'fixed', prefetch: 0 } },
      },
      links: [
        ['people', 'web'],
        ['web', 'queue'],
        ['queue', 'worker'],
      ],
      workload: { writeShare: 100 },
      acts: [{ at: 1, act: 'workload', field: 'traffic', value: 0 }, ...acts],
    },
    behaviors,
  );

it('whoever says that it is at work keeps its messages; who falls silent loses them within one timeout', () => {
  const well = play(true);
  expect(well.of('queue', 'published')).toBeGreaterThan(15);
  expect(well.of('queue', 'redelivered')).toBe(0);
  expect(well.of('worker', 'duplicates')).toBe(0);
  const silent = play(true, [{ at: 12, act: 'hang', node: 'worker', instance: 0 }]);
  expect(silent.of('queue', 'redelivered', { to: 12 })).toBe(0);
  // half of them
  expect(silent.of('queue', 'redelivered', { from: 12, to: 18 })).toBeGreaterThan(5);
  expect(silent.of('queue', 'acknowledged')).toBe(silent.of('queue', 'published'));
});

it('without a word from the worker every job longer than the timeout is handed out again', () => {
  expect(play(false).of('queue', 'redelivered', { to: 12 })).toBeGreaterThan(20);
});
