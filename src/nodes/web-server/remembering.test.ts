import { describe, expect, it } from 'vitest';
import type { Value } from '../../schema/fields.ts';
import { simulate, type TestPlan } from '../testRun.ts';
import { usersBehavior } from '../users/behavior.ts';
import { webServerBehavior } from './behavior.ts';

// long runs, and the machine may be busy
const kinds = { users: usersBehavior, 'web-server': webServerBehavior };

/** People in sessions without end, dealt over the instances by lot. */
const site = (web: Readonly<Record<string, Value>>, people: Readonly<Record<string, Value>>, plan: Partial<TestPlan> = {}): TestPlan => ({
  seconds: 300,
  nodes: {
    users: {
      kind: 'users',
      params: {
        visits: 'sessions',
        loop: 'closed',
        people: 2000,
        viewSeconds: 20,
        sessionSeconds: 86_400,
        dynamicPerView: 1,
        staticPerView: 0,
        ...people,
      },
    },
    web: { kind: 'web-server', params: { state: 'stateful', vcpu: 16, service: 'fixed', ...web } },
  },
  links: [['users', 'web']],
  ...plan,
});

describe('a stateful web server', () => {
  it('knows its sessions as long as it is the only one', () => {
    const result = simulate(site({ instances: 1 }, {}), kinds);
    expect(result.of('users', 'relogins')).toBe(0);
    // a few sessions have ended by themselves, and nobody told the server
    const held = result.of('web', 'sessionsHeld', { from: 299 });
    expect(result.of('users', 'sessions') - held).toBeLessThan(4);
    expect(held - 2000).toBeLessThan(20);
    expect(result.of('web', 'sessionMB', { from: 299 })).toBeCloseTo(held / 100, 9);
  });

  it('loses a session once, however many of its requests find out at the same time', () => {
    const acts = [
      { at: 100, act: 'crash', node: 'web' },
      { at: 101, act: 'recover', node: 'web' },
    ] as const;
    const result = simulate(site({ instances: 1, vcpu: 64 }, { dynamicPerView: 5, connections: 5, leaveShare: 0 }, { acts }), kinds);
    expect(result.of('web', 'lostSessions')).toBe(result.of('users', 'relogins'));
    expect(Math.abs(result.of('web', 'lostSessions') - 2000)).toBeLessThan(20);
  });

  it.each([2, 4, 10])('among %i without stickiness does not know all but one in so many of its requests', (instances) => {
    const { of, total } = simulate(site({ instances, vcpu: 32 }, {}), kinds);
    const asked = total('completed.read') - 2000;
    const lost = of('web', 'lostSessions');
    expect(Math.abs(lost / asked - (1 - 1 / instances))).toBeLessThan(0.012);
    // each lost session is one login more, of 100 ms
    expect(of('users', 'relogins')).toBe(lost);
    expect(total('offered.login')).toBe(lost);
  });

  it('takes its sessions with it when it dies', () => {
    const acts = [
      { at: 200, act: 'crash', node: 'web' },
      { at: 200, act: 'recover', node: 'web' },
    ] as const;
    const result = simulate(site({ instances: 1 }, {}, { acts, seconds: 500 }), kinds);
    // everybody comes back within the next 300 s, and is known again
    expect(2000 - result.of('users', 'relogins')).toBeLessThan(20);
    expect(Math.abs(result.of('web', 'sessionsHeld', { from: 499 }) - 2000)).toBeLessThan(20);
  });

  it('forgets who has not come for as long as a session lives', () => {
    const result = simulate(site({ instances: 1, sessionTtlSeconds: 10 }, {}), kinds);
    // pages of one person are a Poisson process: one in e^(10/20) comes later than 10 s after the last, from 10 s on and the first left out
    const perPerson = Math.exp(-0.5) * ((300 - 10) / 20 - 1);
    expect(Math.abs(result.of('web', 'lostSessions') / 2000 / perPerson - 1)).toBeLessThan(0.02);
  });

  it('asks nothing of requests that belong to no session', () => {
    const result = simulate(site({ instances: 4 }, { visits: 'requests', loop: 'open', ratePerSecond: 100 }, { seconds: 50 }), kinds);
    expect(result.of('web', 'lostSessions')).toBe(0);
    expect(result.of('web', 'sessionsHeld')).toBe(0);
  });
});
