/** Every model and every reason, on designs as anybody could draw them; and runs of the product that agree with what is predicted. */

import { describe, expect, it } from 'vitest';
import type { Design } from '../../design/design.ts';
import { behaviors } from '../../nodes/behaviors.ts';
import { compile } from '../../runner/compile.ts';
import { runHeadless } from '../../runner/headless.ts';
import type { Values } from '../../schema/fields.ts';
import { balancer, chain, type Part, readsOnly, station, users, type Wire, wire } from '../parts.ts';
import { measureNode } from './measured.ts';
import type { NodeReading } from './reading.ts';
import { recognise } from './recognise.ts';

const database = (over: Values): Part => ({
  kind: 'database',
  params: { replicas: 0, vcpu: 1, service: 'exponential', cpuReadMs: 10, ...over },
});
const cache = (over: Values): Part => ({ kind: 'cache', params: { serviceMs: 0, ...over } });
const asking = (over: Values = {}): Part => station({ vcpu: 16, cpuDynamicMs: 1, readsPerRequest: 1, ...over });
const rows: Values = { ...readsOnly, keys: 5000, keySkew: 0.9 };

/** The reading of the n-th part. */
function of(design: Design, at: number): NodeReading {
  const found = recognise(design).find(({ node }) => node === design.nodes[at].id);
  if (!found) throw new Error('theory says nothing of this part');
  return found;
}

const value = (reading: NodeReading, metric: string): number | undefined =>
  reading.predictions.find((each) => each.metric === metric)?.value;

const cached = (over: Values, workload: Values = rows, web: Values = {}): Design =>
  wire(
    [users(50), asking(web), cache(over), database({})],
    [
      { from: 0, to: 1 },
      { from: 1, to: 2 },
      { from: 1, to: 3 },
    ],
    workload,
  );

