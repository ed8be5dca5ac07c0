import { describe, expect, it } from 'vitest';
import { defaultsOf, holds } from '../../schema/fields.ts';
import { answeringServer, simulate, type TestAct, type TestPlan, type TestResult } from '../testRun.ts';
import { usersBehavior } from '../users/behavior.ts';
import { webServerBehavior } from '../web-server/behavior.ts';
import { loadBalancerBehavior } from './behavior.ts';
import { loadBalancerSpec } from './spec.ts';

const kinds = { users: usersBehavior, 'load-balancer': loadBalancerBehavior, 'web-server': answeringServer };
const algorithms = ['round-robin', 'least-connections', 'power-of-two', 'random', 'weighted-random', 'weighted-round-robin'] as const;

interface Setting extends Partial<TestPlan> {
  algorithm?: (typeof algorithms)[number];
  rate?: number;
  lb?: Record<string, number>;
  web?: Record<string, number | string>;
  slots?: number;
  retries?: number;
}

const balanced = ({ algorithm = 'round-robin', rate = 400, lb, web, slots = 4, retries = 0, ...plan }: Setting = {}): TestPlan => ({
  seconds: 100,
  nodes: {
    users: { kind: 'users', params: { ratePerSecond: rate } },
    lb: { kind: 'load-balancer', params: { algorithm, ...lb } },
    web: { kind: 'web-server', params: { instances: 4, cpuDynamicMs: 5, ...web }, slots },
  },
  links: [
    ['users', 'lb'],
    ['lb', 'web', { retries, backoffSeconds: 0.01 }],
  ],
  ...plan,
});

const shares = (result: TestResult, instances: number, from = 0, to = Infinity): number[] =>
  Array.from(
    { length: instances },
    (_, instance) => result.of('web', 'arrived', { instance, from, to }) / result.of('web', 'arrived', { from, to }),
  );

const noteAt = (result: TestResult, code: string): number => result.notes.find((note) => note.code === code)?.time ?? Number.NaN;

