import { describe, expect, it } from 'vitest';
import { createRun } from '../../engine/run.ts';
import type { Value } from '../../schema/fields.ts';
import { inOrder, planOf, resultOf, simulate, type TestPlan } from '../testRun.ts';
import { usersBehavior } from '../users/behavior.ts';
import { webServerBehavior } from '../web-server/behavior.ts';
import { sessionStoreBehavior } from './behavior.ts';

// long runs, and the machine may be busy
const kinds = { users: usersBehavior, 'web-server': webServerBehavior, 'session-store': sessionStoreBehavior };

/** People in sessions, four servers dealt to by lot, one store. */
const site = (
  store: Readonly<Record<string, Value>>,
  { people = {}, web = {}, ...plan }: Partial<TestPlan> & { people?: Record<string, Value>; web?: Record<string, Value> } = {},
): TestPlan => ({
  seconds: 120,
  nodes: {
    users: {
      kind: 'users',
      params: {
        visits: 'sessions',
        loop: 'closed',
        people: 1000,
        viewSeconds: 10,
        sessionSeconds: 86_400,
        dynamicPerView: 1,
        staticPerView: 0,
        leaveShare: 0,
        ...people,
      },
    },
    web: { kind: 'web-server', params: { instances: 4, vcpu: 8, service: 'fixed', ...web } },
    store: { kind: 'session-store', params: { service: 'fixed', ...store } },
  },
  links: [
    ['users', 'web'],
    ['web', 'store', { delaySeconds: 0.00025, timeoutSeconds: 1 }],
  ],
  ...plan,
});

const meanMs = (plan: TestPlan): number => {
  const result = simulate(plan, kinds);
  const means = result.series('users', 'meanResponse').slice(60);
  return (means.reduce((a, b) => a + b, 0) / means.length) * 1000;
};