describe('models', () => {
  it.each<{ notation: string; design: Design; at?: number; metric: string; expected: number }>([
    { notation: 'M/M/1', design: chain([users(80), station({ cpuDynamicMs: 10 })]), metric: 'response', expected: 0.05 },
    {
      notation: 'M/M/1',
      design: chain([users(80), { kind: 'service', params: { vcpu: 1, cpuCallMs: 10, service: 'exponential' } }]),
      metric: 'response',
      expected: 0.05,
    },
    {
      notation: 'M/M/4',
      design: chain([users(80), station({ vcpu: 4, cpuDynamicMs: 40 })]),
      metric: 'waiting',
      expected: 2.385729887149617,
    },
    {
      notation: 'M/M/4/12',
      design: chain([users(110), station({ vcpu: 4, cpuDynamicMs: 40, threads: 4, queueLimit: 8 })]),
      metric: 'refused',
      expected: 0.13870610247226856,
    },
    {
      notation: 'M/G/10/10',
      design: chain([users(80), station({ vcpu: 10, cpuDynamicMs: 100, threads: 10, queueLimit: 0, service: 'lognormal' })]),
      metric: 'refused',
      expected: 0.1216610642529515,
    },
    {
      notation: 'M/G/1',
      design: chain([users(60), station({ cpuDynamicMs: 10, service: 'lognormal', serviceSpread: 2 })]),
      metric: 'response',
      expected: 0.0475,
    },
    { notation: 'M/D/1', design: chain([users(80), station({ cpuDynamicMs: 10, service: 'fixed' })]), metric: 'waiting', expected: 1.6 },
    {
      notation: 'M/G/1-PS',
      design: chain([users(70), station({ cpuDynamicMs: 10, service: 'lognormal', discipline: 'sharing' })]),
      metric: 'response',
      expected: 0.1 / 3,
    },
    {
      notation: 'M/G/∞',
      design: chain([users(80), station({ vcpu: 32, cpuDynamicMs: 100, service: 'lognormal' })]),
      metric: 'inside',
      expected: 8,
    },
    {
      notation: 'GI/M/1',
      design: chain([
        { kind: 'users', params: { ratePerSecond: 80, arrivals: 'even', patienceSeconds: 120 } },
        station({ cpuDynamicMs: 10 }),
      ]),
      metric: 'response',
      expected: 0.026927308399198946,
    },
    {
      notation: 'E₄/M/1',
      design: chain([users(320), balancer('round-robin'), station({ instances: 4, cpuDynamicMs: 10 })]),
      at: 2,
      metric: 'response',
      expected: 0.03267383610319355,
    },
    {
      notation: 'M/M/1',
      design: chain([users(320), balancer('random'), station({ instances: 4, cpuDynamicMs: 10 })]),
      at: 2,
      metric: 'response',
      expected: 0.05,
    },
    {
      notation: 'M/M/1',
      design: chain([users(60), station({ cpuDynamicMs: 10, againShare: 25 })]),
      metric: 'response',
      expected: 0.0666666666666667,
    },
  ])('$notation', ({ notation, design, at = 1, metric, expected }) => {
    const reading = of(design, at);
    expect(reading).toMatchObject({ model: { notation }, overload: notation === 'M/M/4/12' ? { load: 1.1 } : null });
    expect(value(reading, metric)).toBeCloseTo(expected, 6);
  });

  it('a row of stations, percentiles and all', () => {
    const design = chain([users(80), station({ cpuDynamicMs: 5 }), station({ cpuDynamicMs: 8 }), station({ cpuDynamicMs: 10 })]);
    expect(value(of(design, 0), 'response')).toBeCloseTo(0.08055555555555554, 9);
    expect(value(of(design, 0), 'p99')).toBeCloseTo(0.268728093948994, 9);
    expect(of(design, 0).predictions.every(({ formula }) => formula === 'network')).toBe(true);
    // the second station waits for the third, and its own line is known apart from that
    expect(value(of(design, 2), 'response')).toBeCloseTo(0.05 + 1 / 45, 1);
    expect(of(design, 2).model?.notation).toBe('M/M/1');
  });

  it('wires and patience: a fixed delay moves percentiles, one that varies leaves only the mean', () => {
    const way = (params: Values): Design => wire([users(80), station({ cpuDynamicMs: 10 })], [{ from: 0, to: 1, params }]);
    const fixed = of(way({ delay: 'fixed', rttMs: 40 }), 0);
    expect(value(fixed, 'response')).toBeCloseTo(0.09, 9);
    expect(value(fixed, 'p99')).toBeCloseTo(0.2702585092994045, 9);
    const varying = of(way({ delay: 'lognormal', rttMs: 40 }), 0);
    expect(value(varying, 'response')).toBeCloseTo(0.09, 9);
    expect(value(varying, 'p99')).toBeUndefined();
  });

  it('newest first: the means of first come, first served, and no percentiles', () => {
    const design = chain([users(80), station({ cpuDynamicMs: 10, discipline: 'lifo' })]);
    expect(value(of(design, 1), 'response')).toBeCloseTo(0.05, 9);
    expect(value(of(design, 0), 'response')).toBeCloseTo(0.05, 9);
    expect(value(of(design, 0), 'p99')).toBeUndefined();
  });

  it('a closed network', () => {
    const people: Part = { kind: 'users', params: { loop: 'closed', people: 50, thinkSeconds: 1, patienceSeconds: 120 } };
    const design = chain([people, station({ cpuDynamicMs: 5 }), station({ cpuDynamicMs: 8 }), station({ cpuDynamicMs: 12 })]);
    expect(value(of(design, 0), 'throughput')).toBeCloseTo(47.806489778791736, 5);
    expect(value(of(design, 0), 'response')).toBeCloseTo(0.045883105648584205, 6);
    expect(value(of(design, 3), 'utilization')).toBeCloseTo(0.5736778773455008, 6);
  });

  it('caches, and what is left for the database', () => {
    const lru = of(cached({ capacityKeys: 500, ttlSeconds: 0 }), 2);
    expect(lru.model).toEqual({ formula: 'lru', notation: 'LRU' });
    expect(of(cached({ capacityKeys: 500, ttlSeconds: 0, policy: 'fifo' }), 2).model?.notation).toBe('FIFO');
    expect(of(cached({ capacityKeys: 500, ttlSeconds: 60 }), 2).model?.notation).toBe('LRU + TTL');
    const ttl = of(cached({ capacityKeys: 5000, ttlSeconds: 60 }), 2);
    expect(ttl.model).toEqual({ formula: 'ttl', notation: 'TTL' });
    expect(ttl.predictions[0].basis).toBe('exact');
    const below = of(cached({ capacityKeys: 500, ttlSeconds: 0 }), 3);
    expect(below.inputs?.ratePerSecond).toBeCloseTo(50 * (1 - (value(lru, 'hitRatio') as number)), 9);
  });

  it('reads replicas by lot when nothing is written', () => {
    const design = wire(
      [users(200), asking(), database({ replicas: 4 })],
      [
        { from: 0, to: 1 },
        { from: 1, to: 2 },
      ],
    );
    const reading = of(design, 2);
    expect(reading.inputs).toMatchObject({ ratePerSecond: 50, instances: 4 });
    // four busy replicas and an idle primary
    expect(value(reading, 'utilization')).toBeCloseTo(0.4, 9);
  });
});