describe('load balancer: choosing', () => {
  it.each(algorithms)('spreads evenly by %s', (algorithm) => {
    const result = simulate(balanced({ algorithm, rate: 1000 }), kinds);
    // 100,000 requests: three standard deviations of a quarter are 0.4 %
    for (const share of shares(result, 4))
      expect(Math.abs(share - 0.25)).toBeLessThan(algorithm.endsWith('round-robin') ? 0.00002 : 0.0045);
  });

  it('takes in all nodes it is wired to, instance by instance', () => {
    const plan = balanced({ rate: 1000 });
    const result = simulate(
      {
        ...plan,
        nodes: { ...plan.nodes, other: { kind: 'web-server', params: { instances: 1 } } },
        links: [...plan.links, ['lb', 'other']],
      },
      kinds,
    );
    expect(Math.abs(result.of('other', 'arrived') / result.of('lb', 'arrived') - 0.2)).toBeLessThan(0.0001);
  });

  it('waits less the more it knows: random > round robin > two choices > least connections', () => {
    const wait = (algorithm: (typeof algorithms)[number]): number => {
      const result = simulate(
        balanced({
          algorithm,
          rate: 640,
          seconds: 200,
          lb: { cpuMs: 0 },
          web: { vcpu: 1, service: 'exponential', threads: 1000, queueLimit: 100_000 },
        }),
        { ...kinds, 'web-server': webServerBehavior },
      );
      const column = result.layout.columns.findIndex((c) => c.node === 0 && c.metric === 'meanResponse');
      return result.frames.reduce((sum, frame) => sum + frame.values[column], 0) / result.frames.length;
    };
    const [turns, least, two, random] = algorithms.slice(0, 4).map(wait);
    // random halves the Poisson stream: M/M/1 at 0.8 takes 5 ms / (1 - 0.8)
    expect(Math.abs(random / 0.025 - 1)).toBeLessThan(0.12);
    expect(random).toBeGreaterThan(turns * 1.2);
    expect(turns).toBeGreaterThan(two * 1.2);
    expect(two).toBeGreaterThan(least * 1.05);
  });

  it('keeps away from a slow instance only when it counts connections', () => {
    const acts: TestAct[] = [{ at: 0, act: 'slow', node: 'web', instance: 1, factor: 10 }];
    const share = (algorithm: (typeof algorithms)[number]) => shares(simulate(balanced({ algorithm, rate: 1000, acts }), kinds), 4)[1];
    expect(share('round-robin')).toBeCloseTo(0.25, 3);
    // equal numbers of open connections: the slow one gets a tenth of what the others get, about 1/31
    expect(share('least-connections')).toBeLessThan(0.06);
    expect(share('power-of-two')).toBeLessThan(0.2);
  });

  it('counts connections right through retries, timeouts and crashes', () => {
    const result = simulate(
      balanced({
        algorithm: 'least-connections',
        retries: 2,
        seconds: 200,
        acts: [
          { at: 20, act: 'crash', node: 'web', instance: 0 },
          { at: 40, act: 'hang', node: 'web', instance: 1 },
          { at: 50, act: 'recover', node: 'web' },
          { at: 60, act: 'crash', node: 'lb' },
          { at: 62, act: 'recover', node: 'lb' },
        ],
        lb: { unhealthyAfter: 10 },
      }),
      kinds,
    );
    for (const share of shares(result, 4, 52, 60)) expect(Math.abs(share - 0.25)).toBeLessThan(0.03);
    for (const share of shares(result, 4, 100)) expect(Math.abs(share - 0.25)).toBeLessThan(0.01);
  });

  it('chooses anew for a retry', () => {
    const acts: TestAct[] = [{ at: 0, act: 'crash', node: 'web', instance: 2 }];
    const failing = (retries: number) => {
      const result = simulate(balanced({ algorithm: 'random', retries, rate: 1000, acts, lb: { checkSeconds: 300 }, seconds: 60 }), kinds);
      return result.total('failed.read.refused') / result.total('offered.read');
    };
    expect(Math.abs(failing(0) - 1 / 4)).toBeLessThan(0.008);
    expect(Math.abs(failing(1) - 1 / 16)).toBeLessThan(0.004);
    expect(Math.abs(failing(2) - 1 / 64)).toBeLessThan(0.002);
  });

  it('lets a retry of its caller meet fresh luck behind it', () => {
    const plan = balanced({ rate: 500, lb: { cpuMs: 0 }, web: { vcpu: 96, service: 'exponential' } });
    // a fifth of the answers takes longer than 5 ms x ln 5, and one in 25 twice in a row
    const [, serving] = plan.links;
    const patience = { timeoutSeconds: 0.005 * Math.log(5), retries: 1, backoffSeconds: 0 };
    const result = simulate({ ...plan, links: [['users', 'lb', patience], serving] }, { ...kinds, 'web-server': webServerBehavior });
    expect(Math.abs(result.total('failed.read.timeout') / result.total('offered.read') - 1 / 25)).toBeLessThan(0.004);
  });
});

