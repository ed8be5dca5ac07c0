import { describe, expect, it } from 'vitest';
import type { Behavior } from '../../engine/behavior.ts';
import { exponential, uniform } from '../../engine/luck.ts';
import { ASKED, OUTCOME } from '../../engine/plan.ts';
import { createRun } from '../../engine/run.ts';
import type { Value } from '../../schema/fields.ts';
import { databaseBehavior } from '../database/behavior.ts';
import { queueSpec } from '../queue/spec.ts';
import { inOrder, planOf, simulate, type TestLink, type TestPlan, type TestResult } from '../testRun.ts';
import { usersBehavior } from '../users/behavior.ts';
import { webServerBehavior } from './behavior.ts';

const kinds = { users: usersBehavior, 'web-server': webServerBehavior, database: databaseBehavior };

const root = (params: Readonly<Record<string, Value>>) => ({
  kind: 'web-server' as const,
  params: { service: 'none', vcpu: 64, threads: 10_000, queueLimit: 1_000_000, readsPerRequest: 0, ...params },
});
/** Always a server free: a leaf's time is its service time, 10 ms on average. */
const leaf = (params: Readonly<Record<string, Value>> = {}) => ({
  kind: 'web-server' as const,
  params: { service: 'exponential', cpuDynamicMs: 10, vcpu: 128, threads: 10_000, queueLimit: 1_000_000, readsPerRequest: 0, ...params },
});

const people = (ratePerSecond: number) => ({ kind: 'users' as const, params: { ratePerSecond, patienceSeconds: 60 } });

function play(plan: Pick<TestPlan, 'nodes' | 'links'> & Partial<TestPlan>): TestResult {
  return simulate({ seconds: 1000, ...plan }, kinds);
}

function meanResponse(result: TestResult, node: string): number {
  const means = result.series(node, 'meanResponse');
  const counts = result.series(node, 'completed').map((n, i) => n + result.series(node, 'failed')[i]);
  return means.reduce((sum, mean, i) => sum + (counts[i] > 0 ? mean * counts[i] : 0), 0) / counts.reduce((a, b) => a + b, 0);
}

const harmonic = (n: number): number => Array.from({ length: n }, (_, i) => 1 / (i + 1)).reduce((a, b) => a + b, 0);

describe('calls at the same time', () => {
  it.each([
    [2, 50, 400],
    [10, 50, 400],
    [100, 1, 5000],
  ])('take as long as the slowest of %i', (fanOut, perSecond, seconds) => {
    const nodes = { users: people(perSecond), web: root({ fanOut }), leaf: leaf() };
    const result = play({
      nodes,
      links: [
        ['users', 'web'],
        ['web', 'leaf'],
      ],
      seconds,
    });
    // mean of the largest of n exponential times (Renyi 1953): H_n of them
    expect(Math.abs(meanResponse(result, 'users') / (0.01 * harmonic(fanOut)) - 1)).toBeLessThan(0.02);
    expect(result.of('leaf', 'arrived')).toBe(result.of('web', 'arrived') * fanOut);
  });

  it.each([
    [10, 1],
    [10, 7],
    [3, 2],
  ])('of which %i go out and %i are enough', (fanOut, fanQuorum) => {
    const result = play({
      nodes: { users: people(100), web: root({ fanOut, fanQuorum }), leaf: leaf() },
      links: [
        ['users', 'web'],
        ['web', 'leaf'],
      ],
      seconds: 500,
    });
    expect(Math.abs(meanResponse(result, 'users') / (0.01 * (harmonic(fanOut) - harmonic(fanOut - fanQuorum))) - 1)).toBeLessThan(0.02);
    // the others' work goes on
    expect(result.of('leaf', 'completed')).toBeGreaterThan(result.of('web', 'completed') * fanOut - 500);
  });

  it('go to the links in turn, and to the instances behind each', () => {
    const nodes = { users: people(100), web: root({ fanOut: 4 }), a: leaf({ instances: 2 }), b: leaf({ instances: 2 }) };
    const result = play({
      nodes,
      links: [
        ['users', 'web'],
        ['web', 'a'],
        ['web', 'b'],
      ],
      seconds: 50,
    });
    const pages = result.of('web', 'arrived');
    for (const node of ['a', 'b']) {
      for (const instance of [0, 1]) expect(result.of(node, 'arrived', { instance })).toBe(pages);
    }
  });

  it('share the load where there are more services than calls', () => {
    const nodes = { users: people(300), web: root({ fanOut: 2 }), a: leaf(), b: leaf(), c: leaf() };
    const result = play({
      nodes,
      links: [
        ['users', 'web'],
        ['web', 'a'],
        ['web', 'b'],
        ['web', 'c'],
      ],
      seconds: 100,
    });
    const pages = result.of('web', 'arrived');
    for (const node of ['a', 'b', 'c']) expect(Math.abs(result.of(node, 'arrived') / ((pages * 2) / 3) - 1)).toBeLessThan(0.03);
  });

  it('read rows together where no cache is asked first', () => {
    const at = (fanOut: number) =>
      meanResponse(
        play({
          nodes: {
            users: people(20),
            web: root({ readsPerRequest: 4, fanOut }),
            db: { kind: 'database', params: { vcpu: 64, cpuReadMs: 10, service: 'fixed' } },
          },
          links: [
            ['users', 'web'],
            ['web', 'db', { delaySeconds: 0.005 }],
          ],
          seconds: 100,
        }),
        'users',
      );
    expect(at(1)).toBeCloseTo(0.08, 5);
    expect(at(2)).toBeCloseTo(0.04, 5);
    expect(at(4)).toBeCloseTo(0.02, 5);
    expect(at(10)).toBeCloseTo(0.02, 5);
  });

  it('fail the page as soon as one fails, and the others work on', () => {
    const nodes = {
      users: people(100),
      web: root({ fanOut: 2 }),
      quick: leaf({ threads: 1, vcpu: 1, queueLimit: 0, service: 'fixed', cpuDynamicMs: 1000 }),
      slow: leaf({ service: 'fixed', cpuDynamicMs: 100 }),
    };
    const result = play({
      nodes,
      links: [
        ['users', 'web'],
        ['web', 'quick'],
        ['web', 'slow'],
      ],
      seconds: 50,
    });
    // all but one a second are turned away at once by the full one
    expect(result.total('failed.read.shed')).toBeGreaterThan(4800);
    expect(result.of('slow', 'completed')).toBeGreaterThan(result.of('slow', 'arrived') - 40);
    expect(result.of('web', 'inside')).toBeLessThan(50 * 3);
  });
});

