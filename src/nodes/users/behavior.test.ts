import { describe, expect, it } from 'vitest';
import { linkFields } from '../../design/linkFields.ts';
import { workloadFields } from '../../design/workloadFields.ts';
import type { Behavior } from '../../engine/behavior.ts';
import { FORM } from '../../engine/durations.ts';
import { CLASS, OUTCOME, workloadParams } from '../../engine/plan.ts';
import { dnsBehavior } from '../dns/behavior.ts';
import { answeringServer, simulate, type TestPlan } from '../testRun.ts';
import { usersBehavior } from './behavior.ts';

const kinds = { users: usersBehavior, dns: dnsBehavior, 'web-server': answeringServer };

const oneServer = (plan: Partial<TestPlan> & { rate?: number; users?: Record<string, number>; cpuDynamicMs?: number } = {}): TestPlan => ({
  seconds: 100,
  nodes: {
    users: { kind: 'users', params: { ratePerSecond: plan.rate ?? 200, ...plan.users } },
    web: { kind: 'web-server', params: { cpuDynamicMs: plan.cpuDynamicMs ?? 5 } },
  },
  links: [['users', 'web', { delaySeconds: 0.01 }]],
  ...plan,
});

/** A server that writes down what it was asked for. */
function recorder(seen: { cls: number; key: number }[]): Behavior {
  return {
    ...answeringServer,
    create: ({ net }) => ({
      receive: (call) => {
        seen.push({ cls: net.calls.cls[call], key: net.calls.key[call] });
        net.reply(call, OUTCOME.ok);
      },
    }),
  };
}

describe('users: arrivals', () => {
  it('names the numbers of the workload, and the forms of a delay, in the order of the design', () => {
    expect(workloadParams).toEqual(Object.keys(workloadFields));
    expect(Object.keys(FORM).slice(0, linkFields.delay.options.length)).toEqual(linkFields.delay.options);
  });

  it('are a Poisson process: variance of counts over mean is 1', () => {
    const { series } = simulate(oneServer({ rate: 100, seconds: 3000 }), kinds);
    const counts = series('users', 'offered');
    const mean = counts.reduce((a, b) => a + b, 0) / counts.length;
    const variance = counts.reduce((a, b) => a + (b - mean) ** 2, 0) / (counts.length - 1);
    expect(Math.abs(mean - 100)).toBeLessThan(4 * Math.sqrt(100 / 3000));
    // the ratio's own standard deviation is sqrt(2 / 3000) = 0.026
    expect(Math.abs(variance / mean - 1)).toBeLessThan(0.1);
  });

  it('follow the traffic slider from the moment it is moved, and rest at 0', () => {
    const { of } = simulate(
      oneServer({
        rate: 100,
        seconds: 300,
        acts: [
          { at: 100, act: 'workload', field: 'traffic', value: 3 },
          { at: 200, act: 'workload', field: 'traffic', value: 0 },
          { at: 250, act: 'param', node: 'users', field: 'ratePerSecond', value: 50 },
          { at: 250, act: 'workload', field: 'traffic', value: 2 },
        ],
      }),
      kinds,
    );
    expect(Math.abs(of('users', 'offered', { from: 0, to: 100 }) - 10_000)).toBeLessThan(400);
    expect(Math.abs(of('users', 'offered', { from: 100, to: 200 }) - 30_000)).toBeLessThan(700);
    expect(of('users', 'offered', { from: 200, to: 250 })).toBe(0);
    expect(Math.abs(of('users', 'offered', { from: 250, to: 300 }) - 5000)).toBeLessThan(290);
  });

  it('of one population do not depend on what else is in the design, nor on changes elsewhere', () => {
    const alone = simulate(oneServer(), kinds);
    const plan = oneServer();
    const together = simulate(
      {
        ...plan,
        nodes: { others: { kind: 'users', params: { ratePerSecond: 700 } }, ...plan.nodes, more: { kind: 'web-server' } },
        links: [['others', 'web'], ['others', 'more'], ...plan.links],
        acts: [
          { at: 20, act: 'crash', node: 'web' },
          { at: 30, act: 'recover', node: 'web' },
          { at: 40, act: 'param', node: 'others', field: 'ratePerSecond', value: 10 },
          { at: 50, act: 'workload', field: 'keys', value: 20 },
        ],
      },
      kinds,
    );
    expect(together.series('users', 'offered')).toEqual(alone.series('users', 'offered'));
    expect(together.of('others', 'offered')).toBeGreaterThan(20_000);
    const other = simulate(oneServer({ seed: 'another' }), kinds);
    expect(other.series('users', 'offered')).not.toEqual(alone.series('users', 'offered'));
  });
});

