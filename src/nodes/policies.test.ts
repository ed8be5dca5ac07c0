import { describe, expect, it } from 'vitest';
import { createRun } from '../engine/run.ts';
import { behaviors } from './behaviors.ts';
import { inOrder, planOf, resultOf, type TestAct, type TestLink, type TestNode, type TestPlan, type TestResult } from './testRun.ts';

type Wire = NonNullable<TestLink[2]>;

/** Users at one server, exactly 10 ms each on so many processors. */
const shop = (rate: number, vcpu: number, wire: Wire, acts: readonly TestAct[] = [], server: TestNode['params'] = {}): TestPlan => ({
  seconds: 30,
  nodes: {
    people: { kind: 'users', params: { ratePerSecond: rate, patienceSeconds: 60 } },
    web: { kind: 'web-server', params: { instances: 1, vcpu, cpuDynamicMs: 10, service: 'fixed', queueLimit: 100_000, ...server } },
  },
  links: [['people', 'web', wire]],
  acts,
});
const play = (test: TestPlan): TestResult => {
  const plan = planOf(test);
  const run = createRun(plan, inOrder(behaviors));
  run.advance(plan.seconds, Number.MAX_SAFE_INTEGER);
  return resultOf(plan, run);
};
const notes = (result: TestResult) => result.notes.filter(({ code }) => code.startsWith('breaker')).map(({ code }) => code);
const column = (result: TestResult, metric: string) => {
  const at = result.layout.columns.findIndex((c) => c.scope === 'link' && c.metric === metric);
  return result.frames.map(({ values }) => values[at]);
};
const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0);

describe('the policy of a wire', () => {
  it('a pool of n connections lets n / service time through, and whoever waits too long fails', () => {
    const result = play(shop(300, 16, { policy: { poolSize: 2, poolWaitSeconds: 1 } }));
    expect(result.of('web', 'completed', { from: 10 }) / 20).toBeCloseTo(200, 0);
    expect(result.total('failed.read.timeout')).toBeGreaterThan(1500);
    expect(column(result, 'connections')[20]).toBeCloseTo(2, 3);
    expect(column(result, 'waitingForConnection')[20]).toBeGreaterThan(150);
    // and the server is nearly idle
    expect(result.series('web', 'utilization')[20]).toBeLessThan(0.15);
  });

  it('a bulkhead turns away what is too much at once', () => {
    const result = play(shop(300, 1, { policy: { maxRequests: 5 } }));
    expect(result.total('failed.read.shed')).toBeGreaterThan(4000);
    expect(result.of('web', 'completed', { from: 10 }) / 20).toBeCloseTo(100, 0);
    expect(sum(column(result, 'turnedAway'))).toBe(result.total('failed.read.shed'));
  });

  it('a breaker opens, lets a few through, and closes', () => {
    const breaker = { breaker: 1, breakerWindow: 20, breakerLeast: 20, breakerShare: 0.5, breakerOpenSeconds: 4, breakerProbes: 5 };
    const result = play(shop(100, 4, { policy: breaker }, [{ at: 10, act: 'crash', node: 'web', seconds: 6 }]));
    expect(notes(result)).toEqual(['breaker-open', 'breaker-half-open', 'breaker-open', 'breaker-half-open', 'breaker-closed']);
    // while it is open nothing travels
    expect(result.of('web', 'arrived', { from: 11, to: 14 })).toBe(0);
    expect(result.of('web', 'completed', { from: 20 }) / 10).toBeGreaterThan(90);
  });

  it('a budget bounds the retries, however many are allowed', () => {
    const failing: TestAct = { at: 0, act: 'strike', node: 'web', fault: 'errors', value: 100 };
    const free = play(shop(100, 4, { retries: 3, backoffSeconds: 0.01 }, [failing]));
    expect(free.of('web', 'arrived') / free.total('offered.read')).toBeGreaterThan(3.9);
    const bound = play(shop(100, 4, { retries: 3, backoffSeconds: 0.01, policy: { retryBudget: 0.1 } }, [failing]));
    expect(bound.of('web', 'arrived') / bound.total('offered.read')).toBeCloseTo(1.1, 1);
    expect(sum(column(bound, 'retries'))).toBeLessThan(bound.total('offered.read') * 0.1 + 11);
  });

  it('drops what it would begin too late', () => {
    const late = play(shop(150, 1, { timeoutSeconds: 0.5, policy: { dropsLate: 1, marginSeconds: 0.01 } }));
    const stubborn = play(shop(150, 1, { timeoutSeconds: 0.5 }));
    expect(late.total('completed.read') / 30).toBeGreaterThan(90);
    expect(stubborn.total('completed.read') / 30).toBeLessThan(10);
  });

  it('cancels what nobody waits for any longer', () => {
    const acts: TestAct[] = [{ at: 10, act: 'hang', node: 'web', seconds: 5 }];
    const kept = play(shop(90, 1, { timeoutSeconds: 1 }, acts));
    const dropped = play(shop(90, 1, { timeoutSeconds: 1, policy: { cancels: 1 } }, acts));
    expect(dropped.total('completed.read')).toBeGreaterThan(kept.total('completed.read') + 500);
  });
});

