import { expect, it } from 'vitest';
import { databaseBehavior } from '../nodes/database/behavior.ts';
import { simulate, type TestPlan } from '../nodes/testRun.ts';
import { usersBehavior } from '../nodes/users/behavior.ts';
import { webServerBehavior } from '../nodes/web-server/behavior.ts';

const kinds = { users: usersBehavior, 'web-server': webServerBehavior, database: databaseBehavior };

const failing = (errorPercent: number, retries: number): TestPlan => ({
  seconds: 100,
  nodes: {
    people: { kind: 'users', params: { ratePerSecond: 1000 } },
    web: { kind: 'web-server', params: { vcpu: 96, cpuDynamicMs: 1, errorPercent } },
  },
  links: [['people', 'web', { retries, backoffSeconds: 0 }]],
});

it('errors by chance hit every attempt anew: the truncated geometric series', () => {
  const result = simulate(failing(20, 3), kinds);
  const offered = result.total('offered.read');
  expect(Math.abs(result.of('web', 'arrived') / offered / 1.248 - 1)).toBeLessThan(0.005);
  expect(Math.abs(result.total('failed.read.error') / offered / 0.2 ** 4 - 1)).toBeLessThan(0.25);
  expect(result.total('failed.read.error') + result.total('completed.read')).toBeLessThanOrEqual(offered);
});

it('everything or nothing fails at the ends of the scale, and the work is done all the same', () => {
  const [never, always] = [simulate(failing(0, 0), kinds), simulate(failing(100, 0), kinds)];
  expect(never.total('failed.read.error')).toBe(0);
  expect(always.total('completed.read')).toBe(0);
  expect(always.of('web', 'utilization')).toBeCloseTo(never.of('web', 'utilization'), 6);
});

it('hit every instance of a node, and no other node', () => {
  const { of } = simulate(
    {
      seconds: 100,
      nodes: {
        people: { kind: 'users', params: { ratePerSecond: 1000 } },
        web: { kind: 'web-server', params: { instances: 3, vcpu: 96, cpuDynamicMs: 1, errorPercent: 10 } },
        back: { kind: 'web-server', params: { vcpu: 96, cpuDynamicMs: 1 } },
      },
      links: [
        ['people', 'web'],
        ['web', 'back'],
      ],
    },
    kinds,
  );
  for (const instance of [0, 1, 2]) {
    expect(Math.abs(of('web', 'failed', { instance }) / of('web', 'arrived', { instance }) / 0.1 - 1)).toBeLessThan(0.08);
  }
  expect(of('back', 'failed')).toBe(0);
});

it('can be switched while running', () => {
  const result = simulate({ ...failing(0, 0), acts: [{ at: 50, act: 'param', node: 'web', field: 'errorPercent', value: 10 }] }, kinds);
  expect(result.of('web', 'failed', { to: 50 })).toBe(0);
  expect(Math.abs(result.of('web', 'failed', { from: 50 }) / result.of('web', 'arrived', { from: 50 }) / 0.1 - 1)).toBeLessThan(0.05);
});

it('a write that goes wrong has changed nothing', () => {
  const result = simulate(
    {
      seconds: 60,
      nodes: {
        people: { kind: 'users', params: { ratePerSecond: 200 } },
        web: { kind: 'web-server', params: { vcpu: 96, cpuDynamicMs: 0.1 } },
        db: { kind: 'database', params: { replicas: 0, errorPercent: 30 } },
      },
      links: [
        ['people', 'web'],
        ['web', 'db'],
      ],
      workload: { writeShare: 100 },
    },
    kinds,
  );
  expect(result.of('db', 'acknowledgedWrites')).toBe(result.of('db', 'writes'));
  expect(Math.abs(result.of('db', 'writes') / result.of('db', 'arrived') / 0.7 - 1)).toBeLessThan(0.02);
  expect(result.of('db', 'completed')).toBe(result.of('db', 'writes'));
});
