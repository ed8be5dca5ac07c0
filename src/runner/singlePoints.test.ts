import { describe, expect, it } from 'vitest';
import { setParam } from '../design/edits.ts';
import { draw } from '../library/template.ts';
import { behaviors } from '../nodes/behaviors.ts';
import { isSinglePoint, killing, killingsOf, lossOf } from './singlePoints.ts';
import { playWorld } from './world.ts';

const shop = draw({
  title: 'shop',
  nodes: [
    { id: 'users', kind: 'users', at: [0, 0], params: { ratePerSecond: 50 } },
    { id: 'lb', kind: 'load-balancer', at: [1, 0], params: { checkSeconds: 5, standbys: 1 } },
    { id: 'web', kind: 'web-server', at: [2, 0], params: { instances: 3 } },
    { id: 'cache', kind: 'cache', at: [3, 0] },
    { id: 'db', kind: 'database', at: [3, 1], params: { replicas: 1, failoverSeconds: 30 } },
  ],
  links: [
    ['users', 'lb', { timeoutMs: 2000 }],
    ['lb', 'web', { timeoutMs: 1500 }],
    ['web', 'cache', { timeoutMs: 200 }],
    ['web', 'db', { timeoutMs: 500 }],
  ],
});

const singlePointsOf = (design: typeof shop): string[] =>
  killingsOf(design).flatMap(({ node, plan }) => (lossOf(playWorld(plan, behaviors, 1)).isSinglePoint ? [node] : []));

describe('single points of failure', () => {
  it('a design with two of everything has none; users are no part to kill', () => {
    expect(killingsOf(shop).map(({ node }) => node)).toEqual(['lb', 'web', 'cache', 'db']);
    expect(singlePointsOf(shop)).toEqual([]);
  });

  it('what has no second is one', () => {
    expect(singlePointsOf(setParam(shop, 'lb', 'standbys', 0))).toEqual(['lb']);
    expect(singlePointsOf(setParam(shop, 'web', 'instances', 1))).toEqual(['web']);
  });

  it('a second that takes over too late is none', () => {
    expect(singlePointsOf(setParam(shop, 'lb', 'takeoverSeconds', 90))).toEqual(['lb']);
  });

  it.each([
    ['two of everything', shop],
    ['one balancer', setParam(shop, 'lb', 'standbys', 0)],
    ['one server', setParam(shop, 'web', 'instances', 1)],
    ['a second that comes late', setParam(shop, 'lb', 'takeoverSeconds', 90)],
    ['one that comes after a minute', setParam(shop, 'lb', 'takeoverSeconds', 60)],
    ['one that comes just in time', setParam(shop, 'db', 'failoverSeconds', 55)],
  ])('of %s the same is said before the end as after it', (_, design) => {
    for (const { plan } of killingsOf(design)) {
      let playedTo = 0;
      const isOne = isSinglePoint(plan, behaviors, (time) => {
        playedTo = time;
      });
      expect(isOne).toBe(lossOf(playWorld(plan, behaviors, 1)).isSinglePoint);
      // bad for a minute, or no longer bad with a minute to go; then what is left of a slice
      expect(playedTo).toBeLessThan(isOne ? killing.at + 90 : killing.at + killing.watched - 30);
    }
  });

  it('what was so before the kill does not count', () => {
    const [{ plan }] = killingsOf(setParam(shop, 'web', 'instances', 1)).filter(({ node }) => node === 'web');
    const node = plan.nodes.findIndex(({ id }) => id === 'web');
    const acts = (['crash', 'recover'] as const).map((act, i) => ({ at: i * (killing.at + 50), act, node, instance: 0, factor: 1 }));
    const early = { ...plan, acts };
    expect(isSinglePoint(early, behaviors)).toBe(false);
    expect(lossOf(playWorld(early, behaviors, 1)).isSinglePoint).toBe(false);
  });

  it('a stretch in which nothing ends counts as below; one of just a minute is forgiven', () => {
    const course = (bad: number) => ({
      stretchSeconds: 2,
      p99: new Float64Array(0),
      goodput: Float64Array.from({ length: 120 }, (_, i) => (i * 2 >= killing.at && i * 2 < killing.at + bad ? 0 : 10)),
      failed: new Float64Array(120),
    });
    expect(lossOf({ course: course(60) })).toEqual({ availability: 1, secondsBelow: 60, isSinglePoint: false });
    expect(lossOf({ course: course(62) }).isSinglePoint).toBe(true);
  });
});
