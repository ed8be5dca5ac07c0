import { describe, expect, it } from 'vitest';
import { CLASS } from '../../engine/plan.ts';
import type { Value } from '../../schema/fields.ts';
import { cacheBehavior } from '../cache/behavior.ts';
import { databaseBehavior } from '../database/behavior.ts';
import { deployBehavior } from '../deploy/behavior.ts';
import { loadBalancerBehavior } from '../load-balancer/behavior.ts';
import { simulate, type TestPlan, type TestResult } from '../testRun.ts';
import { usersBehavior } from '../users/behavior.ts';
import { webServerBehavior } from '../web-server/behavior.ts';
import { serviceBehavior } from './behavior.ts';

const kinds = {
  users: usersBehavior,
  'web-server': webServerBehavior,
  service: serviceBehavior,
  database: databaseBehavior,
  cache: cacheBehavior,
  deploy: deployBehavior,
  'load-balancer': loadBalancerBehavior,
};

type Params = Readonly<Record<string, Value>>;
const roomy = { vcpu: 128, threads: 10_000, queueLimit: 1_000_000, readsPerRequest: 0 } as const;
const users = (ratePerSecond = 100) => ({ kind: 'users' as const, params: { ratePerSecond, patienceSeconds: 60 } });
/** Takes no time itself, so that only what it waits for shows. */
const service = (params: Params = {}) => ({ kind: 'service' as const, params: { ...roomy, service: 'none', ...params } });
const leaf = (ms: number, params: Params = {}) => ({
  kind: 'service' as const,
  params: { ...roomy, service: 'fixed', cpuCallMs: ms, ...params },
});

const play = (plan: Pick<TestPlan, 'nodes' | 'links'> & Partial<TestPlan>): TestResult => simulate({ seconds: 60, ...plan }, kinds);
const milliseconds = (run: TestResult, from = 0): number => run.quantile(0.5, { from }) * 1000;

/** A page of a user's name (10 ms) and a picture (30 ms), asked for from two services. */
const page = (front: Params, rest: Partial<TestPlan> = {}, timeoutSeconds = 0): TestResult =>
  play({
    nodes: { users: users(), front: service(front), user: leaf(10), media: leaf(30) },
    links: [
      ['users', 'front'],
      ['front', 'user'],
      ['front', 'media', { timeoutSeconds }],
    ],
    ...rest,
  });

const mediaSilent = { acts: [{ at: 0, act: 'hang', node: 'media' }] } as const;
const mediaDead = { acts: [{ at: 0, act: 'crash', node: 'media' }] } as const;

describe('services behind a service', () => {
  it('are asked one after the other: times add up', () => {
    const run = page({});
    expect(milliseconds(run)).toBeCloseTo(40, 0);
    expect(run.of('user', 'arrived')).toBe(run.of('front', 'arrived'));
    expect(run.of('media', 'completed')).toBe(run.of('front', 'completed'));
  });

  it('are asked all at once: the slowest decides', () => {
    expect(milliseconds(page({ calling: 'at-once' }))).toBeCloseTo(30, 0);
  });

  it('are asked several times each, in turn to their servers', () => {
    const run = play({
      nodes: { users: users(), front: service({ calling: 'at-once', fanOut: 4 }), a: leaf(10, { instances: 2 }), b: leaf(20) },
      links: [
        ['users', 'front'],
        ['front', 'a'],
        ['front', 'b'],
      ],
    });
    expect(run.of('a', 'arrived')).toBe(4 * run.of('front', 'arrived'));
    expect(run.of('a', 'arrived', { instance: 0 })).toBe(run.of('a', 'arrived', { instance: 1 }));
    expect(run.of('b', 'arrived')).toBe(4 * run.of('front', 'arrived'));
  });

  it('need not all answer: a quorum is enough', () => {
    expect(milliseconds(page({ calling: 'at-once', join: 'quorum', quorum: 1 }))).toBeCloseTo(10, 0);
    const run = page({ calling: 'at-once', join: 'quorum', quorum: 1 }, mediaDead);
    expect(run.of('front', 'failed')).toBe(0);
    expect(run.of('front', 'fallbacks')).toBe(0);
    expect(page({ join: 'quorum', quorum: 2 }, mediaDead).of('front', 'completed')).toBe(0);
  });

  it.each(['in-turn', 'at-once'])('have until the deadline, then it goes on with what is there: %s', (calling) => {
    const run = page({ calling, join: 'deadline', deadlineMs: 100 }, mediaSilent);
    expect(run.of('front', 'failed')).toBe(0);
    expect(milliseconds(run)).toBeCloseTo(100, 0);
    expect(run.of('front', 'fallbacks')).toBe(run.of('front', 'completed'));
    // with nothing at all there is no page
    const none = page(
      { calling, join: 'deadline', deadlineMs: 100 },
      { acts: [...mediaSilent.acts, { at: 0, act: 'hang', node: 'user' }] },
    );
    expect(none.of('front', 'completed')).toBe(0);
  });

  it('take no notice of the deadline when they are in time', () => {
    const run = page({ join: 'deadline', deadlineMs: 100 });
    expect(milliseconds(run)).toBeCloseTo(40, 0);
    expect(run.of('front', 'fallbacks')).toBe(0);
  });
});

