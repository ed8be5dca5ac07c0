import { describe, expect, it } from 'vitest';
import type { Behavior } from '../../engine/behavior.ts';
import { OUTCOME } from '../../engine/plan.ts';
import { createRun } from '../../engine/run.ts';
import { answeringServer, inOrder, planOf, resultOf, simulate, type TestAct, type TestPlan } from '../testRun.ts';
import { usersBehavior } from './behavior.ts';

const kinds = { users: usersBehavior, 'web-server': answeringServer };
type Params = Readonly<Record<string, number | string>>;

const test = (params: Params, acts: readonly TestAct[], workload: TestPlan['workload'] = {}): TestPlan => ({
  seconds: 120,
  nodes: { users: { kind: 'users', params: { ratePerSecond: 100, ...params } }, web: { kind: 'web-server', params: { cpuDynamicMs: 1 } } },
  links: [['users', 'web']],
  workload,
  acts,
});
const play = (params: Params, acts: readonly TestAct[], workload?: TestPlan['workload']) => simulate(test(params, acts, workload), kinds);
const crowd: TestAct = { at: 40, act: 'strike', node: 'users', fault: 'crowd', value: 5, seconds: 40 };
const storm = (at: number, value: number): TestAct => ({ at, act: 'strike', node: 'users', fault: 'storm', value });
/** Mean per second within a stretch. */
const rate = (run: ReturnType<typeof play>, from: number, to: number) => run.of('users', 'offered', { from, to }) / (to - from);

describe('a flash crowd', () => {
  it.each([
    ['one by one', {}],
    ['evenly', { arrivals: 'even' }],
    ['at other gaps', { arrivals: 'renewal', gapSpread: 0.5 }],
    ['in batches of two', { arrivals: 'batches', batchSize: 2 }],
    ['in short bursts', { arrivals: 'bursty', burstSeconds: 0.05, quietSeconds: 0.05 }],
    ['a closed population that forgets', { loop: 'closed', people: 1000, thinkSeconds: 10 }],
    ['a closed population with timers', { loop: 'closed', people: 100, thinkSeconds: 1, thinkForm: 'fixed' }],
  ] as const)('is five times as many, and only while it lasts: %s', (_, params) => {
    const run = play(params, [crowd]);
    // 20,000 in 40 s at five times 100: three standard deviations of pairs are 3 %; timers of before run out within a second
    for (const [from, to, expected] of [
      [0, 39, 100],
      [42, 79, 500],
      [82, 120, 100],
    ])
      expect(Math.abs(rate(run, from, to) / expected - 1)).toBeLessThan(0.09);
  });

  it('multiplies traffic and shape, and a newer one takes its place', () => {
    const again: TestAct = { at: 60, act: 'strike', node: 'users', fault: 'crowd', value: 2, seconds: 40 };
    const run = play({ arrivals: 'even' }, [crowd, again], { traffic: 2 });
    expect(rate(run, 10, 40)).toBeCloseTo(200, -1);
    expect(rate(run, 41, 60)).toBeCloseTo(1000, -1);
    // the end of the first is void
    expect(rate(run, 61, 100)).toBeCloseTo(400, -1);
    expect(rate(run, 101, 120)).toBeCloseTo(200, -1);
  });

  it('brings more sessions', () => {
    const sessions = { visits: 'sessions', sessionSeconds: 10, viewSeconds: 5, ratePerSecond: 600, dynamicPerView: 1, staticPerView: 1 };
    const run = play(sessions, [crowd]);
    const begun = (from: number, to: number) => run.of('users', 'sessions', { from, to }) / (to - from);
    expect(begun(0, 40)).toBeGreaterThan(90);
    expect(begun(0, 40)).toBeLessThan(110);
    expect(begun(40, 80) / 500).toBeGreaterThan(0.95);
    expect(begun(40, 80) / 500).toBeLessThan(1.05);
  });
});

describe('a reconnect storm', () => {
  const logins = (run: ReturnType<typeof play>, from: number, to: number) => run.total('offered.login', { from, to });

  it('is so many logins at one moment', () => {
    const run = play({ ratePerSecond: 0 }, [storm(30.5, 2500)]);
    expect(logins(run, 30, 31)).toBe(2500);
    expect(logins(run, 0, 120)).toBe(2500);
  });

  it('or over the time that is set for storms, evenly', () => {
    const run = play({ ratePerSecond: 0, stormSpreadSeconds: 20 }, [storm(30, 2000)]);
    expect(logins(run, 30, 50)).toBe(2000);
    // 1,000 in each half: three standard deviations are 67
    expect(Math.abs(logins(run, 30, 40) - 1000)).toBeLessThan(67);
  });

  it('loses nobody when another breaks out meanwhile, nor touches the one that is planned', () => {
    const planned = { ratePerSecond: 0, stormSpreadSeconds: 20, stormClients: 300, stormAtSeconds: 60 };
    const run = play(planned, [storm(20, 500), storm(30, 500)]);
    expect(logins(run, 20, 50)).toBe(1000);
    expect(logins(run, 60, 80)).toBe(300);
    expect(logins(run, 0, 120)).toBe(1300);
  });
});

it('faults play on from a photograph', () => {
  const plan = planOf(test({ stormSpreadSeconds: 20 }, [crowd, storm(50, 500)]));
  const run = createRun(plan, inOrder(kinds));
  run.advance(55.5, Number.MAX_SAFE_INTEGER);
  const photo = run.snapshot();
  const rest = () => {
    run.advance(120, Number.MAX_SAFE_INTEGER);
    return resultOf(plan, run);
  };
  run.takeFrames();
  const once = rest().frames.map(({ values }) => [...values]);
  run.restore(photo);
  expect(rest().frames.map(({ values }) => [...values])).toEqual(once);
});

describe('a hot key', () => {
  const hot: TestAct = { at: 40, act: 'strike', node: 'users', fault: 'hot-key', value: 60, seconds: 40 };
  /** Answers at once, and writes down when which row was wanted. */
  const asked: { at: number; key: number }[] = [];
  const noting: Behavior = {
    ...answeringServer,
    create: ({ net }) => ({
      receive: (call) => {
        asked.push({ at: net.now, key: net.calls.key[call] });
        net.reply(call, OUTCOME.ok);
      },
    }),
  };

  it('draws its share of the requests to one row, and only while it lasts', () => {
    simulate(test({}, [hot], { staticShare: 0, keys: 1000, keySkew: 0 }), { ...kinds, 'web-server': noting });
    const topShare = (from: number, to: number) => {
      const counts = new Map<number, number>();
      const within = asked.filter(({ at }) => at >= from && at < to);
      for (const { key } of within) counts.set(key, (counts.get(key) ?? 0) + 1);
      return Math.max(...counts.values()) / within.length;
    };
    expect(topShare(0, 40)).toBeLessThan(0.02);
    // of 4,000 requests: four standard deviations are 3 %; some of before are still on their way
    expect(Math.abs(topShare(40.1, 80) - 0.6)).toBeLessThan(0.035);
    expect(topShare(80.1, 120)).toBeLessThan(0.02);
  });

  it.each([
    [1, 1999],
    [5, 1995],
  ])('is about the row that is %i from the end', (talkedAbout, key) => {
    asked.length = 0;
    simulate(test({ talkedAbout }, [hot], { staticShare: 0, keys: 1000, keySkew: 0 }), { ...kinds, 'web-server': noting });
    const within = asked.filter(({ at }) => at >= 40.1 && at < 80);
    expect(Math.abs(within.filter((each) => each.key === key).length / within.length - 0.6)).toBeLessThan(0.035);
  });
});
