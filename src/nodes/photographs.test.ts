/** A run of the kinds behind the web tier, photographed at odd moments: playing on from a photograph equals never having stopped. */

import { describe, expect, it } from 'vitest';
import type { Frame } from '../engine/frame.ts';
import { createRun, glanceRow } from '../engine/run.ts';
import { apiGatewayBehavior } from './api-gateway/behavior.ts';
import { autoscalerBehavior } from './autoscaler/behavior.ts';
import { cacheBehavior } from './cache/behavior.ts';
import { databaseBehavior } from './database/behavior.ts';
import { logCollectorBehavior } from './log-collector/behavior.ts';
import { monitorBehavior } from './monitor/behavior.ts';
import { queueBehavior } from './queue/behavior.ts';
import { serviceBehavior } from './service/behavior.ts';
import { sessionStoreBehavior } from './session-store/behavior.ts';
import { inOrder, planOf, resultOf } from './testRun.ts';
import { usersBehavior } from './users/behavior.ts';
import { webServerBehavior } from './web-server/behavior.ts';
import { workerBehavior } from './worker/behavior.ts';

// long runs, and the machine may be busy
const kinds = inOrder({
  users: usersBehavior,
  'web-server': webServerBehavior,
  cache: cacheBehavior,
  database: databaseBehavior,
  queue: queueBehavior,
  worker: workerBehavior,
  autoscaler: autoscalerBehavior,
  'log-collector': logCollectorBehavior,
  monitor: monitorBehavior,
  service: serviceBehavior,
  'session-store': sessionStoreBehavior,
  'api-gateway': apiGatewayBehavior,
});

/** Of instances that come and go within the minute. */
const life = { bootSeconds: 3, warmupSeconds: 4, drainSeconds: 1 };

const plan = planOf({
  seconds: 60,
  nodes: {
    people: { kind: 'users', params: { ratePerSecond: 300 } },
    // who comes with a session, by the gateway
    visitors: { kind: 'users', params: { ratePerSecond: 60, visits: 'sessions' } },
    gateway: { kind: 'api-gateway', params: { limitBy: 'user', limitPerMinute: 60, counters: 'shared' } },
    front: {
      kind: 'service',
      params: { calling: 'at-once', fanOut: 2, join: 'deadline', deadlineMs: 60, fallback: true, threads: 20, ...life },
    },
    sessions: { kind: 'session-store', params: { ttlSeconds: 10, memoryMB: 0.5, detectSeconds: 3 }, slots: 2 },
    web: { kind: 'web-server', params: { instances: 3, vcpu: 1, threads: 20, queueLimit: 30, readsPerRequest: 2, ...life }, slots: 5 },
    user: { kind: 'service', params: { instances: 2, vcpu: 1, ...life } },
    media: { kind: 'service', params: { instances: 2, cpuCallMs: 20, requestMB: 0.5, memoryGB: 0.1, ...life } },
    cache: { kind: 'cache', params: { instances: 2, capacityKeys: 100, ttlSeconds: 3 } },
    db: { kind: 'database', params: { replicas: 2, failoverSeconds: 5, lagMs: 300 }, slots: 5 },
    queue: { kind: 'queue', params: { visibilitySeconds: 4 } },
    worker: { kind: 'worker', params: { instances: 2, concurrency: 2, jobMs: 300, ...life }, slots: 4 },
    scaler: {
      kind: 'autoscaler',
      params: {
        minInstances: 1,
        periodSeconds: 5,
        lagSeconds: 1,
        windowSeconds: 2,
        cooldownSeconds: 0,
        downStabiliseSeconds: 0,
        warmupAware: false,
      },
    },
    logs: { kind: 'log-collector', params: { samplePercent: 50, bufferMb: 0.2, mode: 'sync', flushSeconds: 2 } },
    monitor: {
      kind: 'monitor',
      params: { scrapeSeconds: 2, evalSeconds: 2, forSeconds: 1, rules: 'both', action: 'human', reactionSeconds: 3 },
    },
  },
  links: [
    ['people', 'web', { delaySeconds: 0.02, delayForm: 0, jitter: 0.3, timeoutSeconds: 1, retries: 1 }],
    ['web', 'cache', { delaySeconds: 0.0005, timeoutSeconds: 0.5 }],
    ['web', 'db', { delaySeconds: 0.0005, delayForm: 2, timeoutSeconds: 0.5, retries: 2 }],
    ['web', 'queue', { delaySeconds: 0.0005, timeoutSeconds: 1 }],
    ['visitors', 'gateway', { delaySeconds: 0.02, timeoutSeconds: 1 }],
    ['gateway', 'web', { delaySeconds: 0.0005, timeoutSeconds: 1 }],
    ['gateway', 'cache', { delaySeconds: 0.0005, timeoutSeconds: 0.1 }],
    ['web', 'sessions', { delaySeconds: 0.0005, timeoutSeconds: 0.5 }],
    ['web', 'front', { delaySeconds: 0.0005, timeoutSeconds: 0.5 }],
    ['front', 'user', { delaySeconds: 0.0005 }],
    ['front', 'media', { delaySeconds: 0.0005, timeoutSeconds: 0.05 }],
    ['queue', 'worker', { delaySeconds: 0.0005 }],
    ['worker', 'db', { delaySeconds: 0.0005, timeoutSeconds: 2 }],
    ['scaler', 'worker'],
    ['scaler', 'web'],
    ['logs', 'web', { delaySeconds: 0.0005 }],
    ['logs', 'db', { delaySeconds: 0.0005 }],
    ['monitor', 'web'],
    ['monitor', 'db'],
  ],
  workload: { keys: 1000, writeShare: 20 },
  acts: [
    { at: 10.05, act: 'crash', node: 'web', instance: 1 },
    { at: 12.05, act: 'hang', node: 'web', instance: 2 },
    { at: 14.05, act: 'hang', node: 'worker', instance: 1 },
    { at: 15.05, act: 'hang', node: 'cache', instance: 0 },
    { at: 17.05, act: 'hang', node: 'media', instance: 0 },
    { at: 19.05, act: 'crash', node: 'sessions', instance: 0 },
    { at: 20.05, act: 'crash', node: 'db', instance: 0 },
    { at: 21.05, act: 'recover', node: 'web', instance: 2 },
    { at: 22.05, act: 'crash', node: 'cache', instance: 0 },
    { at: 24.05, act: 'crash', node: 'queue' },
    { at: 26.05, act: 'recover', node: 'queue' },
    { at: 28.05, act: 'recover', node: 'media' },
    { at: 30.05, act: 'hang', node: 'db', instance: 1 },
    { at: 31.05, act: 'instances', node: 'db', count: 5 },
    { at: 33.05, act: 'recover', node: 'web', instance: 1 },
    { at: 34.05, act: 'recover', node: 'cache', instance: 0 },
    { at: 34.05, act: 'slow', node: 'db', instance: 3, factor: 10 },
    { at: 36.05, act: 'instances', node: 'web', count: 5 },
    { at: 40.05, act: 'recover', node: 'db' },
    { at: 41.05, act: 'recover', node: 'worker' },
    { at: 45.05, act: 'instances', node: 'db', count: 2 },
    { at: 50.05, act: 'workload', field: 'keys', value: 5000 },
  ],
});

