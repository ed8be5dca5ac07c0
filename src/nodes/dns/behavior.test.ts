import { describe, expect, it } from 'vitest';
import { cdnBehavior } from '../cdn/behavior.ts';
import { loadBalancerBehavior } from '../load-balancer/behavior.ts';
import { answeringServer, simulate, type TestAct, type TestPlan, type TestResult } from '../testRun.ts';
import { usersBehavior } from '../users/behavior.ts';
import { dnsBehavior } from './behavior.ts';

const kinds = {
  users: usersBehavior,
  dns: dnsBehavior,
  cdn: cdnBehavior,
  'load-balancer': loadBalancerBehavior,
  'web-server': answeringServer,
};

interface Setting extends Partial<TestPlan> {
  dns?: Record<string, number | string>;
  users?: Record<string, number>;
}

/** Users of the east, two sites; the west is farther away. */
const sites = ({ dns, users, ...plan }: Setting = {}): TestPlan => ({
  seconds: 100,
  nodes: {
    users: { kind: 'users', params: { ratePerSecond: 1000, resolvers: 1000, ignoreTtlShare: 0, ...users } },
    dns: { kind: 'dns', params: dns ?? {} },
    east: { kind: 'web-server', params: { instances: 2 } },
    west: { kind: 'web-server', params: { instances: 2 } },
  },
  links: [
    ['users', 'dns', { delaySeconds: 0.005 }],
    ['dns', 'east'],
    ['dns', 'west'],
    ['users', 'east', { delaySeconds: 0.01, drawn: false }],
    ['users', 'west', { delaySeconds: 0.04, drawn: false }],
  ],
  ...plan,
});

const share = (result: TestResult, node: string, from = 0, to = Infinity): number =>
  result.of(node, 'arrived', { from, to }) / (result.of('east', 'arrived', { from, to }) + result.of('west', 'arrived', { from, to }));

const noteAt = (result: TestResult, code: string): number => result.notes.find((note) => note.code === code)?.time ?? Number.NaN;

describe('dns: policies', () => {
  it('geo sends each population to its nearest site', () => {
    const plan = sites();
    const result = simulate(
      {
        ...plan,
        nodes: { ...plan.nodes, others: { kind: 'users', params: { ratePerSecond: 500 } } },
        links: [
          ...plan.links,
          ['others', 'dns'],
          ['others', 'east', { delaySeconds: 0.09, drawn: false }],
          ['others', 'west', { delaySeconds: 0.02, drawn: false }],
        ],
      },
      kinds,
    );
    expect(Math.abs(result.of('east', 'arrived') / result.of('users', 'offered') - 1)).toBeLessThan(0.01);
    expect(Math.abs(result.of('west', 'arrived') / result.of('others', 'offered') - 1)).toBeLessThan(0.01);
  });

  it('round robin sends equal numbers of resolvers to each', () => {
    const result = simulate(sites({ dns: { policy: 'round-robin', ttlSeconds: 5 } }), kinds);
    expect(Math.abs(share(result, 'east') - 0.5)).toBeLessThan(0.02);
  });

  it('failover sends all to the first that is well, whatever the distance', () => {
    const plan = sites({ dns: { policy: 'failover' } });
    const [asking, east, west, ...routes] = plan.links;
    const result = simulate({ ...plan, links: [asking, west, east, ...routes] }, kinds);
    expect(share(result, 'west')).toBe(1);
  });

  it('files have a name of their own where it leads to an edge', () => {
    const result = simulate(
      {
        seconds: 60,
        workload: { staticShare: 50 },
        nodes: {
          users: { kind: 'users', params: { ratePerSecond: 500 } },
          dns: { kind: 'dns' },
          cdn: { kind: 'cdn', params: { uncacheableShare: 0 } },
          lb: { kind: 'load-balancer' },
          web: { kind: 'web-server' },
        },
        links: [
          ['users', 'dns'],
          ['dns', 'cdn'],
          ['dns', 'lb'],
          ['cdn', 'lb'],
          ['lb', 'web'],
          ['users', 'cdn', { drawn: false }],
          ['users', 'lb', { drawn: false }],
        ],
      },
      kinds,
    );
    expect(result.of('cdn', 'arrived')).toBe(result.total('offered.static'));
    expect(result.of('lb', 'arrived')).toBe(result.total('offered.read') + result.of('cdn', 'originFetches'));
  });
});

