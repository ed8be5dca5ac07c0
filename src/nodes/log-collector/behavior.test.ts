import { describe, expect, it } from 'vitest';
import { unpackLogs } from '../../engine/logView.ts';
import { createRun } from '../../engine/run.ts';
import { inOrder, planOf, resultOf, simulate, type TestLink, type TestPlan } from '../testRun.ts';
import { usersBehavior } from '../users/behavior.ts';
import { webServerBehavior } from '../web-server/behavior.ts';
import { logCollectorBehavior } from './behavior.ts';

const kinds = { users: usersBehavior, 'web-server': webServerBehavior, 'log-collector': logCollectorBehavior };
const links: TestLink[] = [
  ['users', 'web'],
  ['logs', 'web', { delaySeconds: 0.001 }],
];

function test(logs: Record<string, number | string | boolean> = {}, more: Partial<TestPlan> = {}, rate = 200): TestPlan {
  return {
    seconds: 60,
    nodes: {
      users: { kind: 'users', params: { ratePerSecond: rate } },
      web: { kind: 'web-server', params: { instances: 4, cpuDynamicMs: 1 } },
      logs: { kind: 'log-collector', params: logs },
    },
    links,
    ...more,
  };
}

/** What the panel would show at the end, beside the frames. */
function shown(plan: TestPlan) {
  const made = planOf(plan);
  const run = createRun(made, inOrder(kinds));
  run.advance(made.seconds, Number.MAX_SAFE_INTEGER);
  return { ...resultOf(made, run), logs: unpackLogs(run.shows()[0].numbers) };
}

describe('lines', () => {
  it('are so many for every answer, found within one flush', () => {
    const run = simulate(test(), kinds);
    const answers = run.of('web', 'completed');
    const lines = run.of('logs', 'lines');
    const held = run.series('logs', 'bufferedLines').at(-1);
    expect(lines + (held ?? 0)).toBe(answers * 5);
    const lags = run.series('logs', 'ingestLag');
    for (const lag of lags) expect(lag).toBeLessThan(5.05);
    expect(Math.max(...lags)).toBeGreaterThan(4.5);
  });

  it('come from the watched part alone, and watching changes nothing of the run', () => {
    const watched = simulate(test(), kinds);
    const alone = simulate({ ...test(), links: [links[0]] }, kinds);
    expect(alone.of('logs', 'lines')).toBe(0);
    expect(watched.series('web', 'completed')).toEqual(alone.series('web', 'completed'));
    expect(watched.series('web', 'p99')).toEqual(alone.series('web', 'p99'));
  });

  it('of a dead host that had not been shipped are lost, to the last one', () => {
    const crash: TestPlan['acts'] = [{ at: 30, act: 'crash', node: 'web', instance: 2 }];
    const run = simulate(test({}, { acts: crash }), kinds);
    const lost = run.of('logs', 'lostLines');
    expect(lost).toBeGreaterThan(0);
    // 50 answers a second, five lines each, for less than one flush
    expect(lost).toBeLessThan(50 * 5 * 5 * 1.3);
    const written = (run.of('web', 'completed') + run.of('web', 'failed')) * 5;
    const refused = run.of('web', 'failed') * 5;
    expect(run.of('logs', 'lines') + lost + (run.series('logs', 'bufferedLines').at(-1) ?? 0)).toBe(written - refused);
  });

  it('are kept or dropped request by request, failures always kept', () => {
    const sampled = test({ samplePercent: 10 }, {}, 400);
    sampled.nodes.web.params = { ...sampled.nodes.web.params, errorPercent: 2 };
    const run = shown(sampled);
    const failed = run.of('web', 'failed');
    const kept = run.logs.groups.reduce((sum, { count }) => sum + count, 0);
    const share = (kept - failed) / run.of('web', 'completed');
    expect(share).toBeGreaterThan(0.08);
    expect(share).toBeLessThan(0.12);
  });
});