const bytesOf = (frame: Frame): string => `${frame.index}:${[...frame.values].join()};${frame.latency.join()}`;

describe('everything behind the web tier', () => {
  it('plays on from a photograph as if it had never stopped', () => {
    const whole = createRun(plan, kinds);
    whole.advance(60, Number.MAX_SAFE_INTEGER);
    const expected = whole.takeFrames().map(bytesOf);
    expect(expected).toHaveLength(60);
    const run = createRun(plan, kinds);
    // before, within and after failovers, outages and growth, and not at frames' ends
    for (const stop of [0, 9.9, 12.37, 20.049, 20.051, 23.3, 25.04, 25.06, 27.777, 33.1, 36.9, 40.06, 45.051, 52]) {
      run.advance(stop, Number.MAX_SAFE_INTEGER);
      run.takeFrames();
      const photo = run.snapshot();
      run.advance(Math.min(60, stop + 8), Number.MAX_SAFE_INTEGER);
      run.restore(photo);
      expect(run.now()).toBe(stop);
      run.advance(60, Number.MAX_SAFE_INTEGER);
      const rest = run.takeFrames().map(bytesOf);
      expect(rest).toEqual(expected.slice(Math.floor(stop)));
      run.restore(photo);
    }
  });

  it('keeps its books in every frame, whatever breaks', () => {
    const run = createRun(plan, kinds);
    const inside = new Map<string, number>();
    const glance = new Float32Array(run.slots * glanceRow);
    let expectedSlots = 0;
    for (let second = 1; second <= 60; second++) {
      run.advance(second, Number.MAX_SAFE_INTEGER);
      const result = resultOf(plan, run);
      run.glance(glance);
      let slot = 0;
      plan.nodes.forEach((node) => {
        for (let instance = 0; instance < node.slots; instance++, slot++) {
          if (node.id === 'people' || node.id === 'visitors') continue;
          const of = (metric: string) => result.of(node.id, metric, { instance });
          const name = `${node.id} ${instance}`;
          const now = (inside.get(name) ?? 0) + of('arrived') - of('completed') - of('failed');
          inside.set(name, now);
          expect(now).toBeGreaterThanOrEqual(0);
          expect(`${name} holds ${glance[slot * glanceRow + 5]} at ${second}`).toBe(`${name} holds ${now} at ${second}`);
        }
      });
      expectedSlots = slot;
    }
    expect(expectedSlots).toBe(run.slots);
    // most of the time people were served
    expect(inside.size).toBe(run.slots - 2);
  });
});
