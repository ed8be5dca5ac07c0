import { describe, expect, it } from 'vitest';
import type { Value } from '../../schema/fields.ts';
import { loadBalancerBehavior } from '../load-balancer/behavior.ts';
import { queueBehavior } from '../queue/behavior.ts';
import { simulate, type TestAct, type TestPlan } from '../testRun.ts';
import { usersBehavior } from '../users/behavior.ts';
import { webServerBehavior } from '../web-server/behavior.ts';
import { workerBehavior } from '../worker/behavior.ts';
import { autoscalerBehavior } from './behavior.ts';
import { POLICY, type Rules, type Seen, wanted } from './policies.ts';

const behaviors = {
  users: usersBehavior,
  'load-balancer': loadBalancerBehavior,
  'web-server': webServerBehavior,
  queue: queueBehavior,
  worker: workerBehavior,
  autoscaler: autoscalerBehavior,
};

/** Servers that do ten requests a second each; traffic doubles after 300 s of 900. */
const tier = (scaler: Record<string, Value>, acts: readonly TestAct[] = [], web: Record<string, Value> = {}): TestPlan => ({
  seconds: 900,
  nodes: {
    users: { kind: 'users', params: { ratePerSecond: 20 } },
    lb: { kind: 'load-balancer', params: {} },
    web: {
      kind: 'web-server',
      params: { instances: 4, vcpu: 1, cpuDynamicMs: 100, service: 'fixed', readsPerRequest: 0, queueLimit: 5, warmupSeconds: 0, ...web },
      slots: 20,
    },
    scaler: { kind: 'autoscaler', params: { maxInstances: 20, ...scaler } },
  },
  links: [
    ['users', 'lb', { timeoutSeconds: 5 }],
    ['lb', 'web'],
    ['scaler', 'web'],
  ],
  acts: [{ at: 300, act: 'workload', field: 'traffic', value: 2 }, ...acts],
});

const run = (scaler: Record<string, Value> = {}, acts: readonly TestAct[] = [], web: Record<string, Value> = {}) =>
  simulate(tier(scaler, acts, web), behaviors);

describe('target tracking', () => {
  it('keeps a load that is right, and brings what is needed for one that has doubled', () => {
    const calm = run();
    expect(calm.series('scaler', 'running')[299]).toBe(4);
    expect(calm.series('scaler', 'running').at(-1)).toBe(8);
    const scaled = calm.notes.filter(({ code }) => code === 'scaled');
    // the step shows in the window that ends 60 s ago at the second decision after it; then the servers start for 90 s
    expect(scaled[0].time).toBeGreaterThanOrEqual(360);
    expect(scaled[0].time).toBeLessThanOrEqual(420);
    const ready = calm.series('scaler', 'running').findIndex((n) => n > 4.5);
    expect(ready - scaled[0].time).toBeCloseTo(90, -1);
    expect(calm.of('scaler', 'flips')).toBe(0);
  });

  it('orders for the same load again and again when it does not count what is starting', () => {
    const most = (scaler: Record<string, Value>) => Math.max(...run(scaler, [], { bootSeconds: 240 }).series('scaler', 'desired'));
    expect(most({ cooldownSeconds: 0, warmupAware: false, downStabiliseSeconds: 0 })).toBeGreaterThan(12);
    expect(most({ cooldownSeconds: 0 })).toBeLessThanOrEqual(9);
  });

  it('takes away only when fewer were enough for a while, and never goes below the least', () => {
    const acts: TestAct[] = [{ at: 300, act: 'workload', field: 'traffic', value: 0.1 }];
    const shrunk = run({ downStabiliseSeconds: 300, cooldownSeconds: 0 }, acts);
    const first = shrunk.notes.find(({ code }) => code === 'scaled');
    expect(first?.time).toBeGreaterThanOrEqual(300 + 300);
    expect(shrunk.series('scaler', 'running').at(-1)).toBe(2);
    expect(shrunk.total('failed.read.refused')).toBe(0);
  });

  it('stays within its limits', () => {
    expect(Math.max(...run({ maxInstances: 5 }).series('scaler', 'running'))).toBe(5);
  });
});