describe('session store', () => {
  it.each([
    ['memory', 0.6],
    ['relational', 1],
    ['nosql', 1.5],
  ])('in %s costs each page one round trip and its service, %f ms', (keptIn, added) => {
    const bare = { ...site({}), links: [['users', 'web']] } satisfies TestPlan;
    expect(Math.abs(meanMs(site({ keptIn })) - meanMs(bare) - added)).toBeLessThan(0.02);
  });

  it('knows every session whatever server asks, and forgets none when a server dies', () => {
    const result = simulate(site({}, { acts: [{ at: 60.5, act: 'crash', node: 'web', instance: 1 }] }), kinds);
    // a few have ended by themselves: nobody tells the store
    expect(result.of('store', 'sessionsHeld', { from: 119 }) - 1000).toBeLessThan(12);
    expect(result.of('users', 'relogins')).toBe(0);
    expect(result.of('store', 'hits')).toBe(result.of('store', 'gets'));
    expect(Math.abs(result.of('store', 'sessionMB', { from: 119 }) - 10)).toBeLessThan(0.12);
  });

  it('in memory without a copy loses all of them when it dies', () => {
    const result = simulate(
      site(
        { replicas: 0 },
        {
          seconds: 240,
          acts: [
            { at: 60.5, act: 'crash', node: 'store' },
            { at: 62.5, act: 'recover', node: 'store' },
          ],
        },
      ),
      kinds,
    );
    const held = result.series('store', 'sessionsHeld');
    expect(Math.abs(result.of('store', 'wiped') - held[59])).toBeLessThan(8);
    expect(Math.abs(result.of('users', 'relogins') - held[59])).toBeLessThan(12);
    expect(Math.abs(held[239] - 1000)).toBeLessThan(12);
    // nobody asks about a session that never logged in
    expect(result.of('store', 'gets') - result.of('store', 'hits')).toBe(result.of('store', 'lostSessions'));
  });

  it('on disk loses nothing by a death', () => {
    for (const keptIn of ['relational', 'nosql']) {
      const acts = [
        { at: 60.5, act: 'crash', node: 'store', instance: 0 },
        { at: 62.5, act: 'recover', node: 'store', instance: 0 },
      ] as const;
      const result = simulate(site({ keptIn, replicas: 2 }, { acts }), kinds);
      expect(result.of('users', 'relogins')).toBe(0);
      expect(result.of('store', 'wiped')).toBe(0);
      const failed = result.of('users', 'failed');
      if (keptIn === 'nosql') expect(failed).toBeLessThan(5);
      else expect(Math.abs(failed - 200)).toBeLessThan(60);
    }
  });

  it('in memory keeps everything when its primary was only silent, and is back before a copy takes over', () => {
    const acts = [
      { at: 60.5, act: 'hang', node: 'store', instance: 0 },
      { at: 65.5, act: 'recover', node: 'store', instance: 0 },
    ] as const;
    const silent = simulate(site({ replicas: 1 }, { acts }), kinds);
    expect(silent.of('store', 'wiped')).toBe(0);
    expect(silent.of('users', 'relogins')).toBe(0);
    expect(silent.notes.filter(({ code }) => code === 'promoted')).toEqual([]);
  });

  it.each([
    [1, true],
    [2, false],
    [3, false],
  ])('among four equals %i may be missing: %s', (missing, answers) => {
    const acts = [0, 1, 2].slice(0, missing).map((instance) => ({ at: 60.5, act: 'crash', node: 'store', instance }) as const);
    const result = simulate(site({ keptIn: 'nosql', replicas: 3 }, { acts }), kinds);
    // half of four is no majority
    expect(result.of('users', 'served', { from: 62 }) > 0).toBe(answers);
    expect(result.of('users', 'failed', { from: 62 }) > 0).toBe(!answers);
  });

  it('promotes a copy after 30 s of silence, and loses what was written within the lag', () => {
    // 100 sessions a second begin: each is one put
    const people = { loop: 'open', ratePerSecond: 100, sessionSeconds: 10, viewSeconds: 3600, leaveShare: 100 };
    const result = simulate(
      site({ lagMs: 5000 }, { seconds: 150, people, acts: [{ at: 60.5, act: 'crash', node: 'store', instance: 0 }] }),
      kinds,
    );
    const promoted = result.notes.find(({ code }) => code === 'promoted');
    expect(promoted?.instance).toBe(1);
    expect(promoted?.value).toBeGreaterThan(31);
    expect(promoted?.value).toBeLessThan(32);
    // 100/s for 5 s, less what had already begun to end is not counted: sessions live for their time to live here
    expect(Math.abs(result.of('store', 'wiped') - 500)).toBeLessThan(70);
    const failed = result.series('users', 'failed');
    for (let second = 62; second < 90; second++) expect(failed[second]).toBeGreaterThan(50);
    for (let second = 94; second < 150; second++) expect(failed[second]).toBe(0);
  });

  it('throws out who would end first when it is full, or lets nobody new in', () => {
    const evicts = simulate(site({ memoryMB: 5 }), kinds);
    expect(evicts.of('store', 'sessionsHeld', { from: 119 })).toBe(500);
    expect(evicts.of('store', 'evictions')).toBeGreaterThan(500);
    expect(evicts.of('users', 'relogins')).toBeGreaterThan(500);
    const refuses = simulate(site({ memoryMB: 5, whenFull: 'refuse' }), kinds);
    expect(refuses.of('store', 'evictions')).toBe(0);
    expect(refuses.of('users', 'relogins')).toBe(0);
    // half of them never get in
    const late = refuses.of('users', 'failed', { from: 100 }) / refuses.of('users', 'offered', { from: 100 });
    expect(Math.abs(late - 0.5)).toBeLessThan(0.06);
  });

  it('ends a session that nobody asked for', () => {
    const people = { loop: 'open', ratePerSecond: 20, sessionSeconds: 10, viewSeconds: 3600 };
    const result = simulate(site({ ttlSeconds: 60 }, { seconds: 300, people }), kinds);
    expect(Math.abs(result.of('store', 'sessionsHeld', { from: 299 }) - 1200)).toBeLessThan(110);
  });

  it('plays on from a photograph as if it had never stopped', () => {
    const plan = planOf(
      site(
        { lagMs: 3000, detectSeconds: 5, replicas: 2, ttlSeconds: 20 },
        {
          seconds: 60,
          people: { people: 300, viewSeconds: 4, sessionSeconds: 30 },
          workload: { loginShare: 20, writeShare: 20 },
          acts: [
            { at: 10.5, act: 'crash', node: 'store', instance: 0 },
            { at: 25.5, act: 'recover', node: 'store', instance: 0 },
            { at: 30.5, act: 'hang', node: 'store', instance: 1 },
            { at: 40.5, act: 'recover', node: 'store', instance: 1 },
            { at: 45.5, act: 'instances', node: 'store', count: 1 },
            { at: 50.5, act: 'param', node: 'web', field: 'state', value: 'stateful' },
          ],
        },
      ),
    );
    const run = createRun(plan, inOrder(kinds));
    const play = (until: number) => run.advance(until, Number.MAX_SAFE_INTEGER);
    const bytes = () => resultOf(plan, run).frames.map((frame) => `${[...frame.values].join()};${[...frame.latency].join()}`);
    const photos = [0, 12.3, 16.7, 27.2, 33, 44, 47, 52.2].map((stop) => {
      play(stop);
      return run.snapshot();
    });
    play(60);
    const whole = bytes();
    for (const photo of photos) {
      run.restore(photo);
      const from = Math.floor(run.now());
      play(60);
      expect(bytes()).toEqual(whole.slice(from));
    }
  });
});
