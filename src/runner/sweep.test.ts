import { describe, expect, it } from 'vitest';
import { setParam, setSeconds } from '../design/edits.ts';
import { behaviors } from '../nodes/behaviors.ts';
import { compile } from './compile.ts';
import { idOf, shop } from './designsForTests.ts';
import { isSpacedByFactors, mostRuns, runsOf, sweepOf, sweptKnee, sweptPoints } from './sweep.ts';
import type { Target } from './sweepAxis.ts';
import { playWorld } from './world.ts';
import { estimateMetric } from './worldMetrics.ts';

const design = shop();
const web = idOf(design, 'web-server');
const users = idOf(design, 'users');
const instances: Target = { on: 'node', id: web, field: 'instances' };
const traffic: Target = { on: 'workload', field: 'traffic' };

describe('a sweep', () => {
  it('is the design at each value, for as long as asked, with the luck of the design', () => {
    const swept = sweepOf(design, { axes: [{ target: instances, values: [1, 3] }], worlds: 2, seconds: 7 });
    expect(swept.ok && swept.points.map(({ values }) => values)).toEqual([[1], [3]]);
    const byHand = compile(setSeconds(setParam(design, web, 'instances', 3), 7)).plan;
    expect(swept.ok && swept.points[1].plan).toEqual(byHand);
  });

  it('of two numbers is every pair, the first going fastest', () => {
    const axes = [
      { target: instances, values: [1, 2] },
      { target: traffic, values: [1, 5, 9] },
    ];
    const swept = sweepOf(design, { axes, worlds: 1, seconds: 5 });
    expect(swept.ok && swept.points.map(({ values }) => values)).toEqual([
      [1, 1],
      [2, 1],
      [1, 5],
      [2, 5],
      [1, 9],
      [2, 9],
    ]);
    const last = swept.ok ? swept.points[5].design : design;
    expect(last.workload.params.traffic).toBe(9);
    expect(last.nodes.find(({ id }) => id === web)?.params.instances).toBe(2);
  });

  it('of a billion is refused with their number, at once', () => {
    const many = Array.from({ length: 10_000 }, (_, i) => i);
    const asked = {
      axes: [
        { target: instances, values: many },
        { target: traffic, values: many },
      ],
      worlds: 10,
      seconds: 60,
    };
    expect(runsOf(asked)).toBe(1e9);
    expect(sweepOf(design, asked)).toEqual({ ok: false, why: 'too-many', runs: 1e9 });
    const just = { axes: [{ target: traffic, values: many.slice(0, mostRuns / 10) }], worlds: 10, seconds: 5 };
    expect(sweepOf(design, just).ok).toBe(true);
    expect(sweepOf(design, { ...just, worlds: 11 }).ok).toBe(false);
  });

  it('of nothing, and of a design that cannot run, is refused', () => {
    expect(sweepOf(design, { axes: [], worlds: 3, seconds: 5 })).toEqual({ ok: false, why: 'nothing' });
    expect(sweepOf(design, { axes: [{ target: instances, values: [] }], worlds: 3, seconds: 5 })).toEqual({ ok: false, why: 'nothing' });
    const broken = { ...design, links: [] };
    const asked = { axes: [{ target: instances, values: [4] }], worlds: 1, seconds: 5 };
    expect(sweepOf(broken, asked)).toEqual({ ok: false, why: 'cannot-run', values: [4] });
  });

  it('says of each point what its worlds say, in any order, and nothing of those that are not played', () => {
    const asked = { axes: [{ target: instances, values: [1, 2] }], worlds: 3, seconds: 8 };
    const swept = sweepOf(design, asked);
    if (!swept.ok) throw new Error('it runs');
    const worlds = [1, 2, 3].map((number) => playWorld(swept.points[0].plan, behaviors, number));
    const [first, second] = sweptPoints(swept.points, [[worlds[2], worlds[0], worlds[1]]], 'p50');
    expect(first).toEqual({ values: [1], worlds: 3, ...estimateMetric(worlds, 'p50') });
    expect(first.value).toBeGreaterThan(0);
    expect(second).toEqual({ values: [2], worlds: 0, value: null, interval: null, isTooLittle: false });
  });

  it('of traffic over one server bends where the server is nearly full', () => {
    const lonely = setParam(setParam(design, web, 'instances', 1), users, 'ratePerSecond', 100);
    const values = [1, 2, 3, 4, 4.5, 5, 5.5, 6];
    const swept = sweepOf(lonely, { axes: [{ target: traffic, values }], worlds: 1, seconds: 20 });
    if (!swept.ok) throw new Error('it runs');
    const played = swept.points.map(({ plan }) => [playWorld(plan, behaviors, 1)]);
    const knee = sweptKnee(sweptPoints(swept.points, played, 'mean'), 'mean');
    const share = played[knee!.at][0].utilization[design.nodes.findIndex(({ id }) => id === web)];
    expect(share).toBeGreaterThan(0.6);
    expect(share).toBeLessThan(1);
  });
});

it('knows which values go by factors', () => {
  expect(isSpacedByFactors([1, 10, 100])).toBe(true);
  expect(isSpacedByFactors([1, 2, 3, 4])).toBe(false);
  expect(isSpacedByFactors([0, 10, 100])).toBe(false);
  expect(isSpacedByFactors([1, 2])).toBe(false);
});
