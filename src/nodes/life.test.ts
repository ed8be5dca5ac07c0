import { describe, expect, it } from 'vitest';
import type { Behavior } from '../engine/behavior.ts';
import type { Fleet } from '../engine/fleet.ts';
import { createRun } from '../engine/run.ts';
import { dnsSpec } from './dns/spec.ts';
import { loadBalancerBehavior } from './load-balancer/behavior.ts';
import { inOrder, planOf, resultOf, simulate, type TestPlan } from './testRun.ts';
import { usersBehavior } from './users/behavior.ts';
import { webServerBehavior } from './web-server/behavior.ts';

type Deed = readonly [at: number, deed: (fleet: Fleet, web: number, slot: (i: number) => number) => void];

/** Stands for an operator: does this and that to the web servers at given times. It takes the place of a DNS nobody asks. */
const doer = (deeds: readonly Deed[]): Behavior => ({
  ...dnsSpec,
  create: (ctx) => ({
    start: () => deeds.forEach(([at], i) => void ctx.net.wake(ctx.node, 0, i, at)),
    wake: (_, i) => {
      const web = ctx.plan.nodes.findIndex(({ id }) => id === 'web');
      deeds[i][1](ctx.fleet, web, (n) => ctx.net.instances.first[web] + n);
    },
    receive: () => undefined,
  }),
});

const plain = { service: 'fixed', cpuDynamicMs: 10, vcpu: 1, readsPerRequest: 0, bootSeconds: 20, warmupSeconds: 0, drainSeconds: 30 };

const design = (params: Record<string, number | string | boolean> = {}, seconds = 60): TestPlan => ({
  seconds,
  nodes: {
    users: { kind: 'users', params: { ratePerSecond: 100 } },
    lb: { kind: 'load-balancer', params: { algorithm: 'round-robin' } },
    web: { kind: 'web-server', params: { ...plain, instances: 2, ...params }, slots: 6 },
    doer: { kind: 'dns' },
  },
  links: [
    ['users', 'lb', { timeoutSeconds: 5 }],
    ['lb', 'web'],
  ],
});

const behaviors = (deeds: readonly Deed[]) => ({
  users: usersBehavior,
  'load-balancer': loadBalancerBehavior,
  'web-server': webServerBehavior,
  dns: doer(deeds),
});

describe('an instance that is added', () => {
  const grows = behaviors([[10, (fleet, web) => fleet.setCount(web, 3)]]);

  it('takes requests only when it has started', () => {
    const run = simulate(design(), grows);
    const arrived = run.series('web', 'arrived', 2);
    expect(arrived.slice(0, 30).every((n) => n === 0)).toBe(true);
    expect(arrived.slice(31).every((n) => n > 15)).toBe(true);
    expect(run.total('failed.read.refused')).toBe(0);
  });

  it('is slower until it is warm: twice at first, then evenly less', () => {
    const run = simulate(design({ warmupSeconds: 20 }), grows);
    const cost = (second: number) => run.series('web', 'utilization', 2)[second] / run.series('web', 'arrived', 2)[second];
    expect(cost(30)).toBeGreaterThan(0.0185);
    expect(cost(40)).toBeCloseTo(0.0148, 3);
    expect(cost(55)).toBeCloseTo(0.01, 3);
  });

  it('is known to the glance while it starts', () => {
    const plan = planOf(design());
    const run = createRun(plan, inOrder(grows));
    run.advance(15, Number.MAX_SAFE_INTEGER);
    const rows = new Float32Array(run.slots * 9);
    run.glance(rows);
    const phases = Array.from({ length: run.slots }, (_, slot) => rows[slot * 9 + 7]);
    expect(phases.filter((phase) => phase === 1)).toHaveLength(1);
  });

  it('comes at once when its count is set by hand, unless the part says otherwise', () => {
    const raised = (params: Record<string, boolean>) =>
      simulate({ ...design(params), acts: [{ at: 10, act: 'instances', node: 'web', count: 3 }] }, behaviors([])).series(
        'web',
        'arrived',
        2,
      );
    expect(raised({})[12]).toBeGreaterThan(15);
    expect(raised({ bootsByHand: true })[25]).toBe(0);
    expect(raised({ bootsByHand: true })[35]).toBeGreaterThan(15);
  });
});

