import { describe, expect, it } from 'vitest';
import type { Frame } from '../engine/frame.ts';
import { integerBelow, streamOf } from '../engine/luck.ts';
import { createRun, glanceRow, type Run } from '../engine/run.ts';
import { cdnBehavior } from './cdn/behavior.ts';
import { dnsBehavior } from './dns/behavior.ts';
import { loadBalancerBehavior } from './load-balancer/behavior.ts';
import { answeringServer, inOrder, planOf, type TestPlan } from './testRun.ts';
import { usersBehavior } from './users/behavior.ts';

const kinds = inOrder({
  users: usersBehavior,
  dns: dnsBehavior,
  cdn: cdnBehavior,
  'load-balancer': loadBalancerBehavior,
  'web-server': answeringServer,
});

/** Two populations, two sites, an edge, every kind of fault, and parameters that move. */
const busy = (seed: string, algorithm: string): TestPlan => ({
  seed,
  seconds: 40,
  workload: { staticShare: 40, writeShare: 10, shape: 2, spikeAtSeconds: 10, spikeFactor: 3, staticFiles: 400 },
  nodes: {
    seoul: { kind: 'users', params: { ratePerSecond: 300, patienceSeconds: 1, resolvers: 20 } },
    paris: { kind: 'users', params: { ratePerSecond: 150, patienceSeconds: 1 } },
    dns: { kind: 'dns', params: { ttlSeconds: 3, checkSeconds: 2, unhealthyAfter: 2, checkTimeoutSeconds: 1 } },
    cdn: { kind: 'cdn', params: { ttlSeconds: 4, capacityFiles: 100 } },
    east: {
      kind: 'load-balancer',
      params: { algorithm, checkSeconds: 1, cpuMs: 2, healthyAfter: 2, checkTimeoutSeconds: 0.4, maxConnections: 60 },
    },
    west: { kind: 'load-balancer', params: { algorithm, checkSeconds: 1 } },
    web: { kind: 'web-server', params: { instances: 3, cpuDynamicMs: 20 }, slots: 6 },
    far: { kind: 'web-server', params: { instances: 2, cpuDynamicMs: 30 } },
  },
  links: [
    ['seoul', 'dns', { delaySeconds: 0.01, timeoutSeconds: 0.1, retries: 1 }],
    ['paris', 'dns', { delaySeconds: 0.02 }],
    ['seoul', 'cdn', { delaySeconds: 0.005, delayForm: 0, jitter: 0.3 }],
    ['dns', 'east'],
    ['dns', 'west'],
    ['cdn', 'east', { delaySeconds: 0.01, timeoutSeconds: 0.2, retries: 1 }],
    ['east', 'web', { delaySeconds: 0.001, timeoutSeconds: 0.05, retries: 2, backoffSeconds: 0.02 }],
    ['west', 'far', { delaySeconds: 0.001, timeoutSeconds: 0.5 }],
    ['seoul', 'east', { delaySeconds: 0.02, delayForm: 0, jitter: 0.5, timeoutSeconds: 0.4, retries: 1, drawn: false }],
    ['seoul', 'west', { delaySeconds: 0.08, drawn: false }],
    ['paris', 'east', { delaySeconds: 0.09, drawn: false }],
    ['paris', 'west', { delaySeconds: 0.01, delayForm: 1, drawn: false }],
  ],
  acts: [
    { at: 4.3, act: 'crash', node: 'web', instance: 0 },
    { at: 6.3, act: 'hang', node: 'web', instance: 1 },
    { at: 8.3, act: 'recover', node: 'web' },
    { at: 9.3, act: 'hang', node: 'cdn' },
    { at: 10.3, act: 'recover', node: 'cdn' },
    { at: 11.3, act: 'instances', node: 'web', count: 6 },
    { at: 12.3, act: 'crash', node: 'east' },
    { at: 19.3, act: 'recover', node: 'east' },
    { at: 20.3, act: 'crash', node: 'cdn' },
    { at: 21.3, act: 'recover', node: 'cdn' },
    { at: 22.3, act: 'hang', node: 'east' },
    { at: 24.3, act: 'recover', node: 'east' },
    { at: 25.3, act: 'slow', node: 'web', instance: 2, factor: 8 },
    { at: 26.3, act: 'workload', field: 'keys', value: 50 },
    { at: 26.3, act: 'workload', field: 'traffic', value: 1.5 },
    { at: 28.3, act: 'crash', node: 'paris' },
    { at: 29.3, act: 'recover', node: 'paris' },
    { at: 30.3, act: 'hang', node: 'seoul' },
    { at: 31.3, act: 'recover', node: 'seoul' },
    { at: 32.3, act: 'crash', node: 'dns' },
    { at: 34.3, act: 'recover', node: 'dns' },
    { at: 35.3, act: 'param', node: 'cdn', field: 'capacityFiles', value: 1000 },
    { at: 35.3, act: 'param', node: 'seoul', field: 'resolvers', value: 300 },
    { at: 36.3, act: 'instances', node: 'web', count: 1 },
  ],
});

