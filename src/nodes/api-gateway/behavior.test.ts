import { describe, expect, it } from 'vitest';
import { Memory } from '../../engine/memory.ts';
import { CLASS } from '../../engine/plan.ts';
import { createRun } from '../../engine/run.ts';
import { cacheBehavior } from '../cache/behavior.ts';
import { answeringServer, inOrder, planOf, resultOf, simulate, type TestAct, type TestPlan, type TestResult } from '../testRun.ts';
import { usersBehavior } from '../users/behavior.ts';
import { apiGatewayBehavior } from './behavior.ts';
import { Counters, LIMIT, Limiter, VERDICT } from './limiter.ts';

const kinds = { users: usersBehavior, 'api-gateway': apiGatewayBehavior, 'web-server': answeringServer, cache: cacheBehavior };

interface Setting extends Partial<TestPlan> {
  rate?: number;
  natShare?: number;
  gateway?: Record<string, number | string>;
  store?: boolean;
}

const planFor = ({ rate = 1000, natShare = 0, gateway, store = false, ...rest }: Setting): TestPlan => ({
  seconds: 10,
  nodes: {
    users: { kind: 'users', params: { ratePerSecond: rate, natShare } },
    gateway: { kind: 'api-gateway', params: { limitPerSecond: 100, burst: 200, ...gateway } },
    web: { kind: 'web-server' },
    ...(store ? { cache: { kind: 'cache' as const } } : {}),
  },
  links: [
    ['users', 'gateway'],
    ['gateway', 'web'],
    ...(store ? [['gateway', 'cache', { delaySeconds: 0.0005, timeoutSeconds: 0.2 }] as [string, string, Record<string, number>]] : []),
  ],
  ...rest,
});

const play = (setting: Setting): TestResult => simulate(planFor(setting), kinds);
const admitted = (result: TestResult, from = 0, to = Infinity) => result.of('gateway', 'admitted', { from, to });

describe('the limit', () => {
  it('2.5: 100/s and a bucket of 200 let 1,200 of 10,000 through in 10 s', () => {
    const result = play({});
    expect(Math.abs(admitted(result) - 1200)).toBeLessThanOrEqual(1);
    expect(result.total('failed.read.limited')).toBe(result.of('gateway', 'limited'));
    expect(result.of('gateway', 'falseAccepts') + result.of('gateway', 'falseRejects')).toBe(0);
  });

  it('below the rate nobody is turned away, in bursts up to the bucket', () => {
    expect(play({ rate: 70 }).of('gateway', 'limited')).toBe(0);
    // M/M/1-like: bursts are as random as the arrivals; 200 tokens are enough for all of them
    expect(play({ rate: 95, gateway: { burst: 1 } }).of('gateway', 'limited')).toBeGreaterThan(100);
  });

  it('a fixed window lets twice as much through around its edge, a sliding one does not', () => {
    const burst = (rule: number): number => {
      const limiter = new Limiter(new Memory());
      const allowance = { rule, ratePerSecond: 10, burst: 1, windowSeconds: 10 };
      let most = 0;
      // nothing for 9 s, then a flood of 100/s across the edge at 10 s
      for (let now = 9; now < 11; now += 0.01) if (limiter.admit(7, now, allowance)) most++;
      return most;
    };
    expect(burst(LIMIT.fixedWindow)).toBe(200);
    expect(burst(LIMIT.slidingWindow)).toBeLessThanOrEqual(111);
    expect(burst(LIMIT.slidingWindow)).toBeGreaterThanOrEqual(100);
  });

  it('a sliding window counts the one before, not an older one', () => {
    const limiter = new Limiter(new Memory());
    const allowance = { rule: LIMIT.slidingWindow, ratePerSecond: 1, burst: 1, windowSeconds: 10 };
    const passes = (now: number) => Array.from({ length: 20 }, () => limiter.admit(7, now, allowance)).filter((isIn) => isIn).length;
    expect(passes(19.9)).toBe(10);
    // nothing came from 20 to 30: that is the window before
    expect(passes(30)).toBe(10);
    expect(passes(40)).toBe(0);
    // half of the ten before lie within the last ten seconds
    expect(passes(45)).toBe(5);
  });

  it('in the long run windows admit the rate', () => {
    for (const algorithm of ['fixed-window', 'sliding-window']) {
      const result = play({ gateway: { algorithm, windowSeconds: 5 }, seconds: 60 });
      expect(Math.abs(admitted(result, 10) / 5000 - 1)).toBeLessThan(0.02);
    }
  });

  it('each client has a limit of its own', () => {
    const limiter = new Limiter(new Memory());
    const allowance = { rule: LIMIT.tokenBucket, ratePerSecond: 1, burst: 5, windowSeconds: 1 };
    const counts = [0, 0];
    for (let i = 0; i < 100; i++) for (const client of [0, 1]) if (limiter.admit(client * -77_777, i / 10, allowance)) counts[client]++;
    expect(counts).toEqual([14, 14]);
  });
});

