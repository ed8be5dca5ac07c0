import { describe, expect, it } from 'vitest';
import type { Behavior } from '../../engine/behavior.ts';
import { CLASS, OUTCOME } from '../../engine/plan.ts';
import { createRun } from '../../engine/run.ts';
import type { Value } from '../../schema/fields.ts';
import { answeringServer, inOrder, planOf, simulate, type TestAct, type TestPlan } from '../testRun.ts';
import { perSecondOf } from './asked.ts';
import { usersBehavior } from './behavior.ts';
import { usersFieldsEn } from './fields.en.ts';
import { usersFieldsKo } from './fields.ko.ts';
import { usersSpec } from './spec.ts';

const kinds = { users: usersBehavior, 'web-server': answeringServer };
const meanOf = (numbers: readonly number[]) => numbers.reduce((sum, n) => sum + n, 0) / numbers.length;

const site = (people: Readonly<Record<string, Value>>, plan: Partial<TestPlan> & { cpuDynamicMs?: number } = {}): TestPlan => {
  const { cpuDynamicMs = 5, ...rest } = plan;
  return {
    seconds: 2000,
    nodes: {
      users: { kind: 'users', params: { visits: 'sessions', ...people } },
      web: { kind: 'web-server', params: { cpuDynamicMs } },
    },
    links: [['users', 'web', { delaySeconds: 0.01 }]],
    ...rest,
  };
};

/** Writes down what comes, and answers with one outcome. */
function recorder(seen: { at: number; cls: number; key: number; session: number }[], outcome = OUTCOME.ok as number): Behavior {
  return {
    ...answeringServer,
    create: ({ net }) => ({
      receive: (call) => {
        seen.push({ at: net.now, cls: net.calls.cls[call], key: net.calls.key[call], session: net.calls.session[call] });
        net.reply(call, outcome);
      },
    }),
  };
}

