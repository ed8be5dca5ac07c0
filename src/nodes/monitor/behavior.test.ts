import { describe, expect, it } from 'vitest';
import { unpackBoard } from '../../engine/boardView.ts';
import { createRun } from '../../engine/run.ts';
import { loadBalancerBehavior } from '../load-balancer/behavior.ts';
import { inOrder, planOf, resultOf, simulate, type TestLink, type TestPlan } from '../testRun.ts';
import { usersBehavior } from '../users/behavior.ts';
import { webServerBehavior } from '../web-server/behavior.ts';
import { monitorBehavior } from './behavior.ts';

const kinds = { users: usersBehavior, 'load-balancer': loadBalancerBehavior, 'web-server': webServerBehavior, monitor: monitorBehavior };
const links: TestLink[] = [
  ['users', 'lb', { timeoutSeconds: 5 }],
  ['lb', 'web', { timeoutSeconds: 3 }],
  ['monitor', 'web'],
];

function test(monitor: Record<string, number | string | boolean> = {}, more: Partial<TestPlan> = {}): TestPlan {
  return {
    seconds: 200,
    nodes: {
      users: { kind: 'users', params: { ratePerSecond: 100 } },
      lb: { kind: 'load-balancer' },
      web: { kind: 'web-server', params: { instances: 4, cpuDynamicMs: 10 } },
      monitor: { kind: 'monitor', params: monitor },
    },
    links,
    ...more,
  };
}

function shown(plan: TestPlan) {
  const made = planOf(plan);
  const run = createRun(made, inOrder(kinds));
  run.advance(made.seconds, Number.MAX_SAFE_INTEGER);
  const { numbers } = run.shows()[0];
  return { ...resultOf(made, run), board: unpackBoard(numbers) };
}

describe('an alert', () => {
  it.each(['a', 'b', 'c', 'd'])('of a dead instance comes within a look, a judgement and the time it must hold (seed %s)', (seed) => {
    const run = simulate(test({}, { seed, acts: [{ at: 50, act: 'crash', node: 'web', instance: 1 }] }), kinds);
    const alert = run.notes.find(({ code }) => code === 'alert-down');
    expect(alert?.time).toBeGreaterThan(110);
    expect(alert?.time).toBeLessThanOrEqual(50 + 15 + 15 + 60 + 1e-6);
  });

  it('of a silent one waits for the monitor’s patience, too', () => {
    const run = simulate(test({}, { acts: [{ at: 50, act: 'hang', node: 'web', instance: 1 }] }), kinds);
    const alert = run.notes.find(({ code }) => code === 'alert-down');
    expect(alert?.time).toBeLessThanOrEqual(50 + 15 + 10 + 15 + 60 + 1e-6);
  });

  it('ends when its cause does, and tells how long it was', () => {
    const acts: TestPlan['acts'] = [
      { at: 20, act: 'crash', node: 'web', instance: 1 },
      { at: 130, act: 'recover', node: 'web', instance: 1 },
    ];
    const run = simulate(test({}, { acts }), kinds);
    const begun = run.notes.find(({ code }) => code === 'alert-down')!;
    const over = run.notes.find(({ code }) => code === 'alert-over')!;
    expect(over.time).toBeLessThanOrEqual(160 + 1e-6);
    expect(over.value).toBeCloseTo(over.time - begun.time, 9);
  });

  it('does not come of what passes before it must hold', () => {
    const acts: TestPlan['acts'] = [
      { at: 50, act: 'crash', node: 'web', instance: 1 },
      { at: 80, act: 'recover', node: 'web', instance: 1 },
    ];
    expect(simulate(test({}, { acts }), kinds).notes.filter(({ code }) => code.startsWith('alert'))).toEqual([]);
  });

  it('of errors, of a full tier and of slowness comes each by its own rule', () => {
    const errors = test();
    errors.nodes.web.params = { ...errors.nodes.web.params, errorPercent: 20 };
    expect(simulate(errors, kinds).notes.some(({ code }) => code === 'alert-errors')).toBe(true);
    const busy = test({ alertCpuPercent: 30 }, {});
    busy.nodes.users.params = { ratePerSecond: 300 };
    expect(simulate(busy, kinds).notes.some(({ code }) => code === 'alert-cpu')).toBe(true);
    expect(simulate(test({ alertP99Ms: 20 }), kinds).notes.some(({ code }) => code === 'alert-latency')).toBe(true);
  });

  it('by error budget comes when both windows burn, and not at a tenth of it', () => {
    const burn = (errorPercent: number) => {
      const plan = test({ rules: 'burn-rate', burnWindowSeconds: 120 });
      plan.nodes.web.params = { ...plan.nodes.web.params, errorPercent };
      return simulate(plan, kinds).notes.some(({ code }) => code === 'alert-burn');
    };
    expect(burn(5)).toBe(true);
    expect(burn(0.1)).toBe(false);
  });

  it('raises nothing while the monitor is down', () => {
    const acts: TestPlan['acts'] = [
      { at: 10, act: 'crash', node: 'monitor' },
      { at: 50, act: 'crash', node: 'web', instance: 1 },
    ];
    const run = simulate(test({}, { acts }), kinds);
    expect(run.notes.filter(({ code }) => code.startsWith('alert'))).toEqual([]);
    expect(run.of('monitor', 'scrapes', { from: 11 })).toBe(0);
  });
});