describe('a pool that leaks', () => {
  const leak = (link: string, seconds?: number): TestAct => ({
    at: 10,
    act: 'strike-link',
    link,
    fault: 'pool-leak',
    value: 1,
    ...(seconds ? { seconds } : {}),
  });
  const policy = { poolSize: 10, poolWaitSeconds: 0.5 };
  const atServer = (...acts: TestAct[]) => play({ ...shop(100, 4, { policy }, acts), seconds: 60 });
  const perSecond = (result: TestResult, from: number, to: number) => result.of('web', 'completed', { from, to }) / (to - from);

  it('loses a connection in a hundred calls, and when all ten are gone nothing gets through, with the server idle', () => {
    const result = atServer(leak('people>web'));
    // 100 calls a second, one in a hundred: ten seconds, give or take (the sum of ten geometric draws)
    const connections = column(result, 'connections');
    expect(connections[9]).toBeLessThan(2);
    const emptyAt = connections.findIndex((n) => n > 9.99);
    expect(emptyAt).toBeGreaterThan(13);
    expect(emptyAt).toBeLessThan(30);
    expect(perSecond(result, emptyAt + 2, 60)).toBe(0);
    expect(result.series('web', 'utilization')[50]).toBe(0);
    expect(result.of('web', 'failed')).toBe(0);
    expect(result.total('failed.read.timeout')).toBeGreaterThan(2500);
  });

  it('is whole again when the leak is found: who stands in line moves up at once', () => {
    const result = atServer(leak('people>web'), { at: 40, act: 'mend-link', link: 'people>web', fault: 'pool-leak' });
    expect(perSecond(result, 35, 40)).toBe(0);
    expect(perSecond(result, 40, 41)).toBeGreaterThan(130);
    expect(perSecond(result, 41, 60)).toBeGreaterThan(90);
    expect(column(result, 'connections')[55]).toBeLessThan(2);
    expect(perSecond(atServer(leak('people>web', 30)), 41, 60)).toBeGreaterThan(90);
    // also when nobody new comes who would find it whole
    const last = shop(100, 4, { policy: { ...policy, poolWaitSeconds: 5 } }, [
      leak('people>web', 30),
      { at: 39, act: 'workload', field: 'traffic', value: 0 },
    ]);
    const quiet = play({ ...last, seconds: 60 });
    expect(perSecond(quiet, 35, 40)).toBe(0);
    expect(perSecond(quiet, 40, 46)).toBeGreaterThan(50);
  });

  it('gives back each connection once, however often it leaks and is mended', () => {
    const mend = (at: number): TestAct => ({ at, act: 'mend-link', link: 'people>web', fault: 'pool-leak' });
    const again = atServer(leak('people>web'), mend(30), { ...leak('people>web'), at: 32 }, mend(55));
    const connections = column(again, 'connections');
    expect(Math.min(...connections)).toBeGreaterThanOrEqual(0);
    expect(connections[58]).toBeGreaterThan(0.3);
    expect(connections[58]).toBeLessThan(2);
  });

  it('is whole after a restart of the caller, to leak anew', () => {
    const between = (...acts: TestAct[]) =>
      play({
        seconds: 60,
        nodes: {
          people: { kind: 'users', params: { ratePerSecond: 100, patienceSeconds: 60 } },
          front: { kind: 'web-server', params: { instances: 1, vcpu: 4, cpuDynamicMs: 1 } },
          web: { kind: 'web-server', params: { instances: 1, vcpu: 8, cpuDynamicMs: 10, service: 'fixed' } },
        },
        links: [
          ['people', 'front', { timeoutSeconds: 2 }],
          ['front', 'web', { timeoutSeconds: 2, policy }],
        ],
        acts: [leak('front>web'), ...acts],
      });
    const result = between({ at: 40, act: 'crash', node: 'front', seconds: 1 });
    expect(perSecond(result, 36, 40)).toBe(0);
    expect(perSecond(result, 42, 45)).toBeGreaterThan(80);
    expect(perSecond(result, 58, 60)).toBe(0);
    // what the dead one had lost is not given back once more
    const mended = between(
      { at: 40, act: 'crash', node: 'front', seconds: 1 },
      { at: 42, act: 'mend-link', link: 'front>web', fault: 'pool-leak' },
    );
    expect(Math.min(...column(mended, 'connections'))).toBeGreaterThanOrEqual(0);
    // found while the caller hangs: it goes on when the caller does
    const hung = between(
      { at: 40, act: 'hang', node: 'front', seconds: 4 },
      { at: 42, act: 'mend-link', link: 'front>web', fault: 'pool-leak' },
    );
    expect(perSecond(hung, 40, 44)).toBe(0);
    expect(perSecond(hung, 46, 60)).toBeGreaterThan(90);
  });
});

