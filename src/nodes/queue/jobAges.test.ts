import { expect, it } from 'vitest';
import { createRun } from '../../engine/run.ts';
import { partTimesOf } from '../../runner/partTimes.ts';
import { inOrder, planOf, simulate, type TestNode, type TestPlan } from '../testRun.ts';
import { usersBehavior } from '../users/behavior.ts';
import { webServerBehavior } from '../web-server/behavior.ts';
import { workerBehavior } from '../worker/behavior.ts';
import { queueBehavior } from './behavior.ts';

const behaviors = { users: usersBehavior, 'web-server': webServerBehavior, queue: queueBehavior, worker: workerBehavior };
const web = { kind: 'web-server', params: { service: 'none', jobShare: 100 } } as const;
const queue: TestNode['params'] = { publishMs: 0, replicaLagMs: 0 };
const worker = { kind: 'worker', params: { instances: 1, concurrency: 1, jobMs: 50, service: 'fixed', prefetch: 0 } } as const;

/** Writes and uploads leave jobs, in one line or each in its own. */
const plan = (nodes: TestPlan['nodes'], links: TestPlan['links']): TestPlan => ({
  seconds: 60,
  nodes: { people: { kind: 'users', params: { ratePerSecond: 10, patienceSeconds: 60 } }, ...nodes },
  links: [['people', 'web'], ...links],
  workload: { writeShare: 50, uploadShare: 50 },
});
const oneLine = (params: TestNode['params'] = {}) =>
  plan({ web, line: { kind: 'queue', params: { ...queue, ...params } }, worker }, [
    ['web', 'line'],
    ['line', 'worker'],
  ]);

it.each([
  ['one line', {}],
  ['a topic', { mode: 'topic', partitions: 1 }],
  ['a line that keeps the order of keys', { fifo: true, fifoPerSecond: 0 }],
  ['a line of brokers that copy it first', { replicaLagMs: 20 }],
  ['a publisher who waits for nobody', { acks: 'none' }],
] as const)('%s tells the ages of jobs apart by what left them, and together they are all that were acknowledged', (_, params) => {
  const test = oneLine(params);
  const result = simulate(test, behaviors);
  const line = Object.keys(test.nodes).indexOf('line');
  const count = (only?: 'write' | 'upload' | 'read') => partTimesOf(result.frames, [line], only).reduce((sum, each) => sum + each, 0);
  expect(count()).toBe(result.of('line', 'acknowledged'));
  expect(count('write') + count('upload')).toBe(count());
  expect(count('write')).toBeGreaterThan(200);
  expect(count('upload')).toBeGreaterThan(200);
  expect(count('read')).toBe(0);
});

it('is photographed: put back, it counts on as if nothing had been', () => {
  const made = planOf(oneLine());
  const run = createRun(made, inOrder(behaviors));
  run.advance(20.5, 1e6);
  run.takeFrames();
  const photo = run.snapshot();
  run.advance(60, 1e6);
  const whole = run.takeFrames();
  const other = createRun(made, inOrder(behaviors));
  other.restore(photo);
  other.advance(60, 1e6);
  expect(other.takeFrames()).toEqual(whole);
});