describe('what stops it', () => {
  it('does nothing while it is frozen', () => {
    const frozen = run({}, [{ at: 290, act: 'hang', node: 'scaler' }]);
    expect(frozen.notes.filter(({ code }) => code === 'scaled')).toEqual([]);
    expect(frozen.of('scaler', 'overloadedSeconds')).toBeGreaterThan(300);
  });

  it('a person comes to it later', () => {
    const at = (scaler: Record<string, Value>) => run(scaler).notes.find(({ code }) => code === 'scaled')?.time ?? 0;
    expect(at({ reaction: 'human', humanSeconds: 200 }) - at({})).toBe(200);
  });
});

describe('other policies', () => {
  it('by steps', () => {
    const stepped = run({ policy: 'step', stepUp: 3, cooldownSeconds: 240 });
    expect(stepped.series('scaler', 'running').at(-1)).toBe(7);
  });

  it('by the clock, to the second', () => {
    const timed = run({ policy: 'scheduled', scheduleFromSeconds: 200, scheduleToSeconds: 600, scheduleCount: 8, minInstances: 4 });
    expect(timed.series('scaler', 'running')[285]).toBe(4);
    expect(timed.series('scaler', 'running')[295]).toBe(8);
    expect(timed.series('scaler', 'running').at(-1)).toBe(4);
    expect(timed.of('scaler', 'overloadedSeconds', { to: 590 })).toBe(0);
    // and back to four for twice the traffic: the clock does not look
    expect(timed.of('scaler', 'overloadedSeconds')).toBeGreaterThan(200);
  });

  it('by what waits in the queue in front', () => {
    const jobs = simulate(
      {
        seconds: 600,
        nodes: {
          users: { kind: 'users', params: { ratePerSecond: 100 } },
          web: { kind: 'web-server', params: { jobShare: 100, readsPerRequest: 0, cpuDynamicMs: 1 } },
          queue: { kind: 'queue' },
          worker: {
            kind: 'worker',
            params: { instances: 1, concurrency: 1, jobMs: 100, service: 'fixed', prefetch: 0, bootSeconds: 10, warmupSeconds: 0 },
            slots: 16,
          },
          scaler: {
            kind: 'autoscaler',
            params: {
              policy: 'backlog',
              backlogPerInstance: 100,
              minInstances: 1,
              periodSeconds: 15,
              lagSeconds: 0,
              windowSeconds: 15,
              cooldownSeconds: 0,
            },
          },
        },
        links: [
          ['users', 'web'],
          ['web', 'queue'],
          ['queue', 'worker'],
          ['scaler', 'worker'],
        ],
        workload: { writeShare: 100 },
      },
      behaviors,
    );
    expect(jobs.of('queue', 'backlog', { from: 599 })).toBeLessThan(2500);
    expect(jobs.series('scaler', 'running').at(-1)).toBeGreaterThan(9);
  });
});

describe('the rule of three', () => {
  const seen: Seen = { count: 20, booting: 0, utilization: 1, busyInstances: 20, waiting: 0 };
  const rules: Rules = {
    target: 0.5,
    tolerance: 0.1,
    stepAbove: 0.7,
    stepUp: 2,
    stepBelow: 0.3,
    stepDown: 1,
    backlogPerInstance: 100,
    warmupAware: true,
  };

  it.each([
    ['a full tier asks for twice as many', seen, rules, 40],
    ['… and for no more while they start', { ...seen, count: 40, booting: 20 }, rules, 40],
    ['… unless it forgets them', { ...seen, count: 40, booting: 20 }, { ...rules, warmupAware: false }, 80],
    ['a small deviation is let be', { ...seen, utilization: 0.54, busyInstances: 10.8 }, rules, 20],
    ['a whole number is not rounded up by a hair', { ...seen, utilization: 1 + 1e-12, busyInstances: 20 + 1e-11 }, rules, 40],
  ])('%s', (_, given, by, count) => expect(wanted(POLICY.target, given, by)).toBe(count));
});