describe('hedged calls', () => {
  const slowest = { service: 'bimodal', serviceSpread: 3, slowShare: 5 } as const;
  const tier = (policy: NonNullable<Wire['policy']>): TestPlan => ({
    seconds: 60,
    nodes: {
      people: { kind: 'users', params: { ratePerSecond: 50, patienceSeconds: 60 } },
      front: { kind: 'web-server', params: { instances: 1, vcpu: 8, cpuDynamicMs: 0.1, service: 'fixed' } },
      leaf: { kind: 'web-server', params: { instances: 8, vcpu: 8, cpuDynamicMs: 20, ...slowest } },
    },
    links: [
      ['people', 'front'],
      ['front', 'leaf', { policy }],
    ],
  });

  it('cuts the tail for a few more calls, and loses no request', () => {
    const plain = play(tier({}));
    const hedged = play(tier({ hedge: 1, hedgeSeconds: 0.03 }));
    const p99 = (result: TestResult) => sum(result.series('front', 'p99').slice(5)) / 55;
    expect(p99(hedged)).toBeLessThan(p99(plain) / 2);
    const more = hedged.of('leaf', 'arrived') / plain.of('leaf', 'arrived');
    expect(more).toBeGreaterThan(1.02);
    expect(more).toBeLessThan(1.12);
    expect(sum(column(hedged, 'hedgeWins'))).toBeGreaterThan(50);
    expect(hedged.total('completed.read')).toBeGreaterThan(plain.total('completed.read') - 10);
  });

  it('can be told to wait for a share of all answers', () => {
    const test = tier({ hedge: 2, hedgeShare: 0.9 });
    test.nodes.leaf.params = { ...test.nodes.leaf.params, service: 'lognormal', serviceSpread: 1 };
    const result = play(test);
    const share = sum(column(result, 'hedges')) / sum(column(result, 'attempts'));
    expect(share).toBeGreaterThan(0.02);
    expect(share).toBeLessThan(0.16);
  });
});