describe('load balancer: health checks', () => {
  const seeds = Array.from({ length: 12 }, (_, i) => `seed ${i}`);

  it('S01: one of four dies at 400 requests/s, and a quarter fails until two checks 30 s apart have failed', () => {
    const found = seeds.map((seed) => {
      const acts: TestAct[] = [{ at: 100, act: 'crash', node: 'web', instance: 3 }];
      const result = simulate(balanced({ seed, seconds: 180, acts }), kinds);
      const after = noteAt(result, 'marked-down') - 100;
      expect(after).toBeGreaterThan(30);
      expect(after).toBeLessThanOrEqual(60);
      expect(Math.abs(result.total('failed.read.refused') - 100 * after)).toBeLessThan(4 * Math.sqrt(100 * after));
      expect(result.of('users', 'failed', { from: Math.ceil(100 + after) })).toBe(0);
      expect(result.series('lb', 'healthyTargets').at(99)).toBe(4);
      expect(result.series('lb', 'healthyTargets').at(-1)).toBe(3);
      return after;
    });
    const mean = found.reduce((a, b) => a + b, 0) / found.length;
    // uniform over 30 s: standard deviation of the mean of 12 is 2.5 s
    expect(Math.abs(mean - 45)).toBeLessThan(8);
  });

  it('finds a silent one later, by the patience of the check', () => {
    for (const seed of seeds) {
      const result = simulate(
        balanced({ seed, rate: 20, seconds: 180, acts: [{ at: 100, act: 'hang', node: 'web', instance: 3 }] }),
        kinds,
      );
      expect(noteAt(result, 'marked-down') - 100).toBeGreaterThan(35);
      expect(noteAt(result, 'marked-down') - 100).toBeLessThanOrEqual(65);
    }
  });

  it('takes one back after five good checks in a row', () => {
    const acts: TestAct[] = [
      { at: 20, act: 'crash', node: 'web', instance: 3 },
      { at: 100, act: 'recover', node: 'web', instance: 3 },
    ];
    const result = simulate(balanced({ acts, seconds: 200, lb: { checkSeconds: 10 } }), kinds);
    const after = noteAt(result, 'marked-up') - 100;
    expect(after).toBeGreaterThan(40);
    expect(after).toBeLessThanOrEqual(50);
    const again = Math.ceil(100 + after);
    expect(result.of('web', 'arrived', { instance: 3, from: 100, to: again - 1 })).toBe(0);
    expect(shares(result, 4, again)[3]).toBeCloseTo(0.25, 2);
    expect(result.notes.find((note) => note.code === 'marked-up')).toMatchObject({ node: 2, instance: 3 });
  });

  it('does not mind one that is back between two checks', () => {
    const acts: TestAct[] = [
      { at: 50, act: 'crash', node: 'web', instance: 3 },
      { at: 79, act: 'recover', node: 'web', instance: 3 },
    ];
    for (const seed of seeds)
      expect(simulate(balanced({ seed, rate: 1, acts }), kinds).notes.some((note) => note.code === 'marked-down')).toBe(false);
  });

  it('asks all when all are marked down', () => {
    const acts: TestAct[] = [
      { at: 10, act: 'crash', node: 'web' },
      { at: 60, act: 'recover', node: 'web', instance: 0 },
    ];
    const result = simulate(balanced({ acts, lb: { checkSeconds: 5, healthyAfter: 10 } }), kinds);
    expect(result.of('lb', 'failOpen', { to: 15 })).toBe(0);
    expect(Math.abs(result.of('lb', 'failOpen', { from: 30, to: 50 }) - 8000)).toBeLessThan(400);
    expect(result.series('lb', 'healthyTargets')[40]).toBe(0);
    // not marked up yet, but asked, and so a quarter succeeds
    expect(Math.abs(result.of('users', 'served', { from: 61, to: 100 }) / (100 * 39) - 1)).toBeLessThan(0.08);
  });

  it('uses new instances at once, and gone ones no more', () => {
    const acts: TestAct[] = [
      { at: 30, act: 'instances', node: 'web', count: 8 },
      { at: 60, act: 'instances', node: 'web', count: 2 },
    ];
    const result = simulate(balanced({ acts, slots: 8, rate: 1000 }), kinds);
    for (let instance = 0; instance < 8; instance++) {
      expect(Math.abs(result.of('web', 'arrived', { instance, from: 30, to: 60 }) / 30_000 - 1 / 8)).toBeLessThan(0.003);
      expect(Math.abs(result.of('web', 'arrived', { instance, from: 60 }) / 40_000 - (instance < 2 ? 0.5 : 0))).toBeLessThan(0.01);
    }
    expect(result.series('lb', 'healthyTargets')[40]).toBe(8);
    expect(result.series('lb', 'healthyTargets')[80]).toBe(2);
  });

  it('checks nothing while it is down itself, and starts again with a clean sheet', () => {
    const acts: TestAct[] = [
      { at: 10, act: 'crash', node: 'lb' },
      { at: 12, act: 'crash', node: 'web', instance: 0 },
      { at: 50, act: 'recover', node: 'lb' },
    ];
    const result = simulate(balanced({ acts, lb: { checkSeconds: 5 } }), kinds);
    expect(result.of('users', 'served', { from: 10, to: 50 })).toBe(0);
    // at once, and once more 5 s later
    expect(noteAt(result, 'marked-down')).toBe(55);
  });

  it('keeps a new interval from the moment it is set', () => {
    const acts: TestAct[] = [
      { at: 40, act: 'crash', node: 'web', instance: 0 },
      { at: 41, act: 'param', node: 'lb', field: 'checkSeconds', value: 2 },
    ];
    const result = simulate(balanced({ acts, lb: { checkSeconds: 300 } }), kinds);
    expect(noteAt(result, 'marked-down') - 41).toBeGreaterThan(2);
    expect(noteAt(result, 'marked-down') - 41).toBeLessThanOrEqual(4);
  });
});