describe('a full buffer', () => {
  // two seconds of a host's lines
  const small = { bufferMb: 0.25, lineBytes: 500 };

  it('drops lines when it is not waited for', () => {
    const run = simulate(test(small), kinds);
    expect(run.of('logs', 'droppedLines')).toBeGreaterThan(1000);
    expect(run.total('completed.read')).toBeGreaterThan(11_000);
  });

  it('stops the host when it is, and it goes on with the next shipment', () => {
    const run = simulate(test({ ...small, mode: 'sync' }), kinds);
    expect(run.of('logs', 'droppedLines')).toBe(0);
    expect(run.series('web', 'completed').filter((count) => count < 50).length).toBeGreaterThan(5);
    expect(run.of('web', 'completed', { from: 30 })).toBeGreaterThan(1000);
  });

  it('leaves a host as slow as it was, for every reason that it is', () => {
    const acts: TestPlan['acts'] = [
      { at: 1, act: 'slow', node: 'web', factor: 3 },
      { at: 30, act: 'strike', node: 'web', fault: 'steal', value: 50 },
    ];
    const plan = test({ ...small, mode: 'sync' }, { acts });
    plan.nodes.web.params = { ...plan.nodes.web.params, service: 'fixed', readsPerRequest: 0, vcpu: 1 };
    const run = simulate(plan, kinds);
    const busyMs = (from: number, to: number) => {
      const busy = run.series('web', 'utilization').slice(from, to);
      return (busy.reduce((sum, share) => sum + share, 0) * 1000) / run.of('web', 'completed', { from, to });
    };
    expect(run.of('logs', 'droppedLines')).toBe(0);
    expect(busyMs(10, 30)).toBeCloseTo(3, 1);
    expect(busyMs(35, 60)).toBeCloseTo(6, 1);
  });

  it('fills while the collector is down, and everything arrives late afterwards', () => {
    const acts: TestPlan['acts'] = [
      { at: 10, act: 'crash', node: 'logs' },
      { at: 40, act: 'recover', node: 'logs' },
    ];
    const run = simulate(test({}, { acts }), kinds);
    expect(run.of('logs', 'lines', { from: 11, to: 40 })).toBe(0);
    expect(Math.max(...run.series('logs', 'ingestLag'))).toBeGreaterThan(25);
    expect(run.of('logs', 'lines') + (run.series('logs', 'bufferedLines').at(-1) ?? 0)).toBe(run.of('web', 'completed') * 5);
  });
});

describe('what is found', () => {
  it('are the newest lines and exact counts by message, host and version', () => {
    const broken = test();
    broken.nodes.web.params = { ...broken.nodes.web.params, errorPercent: 10 };
    const run = shown(broken);
    const { lines, groups } = run.logs;
    expect(lines.length).toBeGreaterThan(50);
    expect(lines.length).toBeLessThanOrEqual(512);
    for (let i = 1; i < lines.length; i++) expect(lines[i].time).toBeLessThanOrEqual(lines[i - 1].time);
    const counted = groups.reduce((sum, { count }) => sum + count, 0);
    expect(counted * 5).toBe(run.of('logs', 'lines'));
    // two messages of four hosts
    expect(groups).toHaveLength(8);
  });

  it('is the same after the run was put back', () => {
    const plan = planOf(test({}, { acts: [{ at: 20, act: 'crash', node: 'web', instance: 1 }] }));
    const run = createRun(plan, inOrder(kinds));
    run.advance(15, Number.MAX_SAFE_INTEGER);
    const photo = run.snapshot();
    run.advance(60, Number.MAX_SAFE_INTEGER);
    const once = unpackLogs(run.shows()[0].numbers);
    run.restore(photo);
    run.advance(60, Number.MAX_SAFE_INTEGER);
    expect(unpackLogs(run.shows()[0].numbers)).toEqual(once);
  });
});