describe('a limit for all and one for each', () => {
  const rule = (ratePerSecond: number, burst: number) => ({ rule: LIMIT.tokenBucket, ratePerSecond, burst, windowSeconds: 1 });

  it('whoever is over its own limit takes nothing from the others', () => {
    const counters = new Counters(new Memory());
    const limits = { ofEach: true, each: rule(1, 10), ofAll: true, all: rule(1, 50) };
    const verdicts = (client: number, times: number) => Array.from({ length: times }, () => counters.admit(client, 1, limits));
    const count = (all: number[], verdict: number) => all.filter((each) => each === verdict).length;
    const greedy = verdicts(1, 1000);
    expect([count(greedy, VERDICT.within), count(greedy, VERDICT.overOwn)]).toEqual([10, 990]);
    // 40 of 50 are left: four others have theirs whole, the fifth comes too late though it has asked for nothing yet
    for (const client of [2, 3, 4, 5]) expect(count(verdicts(client, 10), VERDICT.within)).toBe(10);
    expect(count(verdicts(6, 10), VERDICT.overAll)).toBe(10);
  });

  it.each([LIMIT.tokenBucket, LIMIT.fixedWindow, LIMIT.slidingWindow])(
    'what all together have no room for counts against nobody (rule %s)',
    (by) => {
      const counters = new Counters(new Memory());
      const limits = {
        ofEach: true,
        each: { ...rule(1, 10), rule: by, windowSeconds: 10 },
        ofAll: true,
        all: { ...rule(0.5, 5), rule: by, windowSeconds: 10 },
      };
      for (let i = 0; i < 5; i++) expect(counters.admit(1, 1, limits)).toBe(VERDICT.within);
      for (let i = 0; i < 100; i++) expect(counters.admit(2, 1, limits)).toBe(VERDICT.overAll);
      // its own ten are all there still
      const alone = { ...limits, ofAll: false };
      for (let i = 0; i < 10; i++) expect(counters.admit(2, 1, alone)).toBe(VERDICT.within);
      expect(counters.admit(2, 1, alone)).toBe(VERDICT.overOwn);
    },
  );

  it('both hold at once, and it is told which one turned a request away', () => {
    const both = { limitBy: 'all-and-address', limitPerSecond: 100, burst: 200, limitPerMinute: 60, burstEach: 20 };
    // half of all users sit behind one address
    const played = (gateway: Record<string, number | string>) => play({ gateway: { ...both, ...gateway }, natShare: 50 });
    const wideForAll = played({ limitPerSecond: 10_000, burst: 5000 });
    expect(admitted(wideForAll)).toBe(admitted(played({ limitBy: 'address' })));
    expect(wideForAll.of('gateway', 'limited')).toBeGreaterThan(4500);
    expect(wideForAll.of('gateway', 'limitedForAll')).toBe(0);
    // users behind it have limits of their own
    expect(played({ limitBy: 'all-and-user', limitPerSecond: 10_000, burst: 5000 }).of('gateway', 'limited')).toBe(0);
    const wideForEach = played({ limitPerMinute: 100_000, burstEach: 100_000 });
    expect(admitted(wideForEach)).toBe(admitted(played({ limitBy: 'all' })));
    expect(wideForEach.of('gateway', 'limitedForAll')).toBe(wideForEach.of('gateway', 'limited'));
    expect(wideForEach.of('gateway', 'limited')).toBeGreaterThan(8000);
    // and with both narrow, those behind it leave nearly all of the common limit to the others
    const narrow = played({});
    expect(Math.abs(admitted(narrow) - 1200)).toBeLessThanOrEqual(1);
    expect(narrow.of('gateway', 'limited') - narrow.of('gateway', 'limitedForAll')).toBeGreaterThan(4000);
  });
});