describe('users: what they ask for', () => {
  it('classes by their shares, keys by Zipf, rows behind files', () => {
    const seen: { cls: number; key: number }[] = [];
    const workload = { staticShare: 40, writeShare: 10, keys: 500, keySkew: 1, staticFiles: 300, staticSkew: 0 };
    simulate(oneServer({ rate: 1000, workload }), { ...kinds, 'web-server': recorder(seen) });
    const share = (test: (asked: { cls: number; key: number }) => boolean, of = seen) => of.filter(test).length / of.length;
    expect(seen.length).toBeGreaterThan(95_000);
    expect(Math.abs(share(({ cls }) => cls === CLASS.static) - 0.4)).toBeLessThan(0.005);
    expect(Math.abs(share(({ cls }) => cls === CLASS.write) - 0.1)).toBeLessThan(0.004);
    const files = seen.filter(({ cls }) => cls === CLASS.static);
    const rows = seen.filter(({ cls }) => cls !== CLASS.static);
    expect(files.every(({ key }) => key >= 0 && key < 300)).toBe(true);
    expect(rows.every(({ key }) => key >= 300 && key < 800)).toBe(true);
    expect(Math.abs(share(({ key }) => key < 150, files) - 0.5)).toBeLessThan(0.01);
    let harmonic = 0;
    for (let rank = 1; rank <= 500; rank++) harmonic += 1 / rank;
    expect(Math.abs(share(({ key }) => key === 300, rows) - 1 / harmonic)).toBeLessThan(0.006);
    expect(Math.abs(share(({ key }) => key === 309, rows) - 0.1 / harmonic)).toBeLessThan(0.002);
  });

  it('in other classes once the workload says so', () => {
    const seen: { cls: number; key: number }[] = [];
    const acts = [{ at: 50, act: 'workload', field: 'writeShare', value: 100 }] as const;
    simulate(oneServer({ acts, workload: { writeShare: 0 } }), { ...kinds, 'web-server': recorder(seen) });
    const half = Math.floor(seen.length / 2);
    expect(seen.slice(0, half - 500).every(({ cls }) => cls === CLASS.read)).toBe(true);
    expect(seen.slice(half + 500).every(({ cls }) => cls === CLASS.write)).toBe(true);
  });

  it('from other keys once the workload says so', () => {
    const seen: { cls: number; key: number }[] = [];
    const acts = [{ at: 50, act: 'workload', field: 'keys', value: 10 }] as const;
    simulate(oneServer({ acts, workload: { keys: 5000, keySkew: 0 } }), { ...kinds, 'web-server': recorder(seen) });
    const late = seen.slice(Math.floor(seen.length / 2) + 500);
    expect(late.every(({ key }) => key >= 1000 && key < 1010)).toBe(true);
    expect(seen.some(({ key }) => key > 5000)).toBe(true);
  });
});