describe('sessions', () => {
  it('begin, and go on from page to page, as soon as people are set to come in them', () => {
    const people = { visits: 'requests', ratePerSecond: 230, sessionSeconds: 100, viewSeconds: 20, staticPerView: 20, dynamicPerView: 3 };
    const acts: TestAct[] = [{ at: 10, act: 'param', node: 'users', field: 'visits', value: 'sessions' }];
    const result = simulate(site(people, { seconds: 600, acts }), kinds);
    expect(result.of('users', 'sessions', { to: 10 })).toBe(0);
    expect(Math.abs(result.of('users', 'offered', { from: 300 }) / 300 / 230 - 1)).toBeLessThan(0.15);
  });

  it('ask for as much as they are set to, and are as many at one time as Little says', () => {
    const people = { ratePerSecond: 230, sessionSeconds: 100, viewSeconds: 20, staticPerView: 20, dynamicPerView: 3 };
    const result = simulate(site(people, { seconds: 4000 }), kinds);
    // 230 requests a second are 10 pages, or 10 / 6 sessions of 1 + 100 / 20 pages
    const started = result.of('users', 'sessions', { from: 1000 }) / 3000;
    expect(Math.abs(started - 10 / 6)).toBeLessThan(0.08);
    expect(Math.abs(meanOf(result.series('users', 'inSession').slice(1000)) / (started * 100) - 1)).toBeLessThan(0.06);
    expect(Math.abs(result.of('users', 'pageViews', { from: 1000 }) / 3000 - 10)).toBeLessThan(0.5);
    expect(Math.abs(result.of('users', 'offered', { from: 1000 }) / 3000 - 230)).toBeLessThan(11);
    expect(Math.abs(result.total('offered.static') / result.total('offered.read') - 20 / 3)).toBeLessThan(0.01);
    // the page, then 22 more over six connections: five round trips of 20 ms and 5 ms
    for (const seconds of result.series('users', 'pageSeconds').slice(1000)) expect(Math.abs(seconds - 5 * 0.025)).toBeLessThan(0.001);
  });

  it('follow from users a day: a million are 694 dynamic requests a second at twice the mean', () => {
    const params = Object.fromEntries(Object.entries(usersSpec.fields).map(([name, field]) => [name, field.default]));
    const million = { ...params, rateFrom: 'users', dailyUsers: 1_000_000, peakToMean: 2, staticPerView: 0 };
    expect(perSecondOf(million)).toBeCloseTo(694.44, 1);
    expect(perSecondOf({ ...million, staticPerView: 20, dynamicPerView: 0 })).toBeCloseTo(4629.6, 0);
    const seen: { at: number; cls: number; key: number; session: number }[] = [];
    const asked = { visits: 'requests', rateFrom: 'users', dailyUsers: 100_000, peakToMean: 2 };
    simulate(site(asked, { seconds: 100, workload: { staticShare: 40, writeShare: 6 } }), { ...kinds, 'web-server': recorder(seen) });
    const share = (cls: number) => seen.filter((each) => each.cls === cls).length / seen.length;
    expect(Math.abs(seen.length / 100 - 532)).toBeLessThan(15);
    expect(Math.abs(share(CLASS.static) - 20 / 23)).toBeLessThan(0.01);
    // a tenth of what is not static, as the shares say
    expect(Math.abs(share(CLASS.write) - (0.1 * 3) / 23)).toBeLessThan(0.002);
  });

  it('follow from users a month, as if those of a day had been set', () => {
    const params = Object.fromEntries(Object.entries(usersSpec.fields).map(([name, field]) => [name, field.default]));
    const monthly = { ...params, rateFrom: 'monthly', monthlyUsers: 4_000_000, dailyPercent: 25, dailyUsers: 7 };
    expect(perSecondOf(monthly)).toBeCloseTo(perSecondOf({ ...params, rateFrom: 'users', dailyUsers: 1_000_000 }), 6);
    const offered = (how: Record<string, number | string>) => {
      const run = simulate(site({ visits: 'requests', ...how }, { seconds: 50 }), kinds);
      return [run.of('users', 'offered'), run.total('offered.static')];
    };
    const asked = offered({ rateFrom: 'monthly', monthlyUsers: 80_000, dailyPercent: 25 });
    expect(asked).toEqual(offered({ rateFrom: 'users', dailyUsers: 20_000 }));
    expect(asked[0]).toBeGreaterThan(2000);
    // the calculation stands with the ratio
    for (const words of [usersFieldsEn, usersFieldsKo])
      expect(words.fields.dailyPercent.note?.(monthly)).toMatch(/× 25% = (하루 )?1,000,000/);
  });

  it('are made of one number each, and of one user among those of a day', () => {
    const seen: { at: number; cls: number; key: number; session: number }[] = [];
    simulate(site({ ratePerSecond: 100, viewSeconds: 5, sessionSeconds: 60 }, { seconds: 300 }), {
      ...kinds,
      'web-server': recorder(seen),
    });
    const sessions = new Set(seen.map(({ session }) => session));
    expect(seen.length / sessions.size).toBeGreaterThan(100);
  });

  it('of which a user has had enough ask for no later page', () => {
    const people = { ratePerSecond: 50, sessionSeconds: 200, viewSeconds: 10, staticPerView: 0, dynamicPerView: 1, leaveShare: 100 };
    const fine = simulate(site(people), kinds);
    const broken = simulate(site(people), { ...kinds, 'web-server': recorder([], OUTCOME.error) });
    expect(fine.of('users', 'abandoned')).toBe(0);
    // the same people come, look at one page, and go
    expect(broken.of('users', 'sessions')).toBe(fine.of('users', 'sessions'));
    expect(broken.of('users', 'pageViews')).toBe(broken.of('users', 'sessions'));
    expect(broken.of('users', 'abandoned')).toBe(broken.of('users', 'sessions'));
    expect(fine.of('users', 'pageViews') / fine.of('users', 'sessions')).toBeGreaterThan(18);
    const late = simulate(site({ ...people, leaveShare: 0, patienceSeconds: 1 }, { cpuDynamicMs: 1000 }), kinds);
    // all but those who still wait at the end
    expect(late.of('users', 'pageViews') - late.of('users', 'abandoned')).toBeLessThan(20);
    const half = simulate(site({ ...people, leaveShare: 50 }), { ...kinds, 'web-server': recorder([], OUTCOME.error) });
    expect(Math.abs(half.of('users', 'pageViews') / half.of('users', 'sessions') - 1.9)).toBeLessThan(0.15);
  });

  it('of a fixed number of people are as many as they are, whatever happens to them', () => {
    const people = { loop: 'closed', people: 500, sessionSeconds: 60, viewSeconds: 5, dynamicPerView: 1, staticPerView: 2 };
    const result = simulate(
      site(people, {
        seconds: 400,
        acts: [
          { at: 100, act: 'crash', node: 'users' },
          { at: 120, act: 'recover', node: 'users' },
          { at: 200, act: 'param', node: 'users', field: 'people', value: 800 },
          { at: 300, act: 'param', node: 'users', field: 'people', value: 200 },
        ],
      }),
      kinds,
    );
    const now = result.series('users', 'inSession');
    for (const second of [0, 50, 99, 125, 190]) expect(now[second]).toBe(500);
    expect(now[110]).toBe(0);
    expect(now[205]).toBe(800);
    expect(now[380]).toBe(200);
    const perSecond = result.of('users', 'pageViews', { from: 200, to: 300 }) / 100;
    expect(Math.abs(perSecond - 800 / 5)).toBeLessThan(10);
  });

  it('play on from a photograph as if they had never stopped', () => {
    const plan = planOf(
      site(
        {
          ratePerSecond: 300,
          sessionSeconds: 30,
          viewSeconds: 3,
          botShare: 20,
          stormClients: 300,
          stormAtSeconds: 20,
          stormSpreadSeconds: 10,
        },
        {
          seconds: 60,
          acts: [
            { at: 10.5, act: 'hang', node: 'web' },
            { at: 15.5, act: 'recover', node: 'web' },
            { at: 30.5, act: 'hang', node: 'users' },
            { at: 33.5, act: 'recover', node: 'users' },
            { at: 40.5, act: 'crash', node: 'users' },
            { at: 41.5, act: 'recover', node: 'users' },
          ],
        },
      ),
    );
    const run = createRun(plan, inOrder(kinds));
    const bytes = () => run.takeFrames().map((frame) => `${[...frame.values].join()};${[...frame.latency].join()}`);
    const play = (until: number) => run.advance(until, Number.MAX_SAFE_INTEGER);
    const photos = [0, 12.3, 21.7, 32.1, 41, 50].map((stop) => {
      play(stop);
      return run.snapshot();
    });
    play(60);
    const whole = bytes();
    expect(whole).toHaveLength(60);
    for (const photo of photos) {
      run.restore(photo);
      const from = Math.floor(run.now());
      play(60);
      expect(bytes()).toEqual(whole.slice(from));
    }
  });
});