describe('counters', () => {
  it('local ones of four gateways allow four times the limit', () => {
    const result = play({ gateway: { instances: 4 } });
    expect(Math.abs(admitted(result) / 4800 - 1)).toBeLessThan(0.01);
    const { of } = result;
    expect(Math.abs((of('gateway', 'falseAccepts') - of('gateway', 'falseRejects')) / 3600 - 1)).toBeLessThan(0.02);
  });

  it('shared ones allow it once, and cost a round trip', () => {
    const result = play({ gateway: { instances: 4, counters: 'shared' }, store: true });
    expect(Math.abs(admitted(result) - 1200)).toBeLessThan(8);
    // but for those on their way at the end
    expect(result.of('gateway', 'arrived') - result.of('cache', 'arrived')).toBeLessThanOrEqual(3);
    expect(result.of('cache', 'hits') + result.of('cache', 'misses')).toBe(0);
  });

  const outage: TestAct[] = [{ at: 5, act: 'hang', node: 'cache' }];

  it('out of reach, they fail open: everything passes', () => {
    const result = play({ gateway: { counters: 'shared' }, store: true, acts: outage });
    expect(admitted(result, 6, 10)).toBeGreaterThan(3700);
    expect(result.of('gateway', 'undecided')).toBeGreaterThan(4500);
  });

  it('or closed: nothing does, and that is an error', () => {
    const result = play({ gateway: { counters: 'shared', whenStoreFails: 'closed' }, store: true, acts: outage });
    expect(admitted(result, 6, 10)).toBe(0);
    expect(result.total('failed.read.error')).toBeGreaterThan(4500);
  });

  it('a gateway that is taken away has forgotten when it comes back', () => {
    const acts: TestAct[] = [
      { at: 10, act: 'instances', node: 'gateway', count: 1 },
      { at: 20, act: 'instances', node: 'gateway', count: 2 },
    ];
    const result = play({ gateway: { algorithm: 'fixed-window', windowSeconds: 60, limitPerSecond: 10, instances: 2 }, seconds: 30, acts });
    expect(admitted(result, 0, 10)).toBe(1200);
    expect(admitted(result, 10, 20)).toBe(0);
    expect(admitted(result, 20, 30)).toBe(600);
  });

  it('a dead cache has forgotten', () => {
    const acts: TestAct[] = [
      { at: 5, act: 'crash', node: 'cache' },
      { at: 5.5, act: 'recover', node: 'cache' },
    ];
    const result = play({ gateway: { counters: 'shared', whenStoreFails: 'closed' }, store: true, acts });
    // half a second less, a full bucket more
    expect(Math.abs(admitted(result) - 1350)).toBeLessThan(15);
  });
});

describe('routes', () => {
  const carries = (cls: number, weight = 1) => ({ carries: cls + 1, weight });
  const routed = (links: TestPlan['links']) =>
    simulate(
      {
        seconds: 20,
        nodes: {
          users: { kind: 'users', params: { ratePerSecond: 500 } },
          gateway: { kind: 'api-gateway', params: { algorithm: 'none' } },
          rest: { kind: 'web-server' },
          search: { kind: 'web-server' },
          more: { kind: 'web-server' },
        },
        workload: { searchShare: 30, uploadShare: 20 },
        links: [['users', 'gateway'], ...links],
      },
      kinds,
    );
  const share = (result: TestResult, node: string) => result.of(node, 'arrived') / result.of('gateway', 'admitted');

  it('what a wire names goes that way and no other, by weight where several do', () => {
    const result = routed([
      ['gateway', 'rest'],
      ['gateway', 'search', carries(CLASS.search, 3)],
      ['gateway', 'more', carries(CLASS.search, 1)],
    ]);
    // ±3·sqrt(p(1-p)/n) of 10,000
    expect(Math.abs(share(result, 'rest') - 0.7)).toBeLessThan(0.02);
    expect(Math.abs(share(result, 'search') - 0.225)).toBeLessThan(0.02);
    expect(Math.abs(share(result, 'more') - 0.075)).toBeLessThan(0.02);
    expect(result.total('failed.search.error') + result.total('failed.read.error')).toBe(0);
  });

  it('what no wire is there for is an error', () => {
    const result = routed([
      ['gateway', 'search', carries(CLASS.search)],
      ['gateway', 'more', carries(CLASS.upload)],
    ]);
    expect(share(result, 'rest')).toBe(0);
    expect(result.total('completed.search')).toBeGreaterThan(2700);
    expect(result.total('completed.upload')).toBeGreaterThan(1700);
    expect(result.total('completed.read')).toBe(0);
    expect(result.total('failed.read.error')).toBeGreaterThan(4700);
  });
});