/** Answers after an exponential time, and fails now and then: many pages end while calls of theirs are out. */
const moody: Behavior = {
  kind: 'queue',
  role: 'server',
  fields: queueSpec.fields,
  metrics: queueSpec.metrics,
  create: (ctx) => {
    const { net } = ctx;
    const luck = ctx.stream('moods');
    return {
      receive: (call) => {
        const request = net.calls.request[call];
        const salt = net.saltOf(call);
        net.replyAt(
          call,
          uniform(luck, request, salt + 1) < 0.2 ? OUTCOME.error : OUTCOME.ok,
          net.now + 0.02 * exponential(luck, request, salt),
        );
      },
    };
  },
};

describe('calls whose request has ended', () => {
  const busy = (fanQuorum: number): TestPlan => ({
    seconds: 100,
    nodes: {
      users: people(500),
      web: root({ fanOut: 5, fanQuorum, againShare: 50, service: 'fixed', cpuDynamicMs: 0.1 }),
      moody: { kind: 'queue' },
    },
    links: [
      ['users', 'web', { retries: 2, timeoutSeconds: 0.03, backoffSeconds: 0.001, backoffCapSeconds: 0.001 }],
      ['web', 'moody', { retries: 1, timeoutSeconds: 0.05, backoffSeconds: 0.001, backoffCapSeconds: 0.001 }],
    ],
  });
  const all = inOrder({ ...kinds, queue: moody });

  it.each([0, 2])('are nobody’s answers, however their places are taken (quorum %i)', (quorum) => {
    const result = simulate(busy(quorum), { ...kinds, queue: moody });
    const [arrived, completed, failed] = ['arrived', 'completed', 'failed'].map((metric) => result.of('web', metric));
    const inside = result.series('web', 'inside').at(-1) ?? 0;
    expect(Math.abs(arrived - completed - failed)).toBeLessThan(5 * inside + 20);
    expect(completed).toBeGreaterThan(1000);
    // with two of five answers enough, hardly a page fails
    expect(failed).toBeGreaterThan(quorum === 0 ? 1000 : 0);
    // nobody's threads are lost: what is held is what is inside
    expect(result.series('web', 'threadsBusy').at(-1)).toBeCloseTo(inside, 6);
  });

  it('are in a photograph, too', () => {
    const plan = planOf({ ...busy(3), seconds: 12 });
    const framesFrom = (stop: number): string[] => {
      const run = createRun(plan, all);
      run.advance(stop, Number.MAX_SAFE_INTEGER);
      const kept = run.takeFrames();
      const photograph = run.snapshot();
      run.advance(stop + 2, Number.MAX_SAFE_INTEGER);
      run.restore(photograph);
      run.advance(12, Number.MAX_SAFE_INTEGER);
      return [...kept, ...run.takeFrames()].map(({ values, latency }) => `${values.join()};${latency.join()}`);
    };
    const whole = framesFrom(0);
    for (const stop of [3.3, 7.001]) expect(framesFrom(stop)).toEqual(whole);
  });
});