describe('overload', () => {
  it('says by how much the line grows, and into how much room', () => {
    expect(of(chain([users(150), station({ cpuDynamicMs: 10, threads: 200, queueLimit: 1000 })]), 1).overload).toEqual({
      load: 1.5,
      growsPerSecond: 50,
      room: 1200,
    });
    const asks = wire(
      [users(150), asking(), database({ queueLimit: 99 })],
      [
        { from: 0, to: 1 },
        { from: 1, to: 2 },
      ],
    );
    expect(of(asks, 2).overload).toMatchObject({ growsPerSecond: expect.closeTo(50, 6), room: 100 });
    expect(of(chain([users(50), station({ cpuDynamicMs: 10 })]), 1).overload).toBeNull();
  });

  it('has no steady state in a line without an end', () => {
    const reading = of(
      wire(
        [users(2000), asking({ vcpu: 1 }), database({ vcpu: 96 })],
        [
          { from: 0, to: 1 },
          { from: 1, to: 2 },
        ],
      ),
      1,
    );
    expect(reading.overload?.room).toBe(Infinity);
    expect(reading.model).toBeNull();
  });
});

describe('reasons', () => {
  const two: readonly Wire[] = [
    { from: 0, to: 1 },
    { from: 1, to: 2 },
  ];
  it.each<{ code: string; design: Design; at?: number }>([
    { code: 'several-servers', design: chain([users(80), station({ vcpu: 2, cpuDynamicMs: 20, service: 'lognormal' })]) },
    {
      code: 'mixed-times',
      design: chain([users(80), station({ vcpu: 2, cpuDynamicMs: 20, cpuStaticMs: 5 })], { ...readsOnly, staticShare: 40 }),
    },
    { code: 'turns', design: chain([users(80), balancer('round-robin'), station({ instances: 2, vcpu: 2, cpuDynamicMs: 20 })]), at: 2 },
    { code: 'least', design: chain([users(80), balancer('least-connections'), station({ instances: 2, cpuDynamicMs: 10 })]), at: 2 },
    {
      code: 'arrivals',
      design: chain([{ kind: 'users', params: { ratePerSecond: 80, arrivals: 'bursty' } }, station({ cpuDynamicMs: 5 })]),
    },
    { code: 'upstream', design: wire([users(80), asking({ vcpu: 1, cpuDynamicMs: 5, service: 'fixed' }), database({})], two), at: 2 },
    { code: 'again', design: wire([users(20), asking({ readsPerRequest: 3 }), database({ service: 'fixed' })], two), at: 2 },
    { code: 'beyond', design: chain([users(80), station({ vcpu: 2, cpuDynamicMs: 20, service: 'lognormal' })]), at: 0 },
    { code: 'turned-away', design: chain([users(110), station({ vcpu: 4, cpuDynamicMs: 40, threads: 4, queueLimit: 8 })]), at: 0 },
    { code: 'bounded-general', design: chain([users(90), station({ cpuDynamicMs: 10, service: 'fixed', threads: 1, queueLimit: 3 })]) },
    { code: 'threads', design: wire([users(80), asking({ threads: 8 }), database({})], two) },
    {
      code: 'timeouts',
      design: chain([{ kind: 'users', params: { ratePerSecond: 80, patienceSeconds: 0.2 } }, station({ cpuDynamicMs: 10 })]),
      at: 0,
    },
    {
      code: 'timeouts',
      design: wire([users(80), station({ cpuDynamicMs: 10 })], [{ from: 0, to: 1, params: { timeoutMs: 100, retries: 2 } }]),
    },
    { code: 'setting', design: wire([users(80), station({ cpuDynamicMs: 10, coldStartMs: 50 })], [{ from: 0, to: 1 }]) },
    { code: 'setting', design: wire([users(80), station({ cpuDynamicMs: 10, errorPercent: 2 })], [{ from: 0, to: 1 }]) },
    { code: 'not-steady', design: chain([users(80), station({ cpuDynamicMs: 10 })], { ...readsOnly, shape: 'day' }) },
    { code: 'copies-apply', design: wire([users(80), asking(), database({ replicas: 2 })], two, { ...rows, writeShare: 10 }), at: 2 },
    { code: 'keys-dealt', design: cached({ instances: 3, capacityKeys: 500 }), at: 2 },
    { code: 'unknown-traffic', design: cached({ instances: 3, capacityKeys: 500 }), at: 3 },
    { code: 'policy', design: cached({ policy: 'lfu', capacityKeys: 500 }), at: 2 },
    { code: 'small', design: cached({ capacityKeys: 5, ttlSeconds: 0 }), at: 2 },
    { code: 'policy', design: cached({ policy: 'random', capacityKeys: 500, ttlSeconds: 60 }), at: 2 },
    { code: 'setting', design: chain([users(80), station({ cpuDynamicMs: 10, discipline: 'priority' })]) },
    { code: 'rows-together', design: cached({ capacityKeys: 500 }, rows, { readsPerRequest: 3 }), at: 2 },
    {
      code: 'closed',
      design: chain([{ kind: 'users', params: { loop: 'closed', people: 50 } }, station({ cpuDynamicMs: 10, service: 'fixed' })]),
    },
  ])('$code', ({ code, design, at = 1 }) => {
    const reading = of(design, at);
    expect(reading.reason?.code).toBe(code);
    // what is wrong with a formula is never a number beside it
    for (const prediction of reading.predictions) expect(Number.isFinite(prediction.value)).toBe(true);
  });

  it('names the setting and the part', () => {
    expect(of(chain([users(80), station({ cpuDynamicMs: 10, queueTimeoutMs: 500 })]), 1).reason).toEqual({
      code: 'setting',
      field: 'queueTimeoutMs',
      of: 'node',
      part: 'web-1',
    });
  });

  it('leaves the law where there is no formula', () => {
    const reading = of(chain([users(80), station({ vcpu: 2, cpuDynamicMs: 20, service: 'lognormal' })]), 1);
    expect(reading.predictions).toEqual([
      { metric: 'utilization', value: expect.closeTo(0.8, 9), formula: 'utilization-law', basis: 'law' },
    ]);
  });

  it('says nothing of what cannot run', () => {
    expect(recognise({ ...chain([users(80), station({})]), links: [] })).toEqual([]);
  });
});

