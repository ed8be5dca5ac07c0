import { describe, expect, it } from 'vitest';
import type { Behavior } from '../../engine/behavior.ts';
import { OUTCOME } from '../../engine/plan.ts';
import { createRun } from '../../engine/run.ts';
import type { Value } from '../../schema/fields.ts';
import { answeringServer, inOrder, planOf, simulate, type TestAct, type TestPlan } from '../testRun.ts';
import { usersBehavior } from './behavior.ts';
import { SHAPE } from './shapes.ts';

const kinds = { users: usersBehavior, 'web-server': answeringServer };

interface Setting {
  params: Readonly<Record<string, Value>>;
  seconds?: number;
  seed?: string;
  workload?: NonNullable<TestPlan['workload']>;
  recording?: NonNullable<TestPlan['recording']>;
  acts?: readonly TestAct[];
  beside?: boolean;
}

const planFor = ({ params, seconds = 100, beside, ...rest }: Setting): TestPlan => ({
  seconds,
  nodes: {
    users: { kind: 'users', params: { ratePerSecond: 100, ...params } },
    web: { kind: 'web-server', params: { cpuDynamicMs: 1 } },
    ...(beside ? { others: { kind: 'users' as const, params: { arrivals: 'bursty' } } } : {}),
  },
  links: [['users', 'web'], ...(beside ? [['others', 'web'] as [string, string]] : [])],
  ...rest,
});

/** When the requests of `users` reached the server. */
function instantsOf(setting: Setting): number[] {
  const seen: number[] = [];
  const clock: Behavior = {
    ...answeringServer,
    create: ({ net }) => ({
      receive: (call) => {
        if (net.calls.from[call] === 0) seen.push(net.now);
        net.reply(call, OUTCOME.ok);
      },
    }),
  };
  simulate(planFor(setting), { ...kinds, 'web-server': clock });
  return seen;
}

const gapsOf = (instants: readonly number[]) => instants.slice(1).map((at, i) => at - instants[i]);
const meanOf = (numbers: readonly number[]) => numbers.reduce((sum, n) => sum + n, 0) / numbers.length;
const spreadOf = (numbers: readonly number[]) => {
  const mean = meanOf(numbers);
  return Math.sqrt(meanOf(numbers.map((n) => (n - mean) ** 2))) / mean;
};

const forms: Record<string, Readonly<Record<string, Value>>> = {
  even: { arrivals: 'even' },
  lognormal: { arrivals: 'renewal', gapForm: 'lognormal', gapSpread: 1.5 },
  erlang: { arrivals: 'renewal', gapForm: 'erlang', gapSpread: 0.5 },
  hyperexponential: { arrivals: 'renewal', gapForm: 'hyperexponential', gapSpread: 2, gapSlowShare: 11 },
  bursty: { arrivals: 'bursty', quietShare: 10, burstSeconds: 0.2, quietSeconds: 0.8 },
  batches: { arrivals: 'batches', batchSize: 5 },
};

describe('arrivals of every form', () => {
  it.each(Object.keys(forms))('%s: come at the rate of the population', (form) => {
    const count = instantsOf({ params: forms[form], seconds: 2000 }).length;
    // spreads of the counts over their means are below 7 here
    expect(Math.abs(count - 200_000)).toBeLessThan(5 * 7 * Math.sqrt(200_000));
  });

  it.each(Object.keys(forms))('%s: follow the shape and the traffic slider', (form) => {
    const workload = { shape: SHAPE.spike, spikeAtSeconds: 100, spikeRiseSeconds: 100, spikeHoldSeconds: 100, spikeFactor: 3 };
    const acts: TestAct[] = [
      { at: 300, act: 'workload', field: 'shape', value: SHAPE.steady },
      { at: 300, act: 'workload', field: 'traffic', value: 2 },
    ];
    const seen = instantsOf({ params: forms[form], seconds: 400, workload, acts });
    const counts = [0, 1, 2, 3].map((hundred) => seen.filter((at) => Math.floor(at / 100) === hundred).length);
    [10_000, 20_000, 30_000, 20_000].forEach((expected, i) => {
      expect(Math.abs(counts[i] - expected)).toBeLessThan(form === 'even' ? 2 : 5 * 7 * Math.sqrt(expected));
    });
  });

  it.each(Object.keys(forms))('%s: do not depend on what else is in the design', (form) => {
    expect(instantsOf({ params: forms[form], seconds: 20, beside: true })).toEqual(instantsOf({ params: forms[form], seconds: 20 }));
  });

  it.each([...Object.keys(forms), 'crowd', 'timers'])('%s: play on from a photograph as if nothing had been', (form) => {
    const closed = { loop: 'closed', people: 300, thinkSeconds: 1, thinkForm: form === 'timers' ? 'lognormal' : 'exponential' };
    const acts: TestAct[] = [
      { at: 9, act: 'param', node: 'users', field: 'ratePerSecond', value: 150 },
      { at: 11, act: 'param', node: 'users', field: 'people', value: 200 },
      { at: 13, act: 'crash', node: 'users' },
      { at: 14, act: 'recover', node: 'users' },
    ];
    const plan = planOf(planFor({ params: forms[form] ?? closed, seconds: 20, workload: { shape: SHAPE.day, daySeconds: 7 }, acts }));
    const framesFrom = (stop: number): string[] => {
      const run = createRun(plan, inOrder(kinds));
      run.advance(stop, Number.MAX_SAFE_INTEGER);
      const kept = run.takeFrames();
      const photograph = run.snapshot();
      run.advance(stop + 3, Number.MAX_SAFE_INTEGER);
      run.restore(photograph);
      run.advance(20, Number.MAX_SAFE_INTEGER);
      return [...kept, ...run.takeFrames()].map(({ values, latency }) => `${values.join()};${latency.join()}`);
    };
    const whole = framesFrom(0);
    for (const stop of [4.321, 9.5, 13.5]) expect(framesFrom(stop)).toEqual(whole);
  });
});

