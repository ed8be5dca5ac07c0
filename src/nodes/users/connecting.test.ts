import { expect, it } from 'vitest';
import { answeringServer, simulate, type TestPlan } from '../testRun.ts';
import { usersBehavior } from './behavior.ts';

const kinds = { users: usersBehavior, 'web-server': answeringServer };
const plan = (params: Record<string, number | string>, timeoutSeconds = 0): TestPlan => ({
  seconds: 60,
  nodes: { users: { kind: 'users', params: { ratePerSecond: 50, ...params } }, web: { kind: 'web-server' } },
  links: [['users', 'web', { delaySeconds: 0.05, delayForm: 2, timeoutSeconds }]],
});

it('a visitor connects first: so many round trips, and the wire’s patience begins after them', () => {
  const mean = (connectRoundTrips: number) => simulate(plan({ connectRoundTrips }, 0.15), kinds).mean('users', 'meanResponse', { from: 5 });
  expect(mean(0)).toBeCloseTo(0.105, 3);
  expect(mean(2)).toBeCloseTo(0.305, 3);
});

it('and keeps the connection: only the first request of a session waits for it', () => {
  const params = { visits: 'sessions', sessionSeconds: 30, viewSeconds: 1, dynamicPerView: 1, staticPerView: 0, ratePerSecond: 20 };
  const mean = (connectRoundTrips: number) => {
    const result = simulate(plan({ ...params, connectRoundTrips }), kinds);
    return {
      mean: result.mean('users', 'meanResponse', { from: 40 }),
      perSession: result.of('users', 'pageViews') / result.of('users', 'sessions'),
    };
  };
  const [without, connected] = [mean(0), mean(2)];
  expect(without.mean).toBeCloseTo(0.105, 3);
  expect(connected.mean).toBeGreaterThan(0.105 + 0.2 / connected.perSession / 2);
  expect(connected.mean).toBeLessThan(0.105 + (0.2 * 2) / connected.perSession);
});
