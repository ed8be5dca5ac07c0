import { describe, expect, it } from 'vitest';
import { Memory } from '../../engine/memory.ts';
import { createRun } from '../../engine/run.ts';
import { behaviors } from '../behaviors.ts';
import { inOrder, planOf, simulate, type TestAct, type TestPlan } from '../testRun.ts';
import { LIMIT, Limiter } from './limiter.ts';

/** 2,000 a second from one second before the edge of a window of ten to one second after it; 1,000 are allowed, at two gateways. */
const design = (gateway: Record<string, number | string>, more: Partial<TestPlan> = {}): TestPlan => ({
  seconds: 12,
  nodes: {
    users: { kind: 'users', params: { ratePerSecond: 0.001, arrivals: 'even' } },
    gateway: {
      kind: 'api-gateway',
      params: { instances: 2, algorithm: 'fixed-window', limitPerSecond: 100, windowSeconds: 10, ...gateway },
    },
    web: { kind: 'web-server', params: { instances: 20, cpuDynamicMs: 0.1 } },
    cache: { kind: 'cache' },
  },
  links: [
    ['users', 'gateway'],
    ['gateway', 'web'],
    ['gateway', 'cache'],
  ],
  acts: [
    { at: 9, act: 'param', node: 'users', field: 'ratePerSecond', value: 2000 },
    { at: 11, act: 'param', node: 'users', field: 'ratePerSecond', value: 0.001 },
  ],
  ...more,
});
const admitted = (gateway: Record<string, number | string>) => {
  const passed = simulate(design(gateway), behaviors).series('gateway', 'admitted');
  return [passed[9], passed[10]];
};

describe('gateways whose clocks are apart', () => {
  it('that share counters let twice the limit through at once: who is ahead counts in the next window already', () => {
    // one of the first window is the first user
    expect(admitted({})).toEqual([999, 1000]);
    const [before, after] = admitted({ clockSkewMs: 2000 });
    // half of 2,000 at each, give or take; what the one lets through too much is missing in its own window later
    expect(Math.abs(before - 2000)).toBeLessThan(3 * Math.sqrt(500));
    expect(before + after).toBeGreaterThanOrEqual(1998);
    expect(before + after).toBeLessThanOrEqual(2000);
    const result = simulate(design({ clockSkewMs: 2000 }), behaviors);
    expect(result.of('gateway', 'falseAccepts')).toBeGreaterThan(900);
  });

  it('that count for themselves have their edges at different moments', () => {
    const both = admitted({ counters: 'local' });
    expect(both[0] + both[1]).toBeGreaterThan(3900);
    // the edge of the second one was at 8 s
    const [before, after] = admitted({ counters: 'local', clockSkewMs: 2000 });
    expect(Math.abs(before + after - 3000)).toBeLessThan(100);
    expect(before).toBeGreaterThan(1900);
  });

  it('spoil no bucket, whoever counts', () => {
    for (const counters of ['local', 'shared']) {
      const bucket = { algorithm: 'token-bucket', burst: 50, counters };
      const [plain, apart] = [admitted(bucket), admitted({ ...bucket, clockSkewMs: 5000 })];
      // a token or two until who is ahead has asked for the first time
      expect(Math.abs(apart[0] - plain[0])).toBeLessThanOrEqual(3);
      expect(Math.abs(apart[1] - plain[1])).toBeLessThanOrEqual(1);
    }
  });

  it('may come closer in the middle of a run, and are in photographs', () => {
    const acts: TestAct[] = [...(design({}).acts ?? []), { at: 10.5, act: 'param', node: 'gateway', field: 'clockSkewMs', value: 0 }];
    const plan = planOf(design({ clockSkewMs: 3000, counters: 'local' }, { acts, seconds: 30 }));
    const run = createRun(plan, inOrder(behaviors));
    run.advance(9.7, Number.MAX_SAFE_INTEGER);
    const photograph = run.snapshot();
    run.advance(30, Number.MAX_SAFE_INTEGER);
    const end = run.snapshot();
    run.restore(photograph);
    run.advance(30, Number.MAX_SAFE_INTEGER);
    expect(run.snapshot()).toEqual(end);
  });
});

describe('a counter asked by clocks that are apart', () => {
  const window = (rule: number) => ({ rule, ratePerSecond: 1, burst: 10, windowSeconds: 10 });
  const passes = (limiter: Limiter, now: number, rule: number) =>
    Array.from({ length: 30 }, () => limiter.admit(7, now, window(rule))).filter((isIn) => isIn).length;

  it('has a place in each of both windows, and fills none twice', () => {
    const limiter = new Limiter(new Memory());
    expect(passes(limiter, 10.5, LIMIT.fixedWindow)).toBe(10);
    expect(passes(limiter, 9.5, LIMIT.fixedWindow)).toBe(10);
    expect(passes(limiter, 9.9, LIMIT.fixedWindow)).toBe(0);
    expect(passes(limiter, 11, LIMIT.fixedWindow)).toBe(0);
    // what who was behind let through counts against a sliding window
    expect(passes(limiter, 15, LIMIT.slidingWindow)).toBe(0);
    expect(passes(limiter, 20, LIMIT.fixedWindow)).toBe(10);
  });

  it('does not know what came before the window before', () => {
    const limiter = new Limiter(new Memory());
    expect(passes(limiter, 10.5, LIMIT.slidingWindow)).toBe(10);
    expect(passes(limiter, 9.5, LIMIT.slidingWindow)).toBe(10);
  });

  it('takes back from the window that was counted in', () => {
    const limiter = new Limiter(new Memory());
    passes(limiter, 10.5, LIMIT.fixedWindow);
    expect(limiter.admit(7, 9.5, window(LIMIT.fixedWindow))).toBe(true);
    limiter.giveBack(7, LIMIT.fixedWindow);
    expect(passes(limiter, 9.6, LIMIT.fixedWindow)).toBe(10);
    expect(passes(limiter, 11, LIMIT.fixedWindow)).toBe(0);
  });

  it('gives no token for time that ran before, nor takes one', () => {
    const limiter = new Limiter(new Memory());
    expect(passes(limiter, 10, LIMIT.tokenBucket)).toBe(10);
    expect(passes(limiter, 5, LIMIT.tokenBucket)).toBe(0);
    expect(passes(limiter, 12, LIMIT.tokenBucket)).toBe(2);
    expect(passes(limiter, 8, LIMIT.tokenBucket)).toBe(0);
    expect(passes(limiter, 13, LIMIT.tokenBucket)).toBe(1);
  });
});