describe('gaps', () => {
  it.each([
    ['lognormal', 1.5],
    ['erlang', 0.5],
    ['hyperexponential', 2],
  ])('%s: have the mean and the spread that is asked for, and no memory', (form, spread) => {
    const gaps = gapsOf(instantsOf({ params: forms[form], seconds: 3000 }));
    expect(meanOf(gaps)).toBeCloseTo(0.01, 3);
    expect(Math.abs(spreadOf(gaps) / spread - 1)).toBeLessThan(0.03);
    const mean = meanOf(gaps);
    const together = meanOf(gaps.slice(1).map((gap, i) => (gap - mean) * (gaps[i] - mean)));
    expect(Math.abs(together / (mean * mean * spread * spread))).toBeLessThan(0.02);
  });

  it('that are even do not drift: request n comes at n over the rate, to the last bit', () => {
    const seen = instantsOf({ params: { arrivals: 'even', ratePerSecond: 125 }, seconds: 5000 });
    expect(seen).toEqual(seen.map((_, n) => n / 125));
    expect(seen).toHaveLength(5000 * 125);
  });

  it('that are even keep the part of a gap that is over when the rate changes', () => {
    const acts: TestAct[] = [{ at: 2.5, act: 'param', node: 'users', field: 'ratePerSecond', value: 0.5 }];
    // at 2.5 half of the gap is over, the other half takes twice as long
    expect(instantsOf({ params: { arrivals: 'even', ratePerSecond: 1 }, seconds: 8, acts })).toEqual([0, 1, 2, 3.5, 5.5, 7.5]);
  });
});

describe('bursts', () => {
  it('scatter counts as theory says', () => {
    // index of dispersion of counts over t (Fischer and Meier-Hellstern 1993, eq. 12), for equal mean sojourns 1/r: rates a and b
    const [a, b, r, t] = [180, 20, 2, 10];
    const seen = instantsOf({
      params: { arrivals: 'bursty', quietShare: (100 * b) / a, burstSeconds: 1 / r, quietSeconds: 1 / r },
      seconds: 40_000,
    });
    const counts = new Array<number>(4000).fill(0);
    for (const at of seen) counts[Math.min(3999, Math.floor(at / t))]++;
    const mean = meanOf(counts);
    const dispersion = meanOf(counts.map((n) => (n - mean) ** 2)) / mean;
    const c = (a - b) ** 2 / (4 * r * ((a + b) / 2));
    const expected = 1 + c * (1 - (1 - Math.exp(-2 * r * t)) / (2 * r * t));
    expect(Math.abs(mean / (100 * t) - 1)).toBeLessThan(0.02);
    expect(Math.abs(dispersion / expected - 1)).toBeLessThan(0.1);
  });

  it('leave silence between them where the quiet rate is 0', () => {
    const seen = instantsOf({ params: { arrivals: 'bursty', quietShare: 0, burstSeconds: 1, quietSeconds: 10 }, seconds: 2000 });
    const silent = gapsOf(seen).filter((gap) => gap > 0.5);
    expect(Math.abs(silent.length - 2000 / 11)).toBeLessThan(45);
  });
});

describe('batches', () => {
  it('come all at once', () => {
    const seen = instantsOf({ params: forms.batches, seconds: 20 });
    expect(seen.length % 5).toBe(0);
    for (let i = 0; i < seen.length; i += 5) expect(new Set(seen.slice(i, i + 5)).size).toBe(1);
  });
});

describe('recorded requests', () => {
  const recording = { instants: [0, 0.5, 0.5, 2, 7], demands: [] };

  it('are sent exactly when they came, whatever shape and traffic', () => {
    expect(instantsOf({ params: { arrivals: 'recorded' }, recording, workload: { traffic: 3, shape: SHAPE.ramp } })).toEqual(
      recording.instants,
    );
  });

  it('are those that are still to come where the replay begins later', () => {
    const acts: TestAct[] = [{ at: 1.5, act: 'param', node: 'users', field: 'arrivals', value: 'recorded' }];
    expect(instantsOf({ params: { ratePerSecond: 0 }, recording, acts })).toEqual([2, 7]);
  });

  it('are none without a recording', () => {
    expect(instantsOf({ params: { arrivals: 'recorded' } })).toEqual([]);
  });
});