describe('a fallback', () => {
  it.each(['in-turn', 'at-once'])('does without what failed, and is counted: %s', (calling) => {
    expect(page({ calling }, mediaDead).of('front', 'completed')).toBe(0);
    const run = page({ calling, fallback: true }, mediaDead);
    expect(run.of('front', 'failed')).toBe(0);
    expect(run.of('front', 'fallbacks')).toBe(run.of('front', 'completed'));
    expect(run.series('front', 'fallbackShare')[30]).toBe(100);
    // the name is still there
    expect(run.of('user', 'completed')).toBeGreaterThan(run.of('front', 'arrived') - 10);
  });

  it('waits as long as the wire has patience', () => {
    expect(milliseconds(page({ fallback: true, calling: 'at-once' }, mediaSilent, 0.2))).toBeCloseTo(200, 0);
  });

  it('is for its own database, too, but not for what changes something', () => {
    const run = play({
      nodes: {
        users: users(),
        front: service({ fallback: true, readsPerRequest: 1 }),
        db: { kind: 'database', params: { replicas: 0, autoFailover: false } },
      },
      links: [
        ['users', 'front'],
        ['front', 'db'],
      ],
      workload: { writeShare: 20 },
      acts: [{ at: 0, act: 'crash', node: 'db' }],
    });
    expect(run.total('completed.write')).toBe(0);
    expect(run.of('front', 'fallbacks')).toBe(run.total('completed.read'));
    expect(run.of('front', 'failed')).toBeGreaterThan(1000);
    expect(run.of('front', 'completed')).toBeGreaterThan(3 * run.of('front', 'failed'));
  });
});

it('runs out of threads when a silent service is waited for without end', () => {
  const run = page({ threads: 200, queueLimit: 0 }, { acts: [{ at: 10, act: 'hang', node: 'media' }] });
  // 200 threads at 100 a second
  expect(run.series('front', 'threadsBusy')[11]).toBeLessThan(200);
  expect(run.series('front', 'threadsBusy')[13]).toBe(200);
  expect(run.of('front', 'failed', { from: 13 })).toBeGreaterThan(0.95 * run.of('front', 'arrived', { from: 13 }));
});

describe('wires that carry one class', () => {
  const carries = (cls: number) => ({ carries: cls + 1 });
  it('take it away from the others of a web server', () => {
    const run = play({
      nodes: {
        users: users(),
        web: { kind: 'web-server', params: { ...roomy, service: 'none' } },
        feed: leaf(5),
        rest: leaf(5),
        files: leaf(1),
      },
      links: [
        ['users', 'web'],
        ['web', 'feed', carries(CLASS.feed)],
        ['web', 'rest'],
        ['web', 'files', carries(CLASS.static)],
      ],
      workload: { staticShare: 40, feedShare: 30 },
    });
    expect(run.of('feed', 'completed')).toBe(run.total('completed.feed'));
    expect(run.of('rest', 'completed')).toBe(run.total('completed.read'));
    expect(run.of('files', 'completed')).toBe(run.total('completed.static'));
  });

  it('are asked beside the others of a service, and instead of a web server’s database', () => {
    const run = play({
      nodes: {
        users: users(),
        web: { kind: 'web-server', params: { ...roomy, service: 'none', readsPerRequest: 1 } },
        db: { kind: 'database', params: { replicas: 0, readsFrom: 'primary' } },
        feed: service(),
        user: leaf(5),
        media: leaf(5),
      },
      links: [
        ['users', 'web'],
        ['web', 'db'],
        ['web', 'feed', carries(CLASS.feed)],
        ['feed', 'user'],
        ['feed', 'media', carries(CLASS.read)],
      ],
      workload: { feedShare: 30 },
    });
    expect(run.of('feed', 'completed')).toBe(run.total('completed.feed'));
    expect(run.of('user', 'completed')).toBe(run.total('completed.feed'));
    expect(run.of('media', 'arrived')).toBe(0);
    expect(run.of('db', 'completed')).toBe(run.total('completed.read'));
  });
});

it('does not understand callers of a newer version, also behind a balancer, until it is released itself', () => {
  const release = (releaseAtSeconds: number) => ({
    kind: 'deploy' as const,
    params: { releaseAtSeconds, ciCatchPercent: 0, bug: 'none', strategy: 'all-at-once' },
  });
  const life = { bootSeconds: 1, warmupSeconds: 0, drainSeconds: 1 };
  const run = (understandsNewer: boolean) =>
    play({
      nodes: {
        users: users(),
        web: { kind: 'web-server', params: { ...roomy, service: 'none', ...life } },
        lb: { kind: 'load-balancer' },
        back: service({ understandsNewer, ...life }),
        first: release(20),
        second: release(60),
      },
      links: [
        ['users', 'web'],
        ['web', 'lb'],
        ['lb', 'back'],
        ['first', 'web'],
        ['second', 'back'],
      ],
      seconds: 120,
    });
  const skewed = run(false);
  expect(skewed.of('back', 'notUnderstood', { to: 20 })).toBe(0);
  expect(skewed.of('back', 'notUnderstood', { from: 30, to: 60 })).toBe(skewed.of('back', 'arrived', { from: 30, to: 60 }));
  expect(skewed.of('back', 'notUnderstood', { from: 70 })).toBe(0);
  expect(run(true).of('back', 'notUnderstood')).toBe(0);
});

it('is killed when requests that wait have filled its memory, and starts again', () => {
  const run = play({
    nodes: { users: users(200), front: leaf(10, { vcpu: 1, threads: 1, memoryGB: 1, baseMB: 0, requestMB: 1.024, bootSeconds: 5 }) },
    links: [['users', 'front']],
  });
  // 100 a second too many: 1,000 inside after 10 s, twice with the start between
  expect(run.series('front', 'queue')[9]).toBeGreaterThan(800);
  expect(run.series('front', 'queue')[11]).toBe(0);
  expect(run.series('front', 'queue')[24]).toBeGreaterThan(600);
  expect(run.series('front', 'queue')[27]).toBe(0);
});
