import { describe, expect, it } from 'vitest';
import { createRun, type Run } from '../../engine/run.ts';
import { answeringServer, inOrder, planOf, resultOf, simulate, type TestAct, type TestPlan, type TestResult } from '../testRun.ts';
import { usersBehavior } from '../users/behavior.ts';
import { webServerBehavior } from '../web-server/behavior.ts';
import { loadBalancerBehavior } from './behavior.ts';

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

describe('load balancer: the best of a few', () => {
  const wait = (choices: number): number => {
    const result = simulate(
      balanced({
        algorithm: 'power-of-two',
        rate: 3600,
        seconds: 120,
        lb: { cpuMs: 0, choices },
        web: { instances: 20, vcpu: 1, service: 'exponential', threads: 1000, queueLimit: 100_000 },
        slots: 20,
      }),
      { ...kinds, 'web-server': webServerBehavior },
    );
    const column = result.layout.columns.findIndex((c) => c.node === 0 && c.metric === 'meanResponse');
    return result.frames.reduce((sum, frame) => sum + frame.values[column], 0) / result.frames.length;
  };

  it('waits as Mitzenmacher says: sum over i of load^((d^i - d) / (d - 1)), in service times', () => {
    // for ever many servers; 20 of them wait a little longer
    const meanField = (d: number) => [1, 2, 3, 4, 5, 6, 7, 8].reduce((sum, i) => sum + 0.9 ** ((d ** i - d) / (d - 1)), 0);
    for (const d of [2, 3, 5]) {
      const ratio = wait(d) / 0.005 / meanField(d);
      expect(ratio).toBeGreaterThan(0.97);
      expect(ratio).toBeLessThan(1.25);
    }
  });

  it('that looks at all is least connections, as far as chance allows', () => {
    const result = (setting: Setting) => simulate(balanced({ rate: 500, web: { cpuDynamicMs: 20 }, ...setting }), kinds);
    const acts: TestAct[] = [{ at: 0, act: 'slow', node: 'web', instance: 1, factor: 10 }];
    const all = shares(result({ algorithm: 'power-of-two', lb: { choices: 10 }, acts }), 4);
    const least = shares(result({ algorithm: 'least-connections', acts }), 4);
    for (let i = 0; i < 4; i++) expect(Math.abs(all[i] - least[i])).toBeLessThan(0.02);
  });
});