describe('an instance that is taken away', () => {
  const slow = { cpuDynamicMs: 1000, service: 'fixed', vcpu: 100 };

  it('finishes what it has and gets nothing new', () => {
    const run = simulate(design(slow), behaviors([[10, (fleet, web) => fleet.setCount(web, 1)]]));
    expect(run.total('failed.read.refused')).toBe(0);
    const gone = run.series('web', 'arrived', 1);
    expect(gone.slice(11).every((n) => n === 0)).toBe(true);
    expect(run.series('web', 'completed', 1)[10]).toBeGreaterThan(20);
  });

  it('loses what it has not finished when its time is over', () => {
    const run = simulate(design({ ...slow, drainSeconds: 0.5 }), behaviors([[10, (fleet, web) => fleet.setCount(web, 1)]]));
    const lost = run.total('failed.read.refused');
    expect(lost).toBeGreaterThan(10);
    expect(lost).toBeLessThan(50);
  });

  it('goes at once when it has not even started', () => {
    const run = simulate(
      design(),
      behaviors([
        [10, (fleet, web) => fleet.setCount(web, 4)],
        [15, (fleet, web) => fleet.setCount(web, 2)],
      ]),
    );
    expect(run.of('web', 'arrived', { instance: 2 }) + run.of('web', 'arrived', { instance: 3 })).toBe(0);
  });

  it('is paid for until it has gone, and counts as serving only while it does', () => {
    const seen: number[] = [];
    simulate(
      design(),
      behaviors([
        [10, (fleet, web) => fleet.setCount(web, 3)],
        [50, (fleet, web) => void seen.push(fleet.paidSeconds(web), fleet.servedSeconds(web))],
      ]),
    );
    expect(seen).toEqual([2 * 50 + 40, 2 * 50 + 20]);
  });

  it('serves nobody while it starts, whenever one asks', () => {
    const seen: number[] = [];
    simulate(
      design(),
      behaviors([
        [10, (fleet, web) => fleet.setCount(web, 3)],
        [25, (fleet, web) => void seen.push(fleet.paidSeconds(web), fleet.servedSeconds(web))],
      ]),
    );
    expect(seen).toEqual([2 * 25 + 15, 2 * 25]);
  });

  it('starts from the beginning when it is called back, whatever had been under way', () => {
    const run = simulate(
      design(),
      behaviors([
        [10, (fleet, web) => fleet.setCount(web, 3)],
        [15, (fleet, web) => fleet.setCount(web, 2)],
        [20, (fleet, web) => fleet.setCount(web, 3)],
      ]),
    );
    expect(run.of('web', 'arrived', { instance: 2, to: 40 })).toBe(0);
    expect(run.of('web', 'arrived', { instance: 2, from: 41 })).toBeGreaterThan(500);
  });

  it.each([
    [false, [0, 1]],
    [true, [0, 2]],
  ])('goes first while it starts, or last if that is wanted: %s', (servingFirst, staying) => {
    const run = simulate(
      design(),
      behaviors([
        [10, (fleet, web) => fleet.setCount(web, 3)],
        [15, (fleet, web) => fleet.setCount(web, 2, servingFirst)],
      ]),
    );
    expect([0, 1, 2].filter((instance) => run.of('web', 'arrived', { instance, from: 50 }) > 0)).toEqual(staying);
  });
});

describe('a version', () => {
  const release: Deed = [
    10,
    (fleet, web, slot) => {
      fleet.describe(web, 1, { errors: 0.5, burden: 3, leakSeconds: 0 });
      fleet.restart(slot(0), 1);
    },
  ];

  it('brings its errors and its slowness to the instances that run it, and only to them', () => {
    const run = simulate(design(), behaviors([release]));
    const of = (metric: string, instance: number) => run.of('web', metric, { instance, from: 31 });
    expect(of('failed', 0) / (of('failed', 0) + of('completed', 0))).toBeCloseTo(0.5, 1);
    expect(of('failed', 1)).toBe(0);
    expect(run.series('web', 'completed', 0)[40] + run.series('web', 'failed', 0)[40]).toBeLessThan(35);
    expect(run.total('failed.read.refused')).toBe(0);
  });

  it('that leaks dies when memory is full, boots as long as any, and leaks again', () => {
    const leaks: Deed = [
      10,
      (fleet, web, slot) => {
        fleet.describe(web, 1, { errors: 0, burden: 1, leakSeconds: 10 });
        fleet.restart(slot(0), 1);
      },
    ];
    const { notes } = simulate(design({}, 120), behaviors([leaks]));
    const times = (wanted: string) => notes.filter(({ code }) => code === wanted).map(({ time }) => Math.floor(time));
    // drained at once or nearly so, 20 s to boot, 10 s until memory is full
    expect(times('crash')).toEqual([40, 70, 100]);
    expect(times('recover')).toEqual([60, 90]);
  });

  it('is part of what a photograph holds', () => {
    const plan = planOf(design());
    const run = createRun(plan, inOrder(behaviors([release])));
    run.advance(20, Number.MAX_SAFE_INTEGER);
    const photograph = run.snapshot();
    run.takeFrames();
    run.advance(60, Number.MAX_SAFE_INTEGER);
    const first = resultOf(plan, run).series('web', 'failed');
    run.restore(photograph);
    run.advance(60, Number.MAX_SAFE_INTEGER);
    expect(resultOf(plan, run).series('web', 'failed')).toEqual(first);
  });
});
