/** The bounds that a wire's policy sets, to the last call. */

import { describe, expect, it } from 'vitest';
import type { PolicyField } from '../engine/policyFields.ts';
import { createRun } from '../engine/run.ts';
import { behaviors } from './behaviors.ts';
import { inOrder, planOf, resultOf, type TestAct, type TestLink, type TestPlan, type TestResult } from './testRun.ts';

type Wire = NonNullable<TestLink[2]>;

/** A setting of the first wire that is another from a moment on. */
interface Change {
  at: number;
  field: PolicyField;
  value: number;
}

function play(test: TestPlan, changes: readonly Change[] = []): TestResult {
  const plan = planOf(test);
  const acts = [...plan.acts, ...changes.map((change) => ({ act: 'link' as const, link: 0, ...change }))].sort((a, b) => a.at - b.at);
  const run = createRun({ ...plan, acts }, inOrder(behaviors));
  run.advance(plan.seconds, Number.MAX_SAFE_INTEGER);
  return resultOf(plan, run);
}

/** Users at one server, exactly 10 ms each. */
const shop = (rate: number, vcpu: number, wire: Wire, acts: readonly TestAct[] = []): TestPlan => ({
  seconds: 30,
  nodes: {
    people: { kind: 'users', params: { ratePerSecond: rate, patienceSeconds: 60 } },
    web: { kind: 'web-server', params: { vcpu, cpuDynamicMs: 10, service: 'fixed', readsPerRequest: 0, queueLimit: 100_000 } },
  },
  links: [['people', 'web', wire]],
  acts,
});
const column = (result: TestResult, metric: string) => {
  const at = result.layout.columns.findIndex((c) => c.scope === 'link' && c.metric === metric);
  return result.frames.map(({ values }) => values[at]);
};
const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0);
const failing = (at: number): TestAct => ({ at, act: 'strike', node: 'web', fault: 'errors', value: 100 });

/** Erlang's loss formula: who finds all places taken. */
const lost = (erlangs: number, places: number): number => {
  let share = 1;
  for (let n = 1; n <= places; n++) share = (erlangs * share) / (n + erlangs * share);
  return share;
};

describe('a bound', () => {
  it('of requests under way is a loss system of so many places', () => {
    const result = play(shop(800, 64, { policy: { maxRequests: 5 } }));
    const share = result.total('failed.read.shed') / result.total('offered.read');
    expect(Math.abs(share - lost(8, 5))).toBeLessThan(0.01);
  });

  it('of those in line for a connection is kept to the last', () => {
    const result = play(shop(2000, 64, { policy: { poolSize: 1, maxPending: 2 } }));
    const waiting = column(result, 'waitingForConnection').slice(1);
    for (const level of waiting) expect(level).toBeLessThanOrEqual(2);
    // twenty come in the time of one
    expect(sum(waiting) / waiting.length).toBeGreaterThan(1.8);
  });

  it('of retries at once counts those that pause', () => {
    const wire = { retries: 10, backoffSeconds: 1, backoffCapSeconds: 1, backoffJitter: 1, policy: { maxRetries: 3 } };
    const retries = sum(column(play(shop(200, 64, wire, [failing(0)])), 'retries'));
    // three places, each taken for a pause and an answer
    expect(Math.abs(retries / ((3 * 30) / 1.01) - 1)).toBeLessThan(0.06);
  });

  it('of a budget is saved up for no more than a hundred first attempts', () => {
    const wire = { retries: 3, backoffSeconds: 0.001, policy: { retryBudget: 0.1 } };
    const retries = column(play(shop(100, 4, wire, [failing(20)])), 'retries');
    expect(sum(retries.slice(0, 20))).toBe(0);
    expect(retries[20]).toBeGreaterThan(10);
    // ten saved up, a tenth of the hundred that come meanwhile
    expect(retries[20]).toBeLessThan(25);
  });

  it('of a pool that becomes smaller holds as soon as enough connections are back', () => {
    const wire = { policy: { poolSize: 10, poolWaitSeconds: 0 } };
    const result = play(shop(2000, 64, wire), [{ at: 10, field: 'poolSize', value: 2 }]);
    expect(column(result, 'connections')[5]).toBeCloseTo(10, 1);
    expect(column(result, 'connections')[20]).toBeCloseTo(2, 6);
    expect(result.of('web', 'completed', { from: 11 }) / 19).toBeCloseTo(200, 0);
  });
});

describe('a line for connections', () => {
  it('loses nobody who stands before one that gives up', () => {
    const wire = { policy: { poolSize: 1, poolWaitSeconds: 100 } };
    const result = play(shop(200, 64, wire), [{ at: 5, field: 'poolWaitSeconds', value: 0.05 }]);
    // five hundred stood there at 5 s; they are served one after the other, while those behind them give up
    expect(result.of('web', 'completed', { from: 5, to: 10 }) / 500).toBeCloseTo(1, 1);
    for (const level of column(result, 'waitingForConnection').slice(13)) expect(level).toBeLessThan(15);
    expect(result.total('offered.read') - result.total('completed.read') - result.total('failed.read.timeout')).toBeLessThan(15);
  });

  it('lets no copy of a late call past: without a free connection there is none', () => {
    const hedged = (poolSize: number) => sum(column(play(shop(50, 64, { policy: { poolSize, hedge: 1, hedgeSeconds: 0.005 } })), 'hedges'));
    expect(hedged(1)).toBe(0);
    expect(hedged(20)).toBeGreaterThan(1000);
  });
});

it.each(['writeShare', 'uploadShare'] as const)('what changes something (%s) is tried once where it must not happen twice', (share) => {
  const attempts = (writesOnce: number) => {
    const wire = { retries: 3, backoffSeconds: 0.001, policy: { writesOnce } };
    const result = play({ ...shop(50, 4, wire, [failing(0)]), workload: { [share]: 100 } });
    return result.of('web', 'arrived') / result.total(share === 'writeShare' ? 'offered.write' : 'offered.upload');
  };
  expect(attempts(1)).toBeCloseTo(1, 2);
  expect(attempts(0)).toBeCloseTo(4, 1);
});

it('a copy that is left alone counts as the attempt it copies: what both failed at is tried again', () => {
  const wire = { retries: 2, backoffSeconds: 0.001, policy: { hedge: 1, hedgeSeconds: 0.005 } };
  const result = play(shop(50, 64, wire, [failing(0)]));
  // three attempts, each with a copy
  expect(result.of('web', 'arrived') / result.total('offered.read')).toBeCloseTo(6, 1);
});

it('a call that is given what is left of its caller’s time ends with it', () => {
  const inside = (passesDeadline: number) => {
    const result = play({
      seconds: 30,
      nodes: {
        people: { kind: 'users', params: { ratePerSecond: 20, patienceSeconds: 60 } },
        web: { kind: 'web-server', params: { vcpu: 64, cpuDynamicMs: 0.01, service: 'fixed', readsPerRequest: 0, serviceShare: 100 } },
        slow: { kind: 'web-server', params: { vcpu: 1024, cpuDynamicMs: 1000, service: 'fixed', readsPerRequest: 0, threads: 1000 } },
      },
      links: [
        ['people', 'web', { timeoutSeconds: 0.5 }],
        ['web', 'slow', { policy: { passesDeadline } }],
      ],
    });
    const levels = result.series('web', 'inside').slice(5);
    return sum(levels) / levels.length;
  };
  // Little's law: 20 a second for half a second, or for the second that the answer takes
  expect(Math.abs(inside(1) - 10)).toBeLessThan(0.5);
  expect(Math.abs(inside(0) - 20)).toBeLessThan(1);
});