describe('runs agree', () => {
  it.each<{ name: string; design: Design; seconds: number }>([
    { name: 'a row of stations', design: chain([users(80), station({ cpuDynamicMs: 5 }), station({ cpuDynamicMs: 8 })]), seconds: 600 },
    { name: 'turns', design: chain([users(300), balancer('round-robin'), station({ instances: 4, cpuDynamicMs: 10 })]), seconds: 400 },
    {
      name: 'a cache with age and writes',
      design: cached({ capacityKeys: 500, ttlSeconds: 60 }, { ...rows, writeShare: 8 }),
      seconds: 1200,
    },
    {
      name: 'rows over a wire',
      design: wire(
        [users(40), asking({ vcpu: 2, cpuDynamicMs: 5, readsPerRequest: 3 }), database({ vcpu: 2 })],
        [
          { from: 0, to: 1, params: { delay: 'fixed', rttMs: 20 } },
          { from: 1, to: 2, params: { delay: 'lognormal', rttMs: 2 } },
        ],
      ),
      seconds: 600,
    },
  ])('$name', ({ design, seconds }) => {
    const long = { ...design, seconds, seed: 'theory' };
    const { plan } = compile(long);
    if (!plan) throw new Error('it cannot run');
    const { frames, layout } = runHeadless(plan, behaviors);
    let compared = 0;
    for (const { node, predictions } of recognise(long)) {
      const at = long.nodes.findIndex(({ id }) => id === node);
      const { metrics } = measureNode(
        frames,
        layout,
        at,
        predictions.map(({ metric }) => metric),
      );
      for (const { metric, value: expected } of predictions) {
        const measured = metrics.get(metric);
        if (measured?.state !== 'known') continue;
        compared++;
        // four standard errors: many comparisons, and none may fail by luck
        const half = (measured.high - measured.low) / 2;
        expect(Math.abs(measured.value - expected), `${node} ${metric}: ${measured.value}, not ${expected}`).toBeLessThan(
          1.6 * half + 1e-9,
        );
      }
    }
    expect(compared).toBeGreaterThan(5);
  });
});