describe('others who come', () => {
  it('robots ask for single pages, all rows alike', () => {
    const seen: { at: number; cls: number; key: number; session: number }[] = [];
    const workload = { keys: 1000, keySkew: 1, staticFiles: 100 };
    for (const visits of ['requests', 'sessions']) {
      seen.length = 0;
      simulate(site({ visits, ratePerSecond: 400, botShare: 100, staticPerView: 0 }, { seconds: 50, workload }), {
        ...kinds,
        'web-server': recorder(seen),
      });
      expect(Math.abs(seen.length / 50 - 400)).toBeLessThan(12);
      expect(seen.every(({ cls, key }) => cls === CLASS.read && key >= 100 && key < 1100)).toBe(true);
      expect(Math.abs(meanOf(seen.map(({ key }) => key - 100)) - 500)).toBeLessThan(10);
    }
    seen.length = 0;
    const some = { botShare: 25, ratePerSecond: 400, viewSeconds: 5, sessionSeconds: 50, dynamicPerView: 2, staticPerView: 0 };
    simulate(site(some, { seconds: 500, workload: { ...workload, keySkew: 2.5 } }), { ...kinds, 'web-server': recorder(seen) });
    const late = seen.filter(({ at }) => at > 200);
    expect(Math.abs(late.length / 300 - 400)).toBeLessThan(25);
    // people ask for a few rows, mostly; robots for any
    expect(Math.abs(late.filter(({ key }) => key >= 150).length / late.length - 0.25 * 0.95)).toBeLessThan(0.02);
  });

  it('clients come back all at once, or spread over a while, and log in', () => {
    for (const spread of [0, 100]) {
      const seen: { at: number; cls: number; key: number; session: number }[] = [];
      const people = { visits: 'requests', ratePerSecond: 0, stormClients: 2500, stormAtSeconds: 50, stormSpreadSeconds: spread };
      simulate(site(people, { seconds: 300 }), { ...kinds, 'web-server': recorder(seen) });
      expect(seen).toHaveLength(2500);
      expect(seen.every(({ cls }) => cls === CLASS.login)).toBe(true);
      expect(new Set(seen.map(({ session }) => session)).size).toBe(2500);
      const from = (second: number) => seen.filter(({ at }) => at >= 50.01 + second && at < 60.01 + second).length;
      if (spread === 0) expect(seen.every(({ at }) => Math.abs(at - 50.01) < 1e-9)).toBe(true);
      else for (const second of [0, 30, 60, 90]) expect(Math.abs(from(second) - 250)).toBeLessThan(50);
    }
  });
});
