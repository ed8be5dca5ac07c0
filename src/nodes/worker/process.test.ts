import { expect, it } from 'vitest';
import { queueBehavior } from '../queue/behavior.ts';
import { simulate, type TestAct } from '../testRun.ts';
import { usersBehavior } from '../users/behavior.ts';
import { webServerBehavior } from '../web-server/behavior.ts';
import { workerBehavior } from './behavior.ts';

const behaviors = { users: usersBehavior, 'web-server': webServerBehavior, queue: queueBehavior, worker: workerBehavior };

/** 20 jobs a second for one worker, every one of which is counted. */
const run = (acts: readonly TestAct[], worker: Record<string, number> = {}) =>
  simulate(
    {
      seconds: 200,
      nodes: {
        users: { kind: 'users', params: { ratePerSecond: 20 } },
        web: { kind: 'web-server', params: { vcpu: 8, cpuDynamicMs: 0.1, jobShare: 100 } },
        queue: { kind: 'queue', params: { brokers: 1, maxReceive: 0 } },
        worker: {
          kind: 'worker',
          params: {
            instances: 1,
            concurrency: 10,
            jobMs: 100,
            prefetch: 0,
            memoryGB: 1,
            baseMB: 0,
            bootSeconds: 10,
            warmupSeconds: 0,
            ...worker,
          },
        },
      },
      links: [
        ['users', 'web'],
        ['web', 'queue'],
        ['queue', 'worker'],
      ],
      workload: { staticShare: 0, writeShare: 100 },
      acts,
    },
    behaviors,
  );
const crashes = (result: ReturnType<typeof run>) => result.notes.filter(({ code }) => code === 'crash').map(({ time }) => time);

it('a GC pause of a worker lets jobs wait, and none is done twice or lost', () => {
  const result = run([{ at: 50, act: 'strike', node: 'worker', instance: 0, fault: 'pause', value: 5 }]);
  expect(result.of('worker', 'jobsDone', { from: 50, to: 55 })).toBe(0);
  expect(result.series('queue', 'backlog')[54]).toBeGreaterThan(50);
  expect(result.series('queue', 'backlog')[60]).toBeLessThan(10);
  expect(result.of('worker', 'duplicates') + result.of('queue', 'redelivered')).toBe(0);
});

it('a leak fills its memory until it is killed; what it had in hand is done again', () => {
  const result = run([{ at: 10, act: 'strike', node: 'worker', instance: 0, fault: 'leak', value: 1024, seconds: 80 }], { jobMs: 400 });
  // full after 60 s, back 10 s later; the second time it is over before
  expect(crashes(result)).toEqual([70]);
  expect(result.series('worker', 'memoryMb', 0)[39]).toBeCloseTo(512, -1);
  expect(result.series('worker', 'memoryMb', 0)[75]).toBe(0);
  expect(result.of('worker', 'jobsDone', { from: 70, to: 80 })).toBe(0);
  expect(result.of('queue', 'redelivered')).toBeGreaterThan(0);
  expect(result.of('queue', 'lostMessages')).toBe(0);
  expect(result.of('queue', 'published') - result.of('queue', 'acknowledged')).toBeLessThan(15);
});

it('jobs in hand take memory, if they are said to', () => {
  // two jobs on average of 200 MB each
  const result = run([], { requestMB: 200, jobMs: 100, memoryGB: 64 });
  const used = result.series('worker', 'memoryMb', 0).slice(20);
  expect(used.reduce((sum, mb) => sum + mb, 0) / used.length / 400).toBeCloseTo(1, 0);
  expect(crashes(run([], { requestMB: 600 })).length).toBeGreaterThan(2);
});

it('a leak begins with empty memory after a death', () => {
  const leak: TestAct = { at: 10, act: 'strike', node: 'worker', instance: 0, fault: 'leak', value: 1024 };
  const dies: TestAct = { at: 30, act: 'crash', node: 'worker', instance: 0, seconds: 10 };
  expect(crashes(run([leak, dies]))).toEqual([30, 100, 170]);
});
