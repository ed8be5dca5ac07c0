import { describe, expect, it } from 'vitest';
import type { ScenarioEvent } from '../../design/design.ts';
import { partitionBetween } from '../../design/regionFaults.ts';
import { readingsOf } from '../../engine/readings.ts';
import { type Drawing, draw } from '../../library/template.ts';
import { compile } from '../../runner/compile.ts';
import { runHeadless } from '../../runner/headless.ts';
import { behaviors } from '../behaviors.ts';

type Params = NonNullable<Extract<Drawing['nodes'][number], { kind: 'global-balancer' }>['params']>;

const server = { vcpu: 96, cpuDynamicMs: 0.1, service: 'fixed', readsPerRequest: 0, threads: 10_000 } as const;

/** People of the eastern US and of Korea, a site near each, and one address for both. */
const world = (
  params: Params,
  links: Drawing['links'] = [
    ['gb', 'east', { timeoutMs: 2000 }],
    ['gb', 'seoul', { timeoutMs: 2000 }],
  ],
) =>
  draw({
    title: 'One address',
    seconds: 120,
    groups: [
      { id: 'ue', label: 'Users east', region: 'us-east', at: [0, 0], size: [200, 200] },
      { id: 'us', label: 'Users Seoul', region: 'seoul', at: [0, 300], size: [200, 200] },
      { id: 'e', label: 'East', region: 'us-east', at: [600, 0], size: [400, 200] },
      { id: 's', label: 'Seoul', region: 'seoul', at: [600, 300], size: [400, 200] },
    ],
    nodes: [
      { id: 'american', kind: 'users', at: [20, 60], group: 'ue', params: { ratePerSecond: 300 } },
      { id: 'korean', kind: 'users', at: [20, 360], group: 'us', params: { ratePerSecond: 200 } },
      { id: 'gb', kind: 'global-balancer', at: [300, 150], params },
      { id: 'east', kind: 'web-server', at: [620, 60], group: 'e', params: { ...server, instances: 2 } },
      { id: 'seoul', kind: 'web-server', at: [620, 360], group: 's', params: server },
    ],
    links: [['american', 'gb', { timeoutMs: 5000, retries: 0 }], ['korean', 'gb', { timeoutMs: 5000, retries: 0 }], ...links],
    workload: { staticShare: 0, writeShare: 20 },
  });

const run = (design: ReturnType<typeof world>, scenario: readonly ScenarioEvent[] = []) => {
  const { plan, problems } = compile({ ...design, scenario });
  if (plan === null) throw new Error(JSON.stringify(problems));
  const { layout, frames, notes } = runHeadless(plan, behaviors);
  return readingsOf(plan, layout, frames, notes);
};
const share = (readings: ReturnType<typeof run>, of: 'american' | 'korean', where: 'east' | 'seoul', from = 5) => {
  const instance = of === 'american' ? 0 : 1;
  const sent = (region: number) => readings.of('gb', `sentTo${region}`, { instance, from });
  return sent(where === 'east' ? 0 : 4) / (sent(0) + sent(4));
};
const dies = (at: number): ScenarioEvent[] => [{ at, act: 'hang', node: 'east', instance: null }];

describe('global balancer', () => {
  it('stands near everybody and hands on to the region nearby, over all of its servers', () => {
    const readings = run(world({}));
    expect(share(readings, 'american', 'east')).toBe(1);
    expect(share(readings, 'korean', 'seoul')).toBe(1);
    // 10 ms to the place, 30 from there, and 2 ms of work
    expect(readings.quantile(0.5) * 1000).toBeGreaterThan(38);
    expect(readings.quantile(0.5) * 1000).toBeLessThan(46);
    const per = [0, 1].map((instance) => readings.of('east', 'arrived', { instance }));
    expect(Math.abs(per[0] / (per[0] + per[1]) - 0.5)).toBeLessThan(0.02);
    expect(readings.of('gb', 'sentAway')).toBe(0);
  });

  it('S20: a silent region is left at once when it has been found out, by at most three checks and a second', () => {
    for (const seed of ['a', 'b', 'c', 'd']) {
      const readings = run({ ...world({}), seed }, dies(50));
      const found = readings.notes.find(({ code }) => code === 'marked-down')!.time - 50;
      expect(found).toBeGreaterThan(21);
      expect(found).toBeLessThanOrEqual(31);
      const after = Math.ceil(50 + found);
      expect(share(readings, 'american', 'seoul', after)).toBe(1);
      expect(readings.series('gb', 'sinceSwitch').at(-1)).toBeCloseTo(70 - found, 6);
      // but for those under way at either end
      expect(
        Math.abs(readings.of('gb', 'sentAway', { from: after }) / readings.of('american', 'offered', { from: after }) - 1),
      ).toBeLessThan(0.003);
    }
  });

  it('reads that fail in one region are tried in another, writes are not', () => {
    const acts: ScenarioEvent[] = [{ at: 50, act: 'crash', node: 'east', instance: null }];
    const reads = (retryOther: boolean) => run(world({ retryOther, checkSeconds: 60 }), acts);
    const without = reads(false);
    const trying = reads(true);
    expect(without.total('failed.read.refused')).toBeGreaterThan(5000);
    expect(trying.total('failed.read.refused')).toBe(0);
    expect(trying.total('failed.write.refused')).toBe(without.total('failed.write.refused'));
    expect(trying.of('gb', 'triedNext')).toBeGreaterThan(5000);
  });

  it('by weight, a user keeps his lot; the first in line takes all under failover', () => {
    const links: Drawing['links'] = [
      ['gb', 'east', { weight: 70 }],
      ['gb', 'seoul', { weight: 30 }],
    ];
    const weighted = run(world({ policy: 'weighted' }, links));
    for (const of of ['american', 'korean'] as const) expect(Math.abs(share(weighted, of, 'east') - 0.7)).toBeLessThan(0.02);
    const first = run(world({ policy: 'failover' }), dies(50));
    expect(share(first, 'korean', 'seoul', 85)).toBe(1);
    expect(share(first, 'korean', 'east', 5)).toBeGreaterThan(0.4);
  });

  it('asks all when none is well', () => {
    const readings = run(world({ checkSeconds: 2 }), [...dies(10), { at: 10, act: 'hang', node: 'seoul', instance: null }]);
    expect(readings.of('gb', 'failOpen', { from: 20 })).toBe(
      readings.of('gb', 'sentTo0', { from: 20 }) + readings.of('gb', 'sentTo4', { from: 20 }),
    );
  });

  it('a dead place gives its users to another one', () => {
    const readings = run(world({}), [{ at: 50, act: 'crash', node: 'gb', instance: 0 }]);
    const all = readings.total('offered.read', { from: 60 }) + readings.total('offered.write', { from: 60 });
    expect(Math.abs(readings.of('gb', 'arrived', { instance: 1, from: 60 }) / all - 1)).toBeLessThan(0.003);
    expect(readings.total('failed.read.refused', { from: 60 })).toBe(0);
  });

  it('is between its users and the regions when these are cut off from each other', () => {
    const design = world({});
    expect(partitionBetween(design, 'ue', 'e', 'both')).toEqual([]);
  });
});