const bytesOf = (frames: readonly Frame[]): string =>
  frames
    .map(
      ({ index, values, latency }) =>
        `${index}:${Buffer.from(values.buffer).toString('base64')}:${Buffer.from(latency.buffer).toString('base64')}\n`,
    )
    .join('');

function framesOf(run: Run, until: number): string {
  run.advance(until, Number.MAX_SAFE_INTEGER);
  return bytesOf(run.takeFrames());
}

describe('users, dns, cdn and load balancers together', () => {
  it.each(['round-robin', 'least-connections', 'power-of-two', 'random'])(
    'play on after a restore as if nothing had been (%s)',
    (algorithm) => {
      const plan = planOf(busy(algorithm, algorithm));
      const first = createRun(plan, kinds);
      const events = first.advance(plan.seconds, Number.MAX_SAFE_INTEGER);
      const straight = bytesOf(first.takeFrames());
      const luck = streamOf('moments', algorithm);
      const run = createRun(plan, kinds);
      let before = '';
      // eight moments, on average over the whole run
      for (let moment = 0; moment < 8; moment++) {
        run.advance(plan.seconds, 1 + integerBelow(luck, moment, 0, events / 4.5));
        before += bytesOf(run.takeFrames());
        const photograph = run.snapshot();
        const rest = framesOf(run, plan.seconds);
        expect(before + rest === straight).toBe(true);
        run.restore(photograph);
      }
    },
  );

  it('do not care in how many pieces they are played', () => {
    const plan = planOf(busy('pieces', 'random'));
    const straight = framesOf(createRun(plan, kinds), plan.seconds);
    const run = createRun(plan, kinds);
    while (!run.finished()) run.advance(plan.seconds, 777);
    expect(bytesOf(run.takeFrames()) === straight).toBe(true);
  });

  it('lose nothing: in every frame what came is what went and what is inside, at every node and for the users', () => {
    const plan = planOf(busy('conservation', 'least-connections'));
    const run = createRun(plan, kinds);
    const { columns } = run.layout;
    const now = new Float32Array(run.slots * glanceRow);
    const balance = new Float64Array(run.slots);
    const firstSlots = plan.nodes.map((_, n) => plan.nodes.slice(0, n).reduce((sum, { slots }) => sum + slots, 0));
    let inFlight = 0;
    for (let second = 1; second <= plan.seconds; second++) {
      run.advance(second, Number.MAX_SAFE_INTEGER);
      const [frame] = run.takeFrames();
      let users = inFlight;
      columns.forEach(({ scope, node, instance, metric }, column) => {
        const value = frame.values[column];
        expect(Number.isFinite(value)).toBe(true);
        if (scope === 'instance' && metric === 'arrived') balance[firstSlots[node] + instance] += value;
        if (scope === 'instance' && (metric === 'completed' || metric === 'failed')) balance[firstSlots[node] + instance] -= value;
        if (scope !== 'run') return;
        if (metric === 'inFlightAtStart') expect(value).toBe(inFlight);
        if (metric.startsWith('offered.')) users += value;
        if (metric.startsWith('completed.') || metric.startsWith('failed.')) users -= value;
        if (metric === 'inFlightAtEnd') inFlight = value;
      });
      expect(users).toBe(inFlight);
      run.glance(now);
      for (let slot = 0; slot < run.slots; slot++) expect(balance[slot]).toBe(now[slot * glanceRow + 5]);
    }
    expect(inFlight).toBeGreaterThan(0);
  });
});