describe('what it adds to a request', () => {
  const added = (metric: string, result: TestResult) => result.of('gateway', metric);

  it('is its work when nobody waits, however long the servers take', () => {
    const idle = play({ rate: 20, gateway: { cpuMs: 0.6, authMs: 0.4 }, frameSeconds: 10 });
    expect(Math.abs(added('addedP50', idle) / 0.001 - 1)).toBeLessThan(0.01);
    const slowBehind = simulate(
      {
        ...planFor({ rate: 20, gateway: { cpuMs: 0.6, authMs: 0.4 }, frameSeconds: 10 }),
        links: [
          ['users', 'gateway'],
          ['gateway', 'web', { delaySeconds: 0.5 }],
        ],
      },
      kinds,
    );
    expect(added('addedP50', slowBehind)).toBeCloseTo(added('addedP50', idle), 9);
    expect(slowBehind.series('gateway', 'meanResponse')[0]).toBeGreaterThan(1);
  });

  it('with a line, is the wait of M/D/1 before the work', () => {
    // 0.5 ms each by two processors, at 80 %: the line's p50 and p99 from Erlang's formula for M/D/1
    const busy = play({ rate: 1600, gateway: { algorithm: 'none', cpuMs: 0.9, authMs: 0.1 }, seconds: 60, frameSeconds: 60 });
    const waitOf = (share: number) => {
      // P(W <= x), in services, by summing (-1)^j terms; exact for the small x asked for here
      const within = (x: number) => {
        let sum = 0;
        for (let j = 0, factorial = 1; j <= Math.floor(x); j++, factorial *= j)
          sum += ((-0.8 * (x - j)) ** j / factorial) * Math.exp(0.8 * (x - j));
        return 0.2 * sum;
      };
      let x = 0;
      while (within(x) < share) x += 0.001;
      return x * 0.0005;
    };
    expect(Math.abs(added('addedP50', busy) / (waitOf(0.5) + 0.001) - 1)).toBeLessThan(0.05);
    expect(Math.abs(added('addedP99', busy) / (waitOf(0.99) + 0.001) - 1)).toBeLessThan(0.1);
  });

  it('with shared counters, the way there and back on top', () => {
    const gateway = { counters: 'shared', cpuMs: 0.6, authMs: 0.4 };
    const result = play({ rate: 20, gateway, store: true, frameSeconds: 10 });
    // 0.5 ms each way, 0.1 ms in the cache
    expect(Math.abs(added('addedP50', result) / 0.0021 - 1)).toBeLessThan(0.01);
  });

  it('is nothing while nothing is handed on', () => {
    expect(added('addedP99', play({ gateway: { burst: 1, limitPerSecond: 1 }, rate: 1000, seconds: 3 }))).toBeGreaterThan(0);
    const shut = play({
      gateway: { counters: 'shared', whenStoreFails: 'closed' },
      store: true,
      acts: [{ at: 0, act: 'crash', node: 'cache' }],
    });
    expect(added('addedP99', shut)).toBe(0);
  });
});

describe('the gateway itself', () => {
  it('lets through no more than its processors can', () => {
    const result = play({ rate: 3000, gateway: { algorithm: 'none', cpuMs: 0.9, authMs: 0.1 }, seconds: 8 });
    expect(Math.abs(admitted(result, 2, 8) / 6 - 2000)).toBeLessThan(15);
  });

  it('plays on from a photograph as if it had never stopped', () => {
    const acts: TestAct[] = [
      { at: 3, act: 'crash', node: 'cache' },
      { at: 4, act: 'recover', node: 'cache' },
      { at: 5, act: 'crash', node: 'gateway', instance: 0 },
      { at: 6, act: 'recover', node: 'gateway' },
    ];
    for (const gateway of [
      { limitBy: 'user', counters: 'shared' },
      { limitBy: 'all-and-address', counters: 'shared', limitPerSecond: 50 },
      { algorithm: 'sliding-window', windowSeconds: 3, instances: 2 },
    ]) {
      const plan = planOf(planFor({ gateway, store: true, acts, rate: 300 }));
      const text = (run: ReturnType<typeof createRun>) =>
        resultOf(plan, run).frames.map(({ index, values }) => `${index}: ${[...values].join()}`);
      const whole = createRun(plan, inOrder(kinds));
      whole.advance(10, Number.MAX_SAFE_INTEGER);
      const expected = text(whole);
      const run = createRun(plan, inOrder(kinds));
      for (const stop of [2.2, 3.5, 5.5, 7]) {
        run.advance(stop, Number.MAX_SAFE_INTEGER);
        text(run);
        const photo = run.snapshot();
        run.advance(10, Number.MAX_SAFE_INTEGER);
        run.restore(photo);
        run.advance(10, Number.MAX_SAFE_INTEGER);
        expect(text(run)).toEqual(expected.slice(Math.floor(stop)));
        run.restore(photo);
      }
    }
  });
});