describe('users: what becomes of it', () => {
  it('is timed from the moment it was meant', () => {
    const { frames, layout } = simulate(oneServer(), kinds);
    const column = layout.columns.findIndex((c) => c.node === 0 && c.metric === 'meanResponse');
    for (const frame of frames) expect(frame.values[column]).toBeCloseTo(0.025, 9);
  });

  it('fails when patience ends, and counts as all of it', () => {
    const { total, series, of } = simulate(oneServer({ cpuDynamicMs: 1000, users: { patienceSeconds: 0.4 } }), kinds);
    expect(total('completed.read')).toBe(0);
    expect(total('failed.read.timeout')).toBeGreaterThan(19_000);
    expect(series('users', 'p50').at(-1)).toBeCloseTo(0.4, 2);
    expect(of('users', 'served')).toBe(0);
  });

  it('counts a quick refusal as all of the patience, too', () => {
    const { total, series } = simulate(oneServer({ acts: [{ at: 0, act: 'crash', node: 'web' }] }), kinds);
    expect(total('offered.read') - total('failed.read.refused')).toBeLessThan(15);
    expect(Math.abs((series('users', 'p50').at(-1) ?? 0) / 8 - 1)).toBeLessThan(0.01);
  });

  it('survives a patience that is shortened while requests are under way', () => {
    const { total } = simulate(
      oneServer({ cpuDynamicMs: 3000, acts: [{ at: 50, act: 'param', node: 'users', field: 'patienceSeconds', value: 1 }] }),
      kinds,
    );
    expect(total('completed.read')).toBeGreaterThan(9000);
    expect(total('failed.read.timeout')).toBeGreaterThan(9000);
    expect(total('offered.read') - total('completed.read') - total('failed.read.timeout')).toBeLessThan(260);
  });

  it('is refused where nobody is wired', () => {
    const { total } = simulate(oneServer({ links: [] }), kinds);
    expect(total('failed.read.refused')).toBe(total('offered.read'));
  });

  it('spreads evenly over several servers wired by hand', () => {
    const plan = oneServer({ rate: 1000 });
    const { of } = simulate(
      { ...plan, nodes: { ...plan.nodes, web2: { kind: 'web-server' } }, links: [...plan.links, ['users', 'web2']] },
      kinds,
    );
    expect(Math.abs(of('web2', 'arrived') / of('users', 'offered') - 0.5)).toBeLessThan(0.007);
  });

  it('is all lost when the population itself is cut off, and nobody asks until it is back', () => {
    const { total, of, frames, layout } = simulate(
      oneServer({
        cpuDynamicMs: 1000,
        acts: [
          { at: 30.5, act: 'crash', node: 'users' },
          { at: 60.5, act: 'recover', node: 'users' },
        ],
      }),
      kinds,
    );
    expect(of('users', 'offered', { from: 31, to: 60 })).toBe(0);
    expect(of('users', 'offered', { from: 61 })).toBeGreaterThan(7000);
    expect(Math.abs(total('failed.read.error') - 200)).toBeLessThan(60);
    const inFlight = layout.columns.findIndex((c) => c.metric === 'inFlightAtEnd');
    expect(frames[40].values[inFlight]).toBe(0);
  });
});

describe('users: looking up a name', () => {
  const named = (users: Record<string, number>, dns: Record<string, number>): TestPlan => ({
    seconds: 100,
    nodes: {
      users: { kind: 'users', params: { ratePerSecond: 500, ignoreTtlShare: 0, ...users } },
      dns: { kind: 'dns', params: dns },
      web: { kind: 'web-server', params: { cpuDynamicMs: 5 } },
    },
    links: [
      ['users', 'dns', { delaySeconds: 0.02 }],
      ['dns', 'web'],
      ['users', 'web', { delaySeconds: 0.05, drawn: false }],
    ],
  });

  it('is part of the time of a request', () => {
    const { frames, layout, of } = simulate(named({}, { ttlSeconds: 0, answerMs: 10 }), kinds);
    const column = layout.columns.findIndex((c) => c.node === 0 && c.metric === 'meanResponse');
    for (const frame of frames) expect(frame.values[column]).toBeCloseTo(0.04 + 0.01 + 0.1 + 0.005, 9);
    expect(of('users', 'lookups')).toBe(of('users', 'offered'));
    expect(Math.abs(of('dns', 'arrived') - of('users', 'lookups'))).toBeLessThan(30);
  });

  it('is done once per resolver and time to live', () => {
    const { of } = simulate(named({ resolvers: 20, ratePerSecond: 60 }, { ttlSeconds: 10, answerMs: 0 }), kinds);
    // 20 resolvers x (the first answer, half spent on average, then one per 10 s and the wait for the next request)
    expect(of('users', 'lookups')).toBeGreaterThan(20 * 9);
    expect(of('users', 'lookups')).toBeLessThan(20 * 14);
    // spread over the whole time to live, not all at once
    expect(of('users', 'lookups', { from: 21, to: 31 })).toBeGreaterThan(15);
    for (let second = 21; second < 90; second++) expect(of('users', 'lookups', { from: second, to: second + 1 })).toBeLessThan(12);
  });

  it('fails the request when it fails', () => {
    const plan = { ...named({}, { ttlSeconds: 0 }), acts: [{ at: 50, act: 'crash', node: 'dns' }] as const };
    const { total } = simulate(plan, kinds);
    expect(Math.abs(total('failed.read.refused') - 25_000)).toBeLessThan(700);
    expect(total('failed.read.refused') + total('completed.read')).toBeGreaterThan(49_000);
  });
});