describe('load balancer: weights of wires', () => {
  const nodes = (plan: TestPlan, algorithm: string): TestPlan['nodes'] => ({
    ...plan.nodes,
    lb: { kind: 'load-balancer', params: { algorithm, checkSeconds: 1, unhealthyAfter: 1, healthyAfter: 1 } },
    web: { kind: 'web-server', params: { instances: 1 } },
    mid: { kind: 'web-server', params: { instances: 2 } },
    big: { kind: 'web-server', params: { instances: 1 } },
  });
  const weighted = (algorithm: string, weights: readonly number[], more: Partial<TestPlan> = {}): TestResult => {
    const plan = balanced({ rate: 1000, seconds: 60 });
    const links = ['web', 'mid', 'big'].map((to, i): TestPlan['links'][number] => ['lb', to, { weight: weights[i] }]);
    return simulate({ ...plan, nodes: nodes(plan, algorithm), links: [plan.links[0], ...links], ...more }, kinds);
  };
  const parts = (result: TestResult, from = 0, to = Infinity): number[] => {
    const counts = ['web', 'mid', 'big'].map((node) => result.of(node, 'arrived', { from, to }));
    const all = counts.reduce((a, b) => a + b, 0);
    return counts.map((count) => count / all);
  };

  it.each([
    ['weighted-random', 0.009],
    ['weighted-round-robin', 0.0001],
  ])('%s: each wire gets its part, and those behind it share that equally', (algorithm, most) => {
    const result = weighted(algorithm, [1, 2, 4]);
    parts(result).forEach((part, i) => {
      expect(Math.abs(part - [1, 2, 4][i] / 7)).toBeLessThan(most);
    });
    const [one, other] = [0, 1].map((instance) => result.of('mid', 'arrived', { instance }));
    expect(Math.abs(one / (one + other) - 0.5)).toBeLessThan(most * 2);
  });

  it('weighted turns are spread evenly: no run of one that could be broken up', () => {
    const lots = weighted('weighted-round-robin', [1, 1, 5], { seconds: 21, frameSeconds: 0.007 });
    // about 7 requests a frame: 5 of them for the big one, and never two fewer or more than its part of a whole number of turns
    const big = lots.series('big', 'arrived');
    const all = lots.series('lb', 'arrived');
    let ahead = 0;
    big.forEach((count, i) => {
      ahead += count - (all[i] * 5) / 7;
      expect(Math.abs(ahead)).toBeLessThan(2.1);
    });
  });

  it('a weight of 0 gets nothing, and all at 0 are all alike', () => {
    for (const algorithm of ['weighted-random', 'weighted-round-robin']) {
      expect(parts(weighted(algorithm, [0, 1, 1]))[0]).toBe(0);
      const [web, mid, big] = parts(weighted(algorithm, [0, 0, 0]));
      expect(Math.abs(web - 0.25)).toBeLessThan(0.009);
      expect(Math.abs(mid - 0.5)).toBeLessThan(0.009);
      expect(Math.abs(big - 0.25)).toBeLessThan(0.009);
    }
  });

  it('keeps the parts of the others in proportion while one is out, and takes a new weight at once', () => {
    for (const algorithm of ['weighted-random', 'weighted-round-robin']) {
      const acts: TestAct[] = [
        { at: 20, act: 'crash', node: 'big' },
        { at: 40, act: 'recover', node: 'big' },
      ];
      const result = weighted(algorithm, [1, 3, 4], { acts });
      expect(parts(result, 22, 40)[2]).toBe(0);
      expect(Math.abs(parts(result, 22, 40)[0] - 0.25)).toBeLessThan(0.012);
      expect(Math.abs(parts(result, 42)[2] - 0.5)).toBeLessThan(0.015);
    }
    const plan = balanced({ rate: 1000, seconds: 60 });
    const links: TestPlan['links'] = [
      plan.links[0],
      ['lb', 'web', { weight: 1 }],
      ['lb', 'mid', { weight: 1 }],
      ['lb', 'big', { weight: 0 }],
    ];
    const given = planOf({ ...plan, nodes: nodes(plan, 'weighted-round-robin'), links });
    const run = createRun({ ...given, acts: [{ at: 30, act: 'link', link: 3, field: 'weight', value: 2 }] }, inOrder(kinds));
    run.advance(60, Number.MAX_SAFE_INTEGER);
    const result = resultOf(given, run);
    expect(parts(result, 0, 30)[2]).toBe(0);
    expect(Math.abs(parts(result, 30)[2] - 0.5)).toBeLessThan(0.001);
  });
});

describe('load balancer: photographs', () => {
  it.each(algorithms)('plays on from one as if it had never stopped (%s)', (algorithm) => {
    const acts: TestAct[] = [
      { at: 7, act: 'crash', node: 'web', instance: 1 },
      { at: 15, act: 'recover', node: 'web', instance: 1 },
      { at: 18, act: 'crash', node: 'lb' },
      { at: 19, act: 'recover', node: 'lb' },
    ];
    const setting: Setting = { algorithm, rate: 300, seconds: 25, acts, lb: { checkSeconds: 2, choices: 3 }, web: { cpuDynamicMs: 30 } };
    const plan = planOf(balanced(setting));
    const text = (run: Run) => run.takeFrames().map(({ index, values }) => `${index}: ${[...values].join()}`);
    const whole = createRun(plan, inOrder(kinds));
    whole.advance(25, Number.MAX_SAFE_INTEGER);
    const expected = text(whole);
    const run = createRun(plan, inOrder(kinds));
    for (const stop of [3.21, 9.5, 15.001, 18.5, 21.7]) {
      run.advance(stop, Number.MAX_SAFE_INTEGER);
      run.takeFrames();
      const photo = run.snapshot();
      run.advance(25, Number.MAX_SAFE_INTEGER);
      expect(text(run)).toEqual(expected.slice(Math.floor(stop)));
      run.restore(photo);
      run.advance(25, Number.MAX_SAFE_INTEGER);
      expect(text(run)).toEqual(expected.slice(Math.floor(stop)));
      run.restore(photo);
    }
  });
});