it('plays on from a photograph as if it had never stopped, with everything on', () => {
  const policy = { maxRequests: 40, poolSize: 6, poolWaitSeconds: 0.3, maxPending: 20, retryBudget: 0.2, breaker: 1, breakerWindow: 50 };
  const rest = { breakerLeast: 30, breakerShare: 0.4, breakerOpenSeconds: 2, breakerProbes: 3, hedge: 1, hedgeSeconds: 0.03, cancels: 1 };
  const wire = { timeoutSeconds: 0.2, retries: 2, backoffSeconds: 0.05, delaySeconds: 0.002, policy: { ...policy, ...rest } };
  const acts: TestAct[] = [
    { at: 6, act: 'slow', node: 'web', factor: 5, seconds: 3 },
    { at: 12, act: 'hang', node: 'web', seconds: 2 },
    { at: 18, act: 'crash', node: 'web', seconds: 2 },
    { at: 3, act: 'strike-link', link: 'people>web', fault: 'pool-leak', value: 0.1, seconds: 21 },
  ];
  const plan = planOf(shop(250, 4, wire, acts));
  const bytes = (frames: readonly { values: Float64Array }[]) => frames.map(({ values }) => [...values].join()).join(';');
  const whole = createRun(plan, inOrder(behaviors));
  whole.advance(30, Number.MAX_SAFE_INTEGER);
  const expected = whole.takeFrames();
  for (const stop of [5, 7, 13, 19, 22]) {
    const run = createRun(plan, inOrder(behaviors));
    run.advance(stop, Number.MAX_SAFE_INTEGER);
    const photo = run.snapshot();
    run.advance(30, Number.MAX_SAFE_INTEGER);
    run.restore(photo);
    run.takeFrames();
    run.advance(30, Number.MAX_SAFE_INTEGER);
    expect(bytes(run.takeFrames())).toBe(bytes(expected.slice(stop)));
  }
});

it('keeps no call for ever, whoever dies or falls silent', () => {
  const policy = { maxRequests: 60, poolSize: 4, poolWaitSeconds: 0.3, retryBudget: 0.5, hedge: 1, hedgeSeconds: 0.02, passesDeadline: 1 };
  const wire = { timeoutSeconds: 0.4, retries: 2, backoffSeconds: 0.05, delaySeconds: 0.002, policy: { ...policy, dropsLate: 1 } };
  const acts: TestAct[] = [
    { at: 4, act: 'hang', node: 'front', seconds: 2 },
    { at: 8, act: 'crash', node: 'front', seconds: 1 },
    { at: 11, act: 'hang', node: 'leaf', instance: 0, seconds: 3 },
    { at: 15, act: 'crash', node: 'leaf', instance: 1, seconds: 1 },
    { at: 17, act: 'hang', node: 'front' },
    { at: 17.5, act: 'crash', node: 'front', seconds: 1 },
    { at: 20, act: 'param', node: 'people', field: 'ratePerSecond', value: 0 },
  ];
  const plan = planOf({
    seconds: 60,
    nodes: {
      people: { kind: 'users', params: { ratePerSecond: 150, patienceSeconds: 1 } },
      front: { kind: 'web-server', params: { instances: 2, vcpu: 4, cpuDynamicMs: 1 } },
      leaf: { kind: 'web-server', params: { instances: 3, vcpu: 1, cpuDynamicMs: 20 } },
    },
    links: [
      ['people', 'front', { ...wire, timeoutSeconds: 0.5, policy: { cancels: 1, hedge: 1, hedgeSeconds: 0.1 } }],
      ['front', 'leaf', wire],
    ],
    acts,
  });
  const run = createRun(plan, inOrder(behaviors));
  run.advance(19, Number.MAX_SAFE_INTEGER);
  expect(run.callsAlive()).toBeGreaterThan(2);
  run.advance(60, Number.MAX_SAFE_INTEGER);
  expect(run.callsAlive()).toBe(0);
  const result = resultOf(plan, run);
  for (const level of ['connections', 'waitingForConnection']) {
    const columns = result.layout.columns.flatMap((c, i) => (c.scope === 'link' && c.metric === level ? [i] : []));
    for (const i of columns) expect(result.frames[59].values[i]).toBe(0);
  }
});