describe('load balancer: its own limits', () => {
  it('takes processor time: one line with fixed service (M/D/1), two processors wide', () => {
    const result = simulate(balanced({ rate: 160, lb: { cpuMs: 10 }, seconds: 600 }), kinds);
    const column = result.layout.columns.findIndex((c) => c.node === 1 && c.metric === 'meanResponse');
    const mean = result.frames.reduce((sum, frame) => sum + frame.values[column], 0) / result.frames.length;
    // a line of 5 ms at 0.8 waits 0.8 / (2 (1 - 0.8)) x 5 ms = 10 ms; then 10 ms of its own and 5 ms of the server
    expect(Math.abs(mean / 0.025 - 1)).toBeLessThan(0.05);
    expect(Math.abs(result.of('lb', 'utilization') / 600 - 0.8)).toBeLessThan(0.02);
    // Little: waiting = rate x wait
    expect(Math.abs(result.of('lb', 'queue') / 600 / (160 * 0.01) - 1)).toBeLessThan(0.12);
  });

  it('lets through no more than its processors can', () => {
    const result = simulate(balanced({ rate: 400, lb: { cpuMs: 10 }, seconds: 60 }), kinds);
    expect(Math.abs(result.of('web', 'arrived', { from: 20, to: 50 }) / 30 - 200)).toBeLessThan(1);
    expect(result.series('lb', 'utilization').at(-1)).toBeCloseTo(1, 2);
    expect(result.total('failed.read.timeout')).toBeGreaterThan(5000);
  });

  it('sheds what comes over its limit of connections', () => {
    const result = simulate(balanced({ rate: 400, lb: { maxConnections: 100, cpuMs: 0 }, web: { cpuDynamicMs: 1000 } }), kinds);
    // Erlang's loss formula for 400 erlangs on 100 places: 75.04 % are turned away
    expect(Math.abs(result.total('failed.read.shed') / result.total('offered.read') - 0.7504)).toBeLessThan(0.01);
    expect(Math.max(...result.series('lb', 'inside'))).toBeLessThanOrEqual(100);
    expect(result.of('lb', 'ownFailures')).toBe(result.of('lb', 'failed'));
  });

  it('with nobody behind it answers with an error', () => {
    const plan = balanced();
    const result = simulate({ ...plan, links: [plan.links[0]] }, kinds);
    expect(result.total('offered.read') - result.total('failed.read.error')).toBeLessThan(2);
    expect(result.of('lb', 'ownFailures')).toBe(result.of('lb', 'failed'));
  });

  it('tells its own failures from those of the servers', () => {
    const result = simulate(balanced({ acts: [{ at: 50, act: 'crash', node: 'web', instance: 0 }] }), kinds);
    expect(result.of('lb', 'failed')).toBeGreaterThan(1000);
    expect(result.of('lb', 'ownFailures')).toBe(0);
  });

  it.each([
    [{ layer: 'http', tls: true }, true],
    [{ layer: 'tcp', tls: false }, true],
    [{ layer: 'http', tls: false }, false],
  ])('shows open connections where it counts them: %j', (params, isShown) => {
    const { fields, metrics } = loadBalancerSpec;
    expect(holds(metrics.connections.when, fields, { ...defaultsOf(fields), ...params })).toBe(isShown);
    const people = { visits: 'sessions', ratePerSecond: 100 };
    const plan = balanced({ seconds: 20 });
    const shown = simulate(
      { ...plan, nodes: { ...plan.nodes, users: { kind: 'users', params: people }, lb: { kind: 'load-balancer', params } } },
      kinds,
    );
    expect(shown.series('lb', 'connections')[19] > 0).toBe(isShown);
  });
});