describe('after an alert', () => {
  const acts: TestPlan['acts'] = [{ at: 20, act: 'crash', node: 'web', instance: 1 }];

  it('nothing happens by itself', () => {
    expect(simulate(test({}, { acts }), kinds).of('monitor', 'repairs')).toBe(0);
  });

  it('a human comes when he comes', () => {
    const run = simulate(test({ action: 'human', reactionSeconds: 30 }, { acts }), kinds);
    const alert = run.notes.find(({ code }) => code === 'alert-down')!;
    const acted = run.notes.find(({ code }) => code === 'human-acts')!;
    expect(acted.time - alert.time).toBeCloseTo(30, 9);
    expect(run.notes.filter(({ code }) => code === 'restarted')).toMatchObject([{ time: acted.time, instance: 1 }]);
  });

  it('a machine at once', () => {
    const run = simulate(test({ action: 'automatic' }, { acts }), kinds);
    const alert = run.notes.find(({ code }) => code === 'alert-down')!;
    expect(run.notes.find(({ code }) => code === 'restarted')?.time).toBe(alert.time);
    expect(run.notes.some(({ code }) => code === 'alert-over')).toBe(true);
  });
});

describe('the board', () => {
  it('shows the busy share that the meters have, and the rate', () => {
    const { board, ...run } = shown(test());
    const [tier] = board.tiers;
    // 100 a second, 10 ms each, four servers of two
    expect(tier.utilization).toBeGreaterThan(0.1);
    expect(tier.utilization).toBeLessThan(0.15);
    const to = Math.ceil(tier.at);
    const seen = run.of('web', 'completed', { from: to - 15, to }) / 15;
    expect(tier.answersPerSecond).toBeGreaterThan(seen * 0.95);
    expect(tier.answersPerSecond).toBeLessThan(seen * 1.05);
    expect([tier.up, tier.there, board.hosts.length]).toEqual([4, 4, 4]);
  });

  it.each([
    ['merged', 0.9, 1.1],
    ['mean-of-p99', 0.1, 0.12],
  ] as const)('%s: ten hosts of which one is slow', (aggregation, least, most) => {
    const plan = test({ aggregation, scrapeSeconds: 60, alertP99Ms: 0 });
    plan.nodes.web.params = { instances: 10, cpuDynamicMs: 10, service: 'fixed', vcpu: 64 };
    plan.nodes.users.params = { ratePerSecond: 200 };
    const { board } = shown({ ...plan, acts: [{ at: 0, act: 'slow', node: 'web', instance: 3, factor: 100 }] });
    expect(board.tiers[0].p99).toBeGreaterThan(least);
    expect(board.tiers[0].p99).toBeLessThan(most);
  });

  it('is the same after the run was put back', () => {
    const plan = planOf(test({ rules: 'both' }, { acts: [{ at: 40, act: 'crash', node: 'web', instance: 1 }] }));
    const run = createRun(plan, inOrder(kinds));
    run.advance(35, Number.MAX_SAFE_INTEGER);
    const photo = run.snapshot();
    run.advance(200, Number.MAX_SAFE_INTEGER);
    const once = run.shows()[0].numbers;
    const notes = run.takeNotes();
    run.restore(photo);
    run.advance(200, Number.MAX_SAFE_INTEGER);
    expect(run.shows()[0].numbers).toEqual(once);
    const again = run.takeNotes();
    expect(notes.filter(({ time }) => time > 35)).toEqual(again);
  });
});