describe('a service by lot', () => {
  const three = (params: Readonly<Record<string, Value>>, weights: readonly number[]): TestResult =>
    play({
      nodes: { users: people(500), web: root(params), a: leaf(), b: leaf(), c: leaf() },
      links: [['users', 'web'], ...['a', 'b', 'c'].map((to, i): TestLink => ['web', to, { weight: weights[i] }])],
      seconds: 200,
    });

  it('is asked as often as its wire’s weight says', () => {
    const result = three({ choosing: 'weight' }, [1, 3, 0]);
    const pages = result.of('web', 'arrived');
    expect(Math.abs(result.of('a', 'arrived') / pages - 0.25)).toBeLessThan(0.01);
    expect(Math.abs(result.of('b', 'arrived') / pages - 0.75)).toBeLessThan(0.01);
    expect(result.of('c', 'arrived')).toBe(0);
  });

  it('is asked by so many of the requests only', () => {
    const result = three({ choosing: 'weight', serviceShare: 30 }, [1, 1, 1]);
    const asked = ['a', 'b', 'c'].reduce((sum, node) => sum + result.of(node, 'arrived'), 0);
    expect(Math.abs(asked / result.of('web', 'arrived') - 0.3)).toBeLessThan(0.01);
  });

  it('is nobody where all weights are 0', () => {
    const result = three({ choosing: 'weight' }, [0, 0, 0]);
    expect(result.of('web', 'failed')).toBe(0);
    expect(result.of('a', 'arrived')).toBe(0);
  });
});

describe('a request that computes again', () => {
  it('does so a geometric number of times, with fresh luck each time', () => {
    const web = leaf({ againShare: 60 });
    const result = play({ nodes: { users: people(200), web }, links: [['users', 'web']], seconds: 500 });
    const pages = result.of('web', 'completed');
    expect(Math.abs(result.of('web', 'computedAgain') / pages - 0.6 / 0.4)).toBeLessThan(0.03);
    // a geometric sum of exponential times is exponential: its deviation is its mean, 25 ms
    expect(Math.abs(meanResponse(result, 'users') / 0.025 - 1)).toBeLessThan(0.02);
    const p99 = result.series('users', 'meanResponse').length;
    expect(p99).toBe(500);
  });

  it('asks before it, after it, or both, as the wires say', () => {
    const asked = (when: number): number => {
      const nodes = { users: people(200), web: root({ againShare: 60 }), below: leaf() };
      const result = play({
        nodes,
        links: [
          ['users', 'web'],
          ['web', 'below', { asked: when }],
        ],
        seconds: 200,
      });
      return result.of('below', 'arrived') / result.of('web', 'arrived');
    };
    expect(Math.abs(asked(ASKED.always) - 2.5)).toBeLessThan(0.05);
    expect(Math.abs(asked(ASKED.between) - 1.5)).toBeLessThan(0.05);
    expect(Math.abs(asked(ASKED.last) - 1)).toBeLessThan(0.02);
  });

  it('keeps its thread meanwhile', () => {
    const nodes = { users: people(50), web: root({ againShare: 50, threads: 1 }), below: leaf({ service: 'fixed' }) };
    const result = play({
      nodes,
      links: [
        ['users', 'web'],
        ['web', 'below', { asked: ASKED.between }],
      ],
      seconds: 500,
    });
    // one thread, held 10 ms a round, a geometric number of rounds with mean 1
    expect(Math.abs(result.series('web', 'threadsBusy').reduce((a, b) => a + b, 0) / 500 / 0.5 - 1)).toBeLessThan(0.05);
  });
});

describe('a recorded request', () => {
  it('takes exactly the time that it brings, wherever it computes', () => {
    const recording = { instants: [0, 0.001, 0.002, 1], demands: [0.005, 0.004, 0, 0.25] };
    const nodes = { users: { kind: 'users' as const, params: { arrivals: 'recorded' } }, web: leaf({ vcpu: 1 }) };
    const result = play({ nodes, links: [['users', 'web']], seconds: 3, recording });
    // waits of 0, 4 and 7 ms, one after the other; then one alone
    expect(result.series('users', 'meanResponse')[0] * 3).toBeCloseTo(0.005 + 0.008 + 0.007, 12);
    expect(result.series('users', 'meanResponse')[1]).toBeCloseTo(0.25, 12);
  });

  it('is no other population’s', () => {
    const recording = { instants: [0], demands: [0.5] };
    const nodes = { users: people(20), web: leaf() };
    expect(meanResponse(play({ nodes, links: [['users', 'web']], seconds: 100, recording }), 'users')).toBeLessThan(0.012);
  });
});
