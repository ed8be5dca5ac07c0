import { describe, expect, it } from 'vitest';
import type { Value } from '../../schema/fields.ts';
import { simulate, type TestAct, type TestPlan, type TestResult } from '../testRun.ts';
import { webServerBehavior } from '../web-server/behavior.ts';
import { usersBehavior } from './behavior.ts';

const kinds = { users: usersBehavior, 'web-server': webServerBehavior };

function play(people: Readonly<Record<string, Value>>, plan: Partial<TestPlan> & { vcpu?: number } = {}): TestResult {
  const { vcpu = 1, ...rest } = plan;
  const params = { vcpu, cpuDynamicMs: 10, service: 'exponential', threads: 10_000, queueLimit: 1_000_000, readsPerRequest: 0 };
  return simulate(
    {
      seconds: 2000,
      nodes: { users: { kind: 'users', params: { loop: 'closed', patienceSeconds: 120, ...people } }, web: { kind: 'web-server', params } },
      links: [['users', 'web']],
      ...rest,
    },
    kinds,
  );
}

const meanOf = (numbers: readonly number[]) => numbers.reduce((sum, n) => sum + n, 0) / numbers.length;

/** M/M/1 with N sources: served per second and mean number inside, from p(n) ~ N!/(N-n)! (s/z)^n (Kleinrock 1975, section 3.8). */
function machineRepair(people: number, thinkSeconds: number, serviceSeconds: number): { perSecond: number; inside: number } {
  const weights = [1];
  for (let n = 1; n <= people; n++) weights.push((weights[n - 1] * (people - n + 1) * serviceSeconds) / thinkSeconds);
  const sum = weights.reduce((a, b) => a + b, 0);
  return { perSecond: (1 - 1 / sum) / serviceSeconds, inside: weights.reduce((total, w, n) => total + n * w, 0) / sum };
}

describe('a fixed number of people', () => {
  it.each([
    [20, 0.2],
    [5, 0.02],
    [200, 2.5],
  ])('%i who think %f s on average wait as machines do for their repair', (people, thinkSeconds) => {
    const result = play({ people, thinkSeconds });
    const expected = machineRepair(people, thinkSeconds, 0.01);
    expect(Math.abs(result.of('users', 'served') / 2000 / expected.perSecond - 1)).toBeLessThan(0.02);
    expect(Math.abs(meanOf(result.series('web', 'inside')) / expected.inside - 1)).toBeLessThan(0.08);
  });

  it.each(['fixed', 'lognormal', 'erlang'])('who think by a clock of their own (%s) are as many as they are', (thinkForm) => {
    const result = play({ people: 50, thinkSeconds: 1, thinkForm, thinkSpread: 0.5 }, { vcpu: 64 });
    // nobody waits: everybody asks once per thought and service
    expect(Math.abs(result.of('users', 'offered') / (2000 * (50 / 1.01)) - 1)).toBeLessThan(0.01);
  });

  it('never ask more often than they can: think + wait = people, in every second', () => {
    const result = play({ people: 3, thinkSeconds: 0.001, thinkForm: 'fixed' }, { seconds: 50 });
    expect(Math.max(...result.series('web', 'inside'))).toBeLessThanOrEqual(3);
    expect(result.of('users', 'served') / 50).toBeGreaterThan(90);
  });

  it.each(['exponential', 'fixed'])('become more and fewer while running (%s)', (thinkForm) => {
    const acts: TestAct[] = [
      { at: 200, act: 'param', node: 'users', field: 'people', value: 400 },
      { at: 400, act: 'param', node: 'users', field: 'people', value: 50 },
      { at: 600, act: 'param', node: 'users', field: 'loop', value: 'open' },
      { at: 600, act: 'param', node: 'users', field: 'ratePerSecond', value: 30 },
      { at: 800, act: 'param', node: 'users', field: 'loop', value: 'closed' },
    ];
    const result = play({ people: 100, thinkSeconds: 1, thinkForm }, { vcpu: 64, seconds: 1000, acts });
    const rate = (from: number) => result.of('users', 'offered', { from, to: from + 195 }) / 195;
    [100, 400, 50, 30 * 1.01, 50].forEach((expected, i) => {
      expect(Math.abs(rate(5 + 200 * i) / (expected / 1.01) - 1)).toBeLessThan(0.06);
    });
  });

  it('think on after each answer once they are counted, who had come unasked before', () => {
    const acts: TestAct[] = [{ at: 20, act: 'param', node: 'users', field: 'loop', value: 'closed' }];
    const people = { loop: 'open', ratePerSecond: 10, people: 100, thinkSeconds: 1, thinkForm: 'fixed' };
    const result = play(people, { vcpu: 64, seconds: 120, acts });
    expect(Math.abs(result.of('users', 'offered', { from: 25, to: 120 }) / (95 * (100 / 1.01)) - 1)).toBeLessThan(0.05);
  });

  it('think half as long when traffic doubles, and rest when it stops', () => {
    const acts: TestAct[] = [
      { at: 100, act: 'workload', field: 'traffic', value: 2 },
      { at: 200, act: 'workload', field: 'traffic', value: 0 },
      { at: 300, act: 'workload', field: 'traffic', value: 1 },
    ];
    for (const thinkForm of ['exponential', 'fixed']) {
      const result = play({ people: 200, thinkSeconds: 2, thinkForm }, { vcpu: 64, seconds: 400, acts });
      const rate = (from: number) => result.of('users', 'offered', { from, to: from + 90 }) / 90;
      expect(Math.abs(rate(5) / 99.5 - 1)).toBeLessThan(0.05);
      expect(Math.abs(rate(105) / 198 - 1)).toBeLessThan(0.05);
      expect(rate(205)).toBe(0);
      expect(Math.abs(rate(305) / 99.5 - 1)).toBeLessThan(0.05);
    }
  });

  it('come back after they were cut off, each of them once', () => {
    const acts: TestAct[] = [
      { at: 50, act: 'crash', node: 'users' },
      { at: 60, act: 'recover', node: 'users' },
    ];
    for (const thinkForm of ['exponential', 'lognormal']) {
      const result = play({ people: 100, thinkSeconds: 1, thinkForm }, { vcpu: 64, seconds: 200, acts });
      expect(result.of('users', 'offered', { from: 51, to: 60 })).toBe(0);
      expect(Math.abs(result.of('users', 'offered', { from: 65, to: 200 }) / (135 * (100 / 1.01)) - 1)).toBeLessThan(0.05);
    }
  });

  it('may be millions', () => {
    const result = play({ people: 5_000_000, thinkSeconds: 3600 }, { vcpu: 64, seconds: 20 });
    expect(Math.abs(result.of('users', 'offered') / (20 * (5_000_000 / 3600)) - 1)).toBeLessThan(0.03);
  });
});
