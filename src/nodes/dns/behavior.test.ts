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
    dns: { kind: 'dns', params: { geoErrorPercent: 0, ...dns } },
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

  it('or, where no time of their own is set, for ten times as long as they were told', () => {
    const users = { ignoreTtlShare: 20, ignoredTtlSeconds: 0 };
    const result = simulate(sites({ seconds: 260, acts: dies, users, dns: { checkSeconds: 5, ttlSeconds: 10 } }), kinds);
    const gone = Math.ceil(noteAt(result, 'marked-down')) + 10;
    expect(share(result, 'east', gone, gone + 5)).toBeGreaterThan(0.14);
    expect(share(result, 'east', gone + 40, gone + 45)).toBeGreaterThan(0.05);
    expect(share(result, 'east', gone + 92)).toBe(0);
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

describe('dns: lots, places and mistakes', () => {
  it('S17: weights deal out resolvers, looked up anew when their answers run out', () => {
    const plan = sites({ dns: { policy: 'weighted', ttlSeconds: 20 }, users: { resolvers: 2000 } });
    const [asking, east, west, ...routes] = plan.links;
    const links: typeof plan.links = [asking, [east[0], east[1], { weight: 70 }], [west[0], west[1], { weight: 30 }], ...routes];
    const result = simulate({ ...plan, links }, kinds);
    expect(Math.abs(share(result, 'east') - 0.7)).toBeLessThan(0.03);
    const none = simulate(
      { ...plan, links: [asking, [east[0], east[1], { weight: 0 }], [west[0], west[1], { weight: 5 }], ...routes] },
      kinds,
    );
    expect(share(none, 'west')).toBe(1);
    const alike = simulate(
      { ...plan, links: [asking, [east[0], east[1], { weight: 0 }], [west[0], west[1], { weight: 0 }], ...routes] },
      kinds,
    );
    expect(Math.abs(share(alike, 'west') - 0.5)).toBeLessThan(0.04);
  });

  it('with one resolver all follow the same lot', () => {
    const result = simulate(sites({ dns: { policy: 'weighted', ttlSeconds: 3600 }, users: { resolvers: 1 } }), kinds);
    expect([0, 1]).toContain(Math.round(share(result, 'east', 2) * 1e6) / 1e6);
  });

  it('latency leaves a target whose way has become slow, at the next check; geo does not', () => {
    const slow: TestAct[] = [{ at: 50, act: 'strike-link', link: 'users>east', fault: 'latency', value: 200 }];
    const of = (policy: string) => simulate(sites({ seconds: 150, acts: slow, dns: { policy, ttlSeconds: 5, checkSeconds: 10 } }), kinds);
    const latency = of('latency');
    expect(share(latency, 'east', 0, 50)).toBe(1);
    expect(share(latency, 'west', 70)).toBe(1);
    expect(share(of('geo'), 'east')).toBe(1);
  });

  it('a single record goes on naming a dead target', () => {
    const acts: TestAct[] = [{ at: 20, act: 'crash', node: 'east' }];
    const result = simulate(sites({ acts, dns: { policy: 'single', checkSeconds: 5, ttlSeconds: 1 } }), kinds);
    expect(share(result, 'east')).toBe(1);
    expect(result.of('dns', 'failOpenAnswers')).toBe(0);
  });

  it('S21: resolvers taken for elsewhere send all their users to the wrong target', () => {
    const result = simulate(sites({ dns: { geoErrorPercent: 20, ttlSeconds: 5 }, users: { resolvers: 4000 } }), kinds);
    expect(Math.abs(share(result, 'west') - 0.2)).toBeLessThan(0.03);
    // always the same resolvers: with one of them it is all or nothing
    const one = simulate(sites({ dns: { geoErrorPercent: 50, ttlSeconds: 1 }, users: { resolvers: 1 } }), kinds);
    expect([0, 1]).toContain(share(one, 'west', 2));
    const three = sites({ dns: { geoErrorPercent: 50, ttlSeconds: 5 }, users: { resolvers: 4000 } });
    const all = simulate(
      {
        ...three,
        nodes: { ...three.nodes, north: { kind: 'web-server', params: { instances: 2 } } },
        links: [...three.links, ['dns', 'north'], ['users', 'north', { delaySeconds: 0.03, drawn: false }]],
      },
      kinds,
    );
    const sent = all.of('users', 'offered');
    expect(Math.abs(all.of('east', 'arrived') / sent - 0.5)).toBeLessThan(0.03);
    expect(Math.abs(all.of('west', 'arrived') / sent - 0.25)).toBeLessThan(0.03);
    expect(Math.abs(all.of('north', 'arrived') / sent - 0.25)).toBeLessThan(0.03);
  });

  it('a wrong record outlives its correction by the time to live', () => {
    const acts: TestAct[] = [{ at: 30, act: 'strike', node: 'dns', fault: 'wrong-record', seconds: 40 }];
    const result = simulate(sites({ seconds: 120, acts, dns: { ttlSeconds: 20 } }), kinds);
    const refused = (from: number, to: number) =>
      result.total('failed.read.refused', { from, to }) / result.total('offered.read', { from, to });
    expect(refused(0, 30)).toBe(0);
    expect(Math.abs(refused(39, 41) - 0.5)).toBeLessThan(0.06);
    expect(refused(52, 70)).toBeCloseTo(1, 3);
    expect(Math.abs(refused(79, 81) - 0.5)).toBeLessThan(0.06);
    expect(refused(92, 120)).toBe(0);
    expect(result.of('dns', 'wrongAnswers')).toBeGreaterThan(1000);
  });

  it('a provider that is down is noticed when answers run out', () => {
    const acts: TestAct[] = [{ at: 30, act: 'crash', node: 'dns' }];
    const result = simulate(sites({ seconds: 60, acts, dns: { ttlSeconds: 20 } }), kinds);
    const failed = (from: number, to: number) =>
      result.total('failed.read.refused', { from, to }) / result.total('offered.read', { from, to });
    expect(Math.abs(failed(39, 41) - 0.5)).toBeLessThan(0.06);
    expect(failed(52, 60)).toBeCloseTo(1, 3);
  });

  it('P17: who ignores the time to live stays for an exponential time of its own, and is counted', () => {
    const users = { ignoreTtlShare: 20, ignoredTtlSeconds: 100 };
    const result = simulate(
      sites({ seconds: 300, acts: [{ at: 50, act: 'hang', node: 'east' }], users, dns: { checkSeconds: 5, ttlSeconds: 5 } }),
      kinds,
    );
    const down = noteAt(result, 'marked-down');
    const left = (after: number) => share(result, 'east', Math.floor(down + after) - 2, Math.floor(down + after) + 3);
    expect(Math.abs(left(30) - 0.2 * Math.exp(-0.3))).toBeLessThan(0.04);
    expect(Math.abs(left(130) - 0.2 * Math.exp(-1.3))).toBeLessThan(0.03);
    expect(result.of('users', 'stragglers', { from: 100 })).toBeGreaterThan(result.of('east', 'arrived', { from: 100 }));
    expect(result.series('dns', 'sinceSwitch').at(-1)).toBeCloseTo(300 - down, 6);
  });
});