describe('dns: when a site dies', () => {
  const dies: TestAct[] = [{ at: 100, act: 'crash', node: 'east' }];

  it('S18: three checks 30 s apart, then the answers fade out over the time to live', () => {
    for (const seed of ['a', 'b', 'c']) {
      const result = simulate(sites({ seed, seconds: 300, acts: dies }), kinds);
      const detected = noteAt(result, 'marked-down');
      expect(detected - 100).toBeGreaterThan(60);
      expect(detected - 100).toBeLessThanOrEqual(90);
      const start = Math.ceil(detected);
      expect(share(result, 'west', 0, start - 1)).toBe(0);
      // what resolvers hold runs out evenly over 60 s: half is gone after 30 s, 95 % after 57 s
      expect(Math.abs(share(result, 'west', start + 29, start + 31) - 0.5)).toBeLessThan(0.06);
      expect(Math.abs(share(result, 'west', start + 56, start + 58) - 0.95)).toBeLessThan(0.03);
      expect(share(result, 'west', start + 61)).toBe(1);
      expect(result.series('dns', 'healthyTargets').at(-1)).toBe(1);
    }
  });

  it('resolvers that ignore the time to live keep going to the dead site', () => {
    const result = simulate(sites({ seconds: 400, acts: dies, users: { ignoreTtlShare: 5 }, dns: { checkSeconds: 10 } }), kinds);
    const gone = Math.ceil(noteAt(result, 'marked-down')) + 61;
    expect(share(result, 'east', gone, gone + 20)).toBeGreaterThan(0.025);
    expect(share(result, 'east', gone, gone + 20)).toBeLessThan(0.06);
  });

  it('a silent site is found later, by the patience of the check', () => {
    for (const seed of ['a', 'b', 'c', 'd', 'e', 'f']) {
      const result = simulate(
        sites({ seed, seconds: 200, users: { ratePerSecond: 5 }, acts: [{ at: 100, act: 'hang', node: 'east' }] }),
        kinds,
      );
      expect(noteAt(result, 'marked-down') - 100).toBeGreaterThan(64);
      expect(noteAt(result, 'marked-down') - 100).toBeLessThanOrEqual(94);
    }
  });

  it('a site lives while one of its instances does', () => {
    const result = simulate(sites({ seconds: 250, acts: [{ at: 50, act: 'crash', node: 'east', instance: 0 }] }), kinds);
    expect(result.notes.some((note) => note.code === 'marked-down')).toBe(false);
  });

  it('comes back by itself', () => {
    const acts: TestAct[] = [
      { at: 20, act: 'crash', node: 'east' },
      { at: 100, act: 'recover', node: 'east' },
    ];
    const result = simulate(sites({ seconds: 250, acts, dns: { checkSeconds: 5, ttlSeconds: 10 } }), kinds);
    expect(noteAt(result, 'marked-up') - 100).toBeGreaterThan(10);
    expect(noteAt(result, 'marked-up') - 100).toBeLessThanOrEqual(15);
    expect(share(result, 'east', 130)).toBe(1);
    expect(result.notes.find((note) => note.code === 'marked-up')).toMatchObject({ node: 2, instance: -1 });
  });

  it('answers as if all were well when none is', () => {
    const acts: TestAct[] = [
      { at: 20, act: 'crash', node: 'east' },
      { at: 20, act: 'crash', node: 'west' },
    ];
    const result = simulate(sites({ acts, dns: { checkSeconds: 5, ttlSeconds: 1 } }), kinds);
    expect(result.of('dns', 'failOpenAnswers', { to: 30 })).toBe(0);
    expect(result.of('dns', 'failOpenAnswers', { from: 40 })).toBe(result.of('dns', 'completed', { from: 40 }));
    expect(result.of('dns', 'completed', { from: 40 })).toBeGreaterThan(1000);
    expect(share(result, 'east', 40)).toBe(1);
  });
});
