import { describe, expect, it } from 'vitest';
import { cacheBehavior } from '../cache/behavior.ts';
import { databaseBehavior } from '../database/behavior.ts';
import { queueBehavior } from '../queue/behavior.ts';
import { simulate, type TestNode, type TestPlan, type TestResult } from '../testRun.ts';
import { usersBehavior } from '../users/behavior.ts';
import { workerBehavior } from '../worker/behavior.ts';
import { webServerBehavior } from './behavior.ts';

// long runs, and the machine may be busy
const kinds = {
  users: usersBehavior,
  'web-server': webServerBehavior,
  cache: cacheBehavior,
  database: databaseBehavior,
  queue: queueBehavior,
  worker: workerBehavior,
};
const play = (plan: TestPlan): TestResult => simulate(plan, kinds);

const users = (ratePerSecond: number): TestNode => ({ kind: 'users', params: { ratePerSecond } });
/** Computes for an exponential time and asks nobody. */
const station = (vcpu: number, cpuDynamicMs = 10): TestNode => ({
  kind: 'web-server',
  params: { vcpu, cpuDynamicMs, service: 'exponential', threads: 10_000, queueLimit: 1_000_000 },
});
const reads = { staticShare: 0, writeShare: 0 };
const writes = { staticShare: 0, writeShare: 100 };

const meanOf = (numbers: readonly number[]): number => numbers.reduce((sum, n) => sum + n, 0) / numbers.length;

/** Mean time from arrival to answer over all frames. */
function meanResponse(result: TestResult, node: string): number {
  const means = result.series(node, 'meanResponse');
  const counts = result.series(node, 'completed');
  return means.reduce((sum, mean, i) => sum + (counts[i] > 0 ? mean * counts[i] : 0), 0) / counts.reduce((a, b) => a + b, 0);
}

/** Erlang C: mean time in an M/M/c system, in seconds. */
function erlangMean(servers: number, arrivalRate: number, serviceSeconds: number): number {
  const load = arrivalRate * serviceSeconds;
  let term = 1;
  let sum = 1;
  for (let k = 1; k < servers; k++) {
    term *= load / k;
    sum += term;
  }
  const last = (term * load) / servers / (1 - load / servers);
  return (last / (sum + last)) * (serviceSeconds / (servers - load)) + serviceSeconds;
}

describe('web server as a station', () => {
  it.each([
    [1, 0.5],
    [1, 0.8],
    [4, 0.9],
  ])('with %i CPUs at utilization %f answers like M/M/c', (vcpu, busy) => {
    const rate = (busy * vcpu) / 0.01;
    const seconds = 1_200_000 / rate;
    const result = play({
      seconds,
      frameSeconds: seconds / 50,
      nodes: { people: users(rate), web: station(vcpu) },
      links: [['people', 'web']],
      workload: reads,
    });
    const mean = meanResponse(result, 'web');
    expect(Math.abs(mean / erlangMean(vcpu, rate, 0.01) - 1)).toBeLessThan(0.03);
    const throughput = result.of('web', 'completed') / seconds;
    const inside = meanOf(result.series('web', 'inside'));
    expect(Math.abs(inside / (throughput * mean) - 1)).toBeLessThan(0.001);
    expect(meanOf(result.series('web', 'utilization'))).toBeCloseTo(busy, 2);
    expect(result.total('completed.read')).toBeGreaterThan(1_190_000);
  });

  it('sheds what finds all threads taken and the line full, and serves exactly its capacity', () => {
    const result = play({
      seconds: 60,
      nodes: {
        people: users(400),
        web: { kind: 'web-server', params: { vcpu: 2, cpuDynamicMs: 10, service: 'fixed', threads: 4, queueLimit: 6 } },
      },
      links: [['people', 'web']],
      workload: reads,
    });
    expect(result.of('web', 'completed', { from: 1 }) / 59).toBeCloseTo(200, 0);
    expect(result.total('failed.read.shed')).toBe(result.of('web', 'failed'));
    // 2 computing, 2 with a thread waiting for a CPU, 6 waiting for a thread
    expect(Math.max(...result.series('web', 'inside'))).toBeLessThanOrEqual(10);
    expect(meanOf(result.series('web', 'queue').slice(1))).toBeGreaterThan(7);
    expect(meanOf(result.series('web', 'threadsBusy').slice(1))).toBeGreaterThan(3.9);
  });

  it('takes less CPU for files than for pages', () => {
    const nodes = {
      people: users(100),
      web: { kind: 'web-server', params: { vcpu: 1, cpuDynamicMs: 8, cpuStaticMs: 0.5, service: 'fixed' } },
    } as const;
    const links = [['people', 'web']] as const;
    const files = play({ seconds: 30, nodes, links: [...links].map(([a, b]) => [a, b]), workload: { staticShare: 100, writeShare: 0 } });
    const pages = play({ seconds: 30, nodes, links: [...links].map(([a, b]) => [a, b]), workload: reads });
    const work = (result: TestResult, ms: number) => (result.of('web', 'completed') * ms) / 1000 / 30;
    expect(meanOf(files.series('web', 'utilization'))).toBeCloseTo(work(files, 0.5), 3);
    expect(meanOf(pages.series('web', 'utilization'))).toBeCloseTo(work(pages, 8), 2);
  });

  it('slow: computes as many times longer', () => {
    const result = play({
      seconds: 40,
      nodes: { people: users(50), web: { kind: 'web-server', params: { vcpu: 4, cpuDynamicMs: 10, service: 'fixed' } } },
      links: [['people', 'web']],
      workload: reads,
      acts: [{ at: 20, act: 'slow', node: 'web', factor: 3 }],
    });
    const busy = result.series('web', 'utilization');
    expect(meanOf(busy.slice(0, 20))).toBeCloseTo(0.125, 1);
    expect(meanOf(busy.slice(21)) / meanOf(busy.slice(0, 20))).toBeGreaterThan(2.5);
  });

  it('a live change of CPUs and threads serves the line at once', () => {
    const plan = (acts: TestPlan['acts']): TestPlan => ({
      seconds: 20,
      nodes: {
        people: users(300),
        web: { kind: 'web-server', params: { vcpu: 1, cpuDynamicMs: 5, service: 'fixed', threads: 2, queueLimit: 100_000 } },
      },
      links: [['people', 'web']],
      workload: reads,
      acts: acts ?? [],
    });
    const stuck = play(plan([]));
    const grown = play(
      plan([
        { at: 10, act: 'param', node: 'web', field: 'threads', value: 100 },
        { at: 10, act: 'param', node: 'web', field: 'vcpu', value: 4 },
      ]),
    );
    expect(stuck.of('web', 'completed', { from: 10 })).toBeLessThanOrEqual(2001);
    expect(grown.of('web', 'completed', { from: 10 })).toBeGreaterThan(3900);
    expect(grown.series('web', 'queue').at(-1)).toBeLessThan(2);
  });

  it('without a load balancer callers come to every instance alike, dead ones too', () => {
    const result = play({
      seconds: 100,
      nodes: { people: users(100), web: { kind: 'web-server', params: { instances: 4 } } },
      links: [['people', 'web']],
      workload: reads,
      acts: [{ at: 50, act: 'crash', node: 'web', instance: 2 }],
    });
    for (let instance = 0; instance < 4; instance++) {
      expect(result.of('web', 'arrived', { instance }) / result.of('web', 'arrived')).toBeCloseTo(0.25, 1);
    }
    const refused = result.total('failed.read.refused');
    expect(refused).toBe(result.of('web', 'failed'));
    expect(refused / result.of('web', 'arrived', { from: 50 })).toBeCloseTo(0.25, 1);
  });
});

describe('web server with others behind it', () => {
  const rows = (params: TestNode['params'] = {}): TestNode => ({ kind: 'database', params: { replicas: 0, ...params } });

  it('holds a thread while the database answers: threads in use = rate x time', () => {
    const result = play({
      seconds: 200,
      nodes: {
        people: users(100),
        web: { kind: 'web-server', params: { vcpu: 8, cpuDynamicMs: 1, service: 'fixed', threads: 1000 } },
        db: rows({ vcpu: 96, cpuReadMs: 200, service: 'fixed' }),
      },
      links: [
        ['people', 'web'],
        ['web', 'db', { delaySeconds: 0.01 }],
      ],
      workload: reads,
    });
    const rate = result.of('web', 'arrived', { from: 10 }) / 190;
    expect(meanOf(result.series('web', 'threadsBusy').slice(10))).toBeCloseTo(rate * 0.221, 0);
    expect(meanOf(result.series('web', 'utilization').slice(10))).toBeLessThan(0.02);
  });

  it('a silent database eats the threads until the web server sheds', () => {
    const result = play({
      seconds: 60,
      nodes: {
        people: users(100),
        web: { kind: 'web-server', params: { vcpu: 8, cpuDynamicMs: 1, threads: 50, queueLimit: 10 } },
        db: rows(),
      },
      links: [
        ['people', 'web'],
        ['web', 'db', { timeoutSeconds: 5 }],
      ],
      workload: reads,
      acts: [{ at: 20, act: 'hang', node: 'db' }],
    });
    expect(result.total('failed.read.shed')).toBeGreaterThan(3000);
    expect(Math.max(...result.series('web', 'threadsBusy'))).toBeCloseTo(50, 6);
    // 50 threads, given back together by a timeout of 5 s; the line and 0.4 s of arrivals take them again
    const perSecond = result.of('db', 'arrived', { from: 21 }) / 39;
    expect(perSecond).toBeGreaterThan(8);
    expect(perSecond).toBeLessThanOrEqual(10);
  });

  it('asks the database as often as the page needs rows', () => {
    const result = play({
      seconds: 50,
      nodes: { people: users(40), web: { kind: 'web-server', params: { readsPerRequest: 3 } }, db: rows() },
      links: [
        ['people', 'web'],
        ['web', 'db'],
      ],
      workload: { ...reads, keys: 1000 },
    });
    expect(result.of('db', 'completed') / result.of('web', 'completed')).toBeCloseTo(3, 1);
  });

  it('answers 500 when the database is dead, and 503 when it is full', () => {
    const dead = play({
      seconds: 20,
      nodes: { people: users(50), web: { kind: 'web-server' }, db: rows() },
      links: [
        ['people', 'web'],
        ['web', 'db'],
      ],
      workload: reads,
      acts: [{ at: 10, act: 'crash', node: 'db' }],
    });
    expect(dead.total('failed.read.error')).toBe(dead.of('db', 'failed'));
    expect(dead.total('failed.read.error')).toBeGreaterThan(400);
    const full = play({
      seconds: 20,
      nodes: { people: users(50), web: { kind: 'web-server' }, db: rows({ vcpu: 1, cpuReadMs: 100, queueLimit: 2, service: 'fixed' }) },
      links: [
        ['people', 'web'],
        ['web', 'db'],
      ],
      workload: reads,
    });
    expect(full.total('failed.read.shed')).toBeGreaterThan(700);
    expect(full.total('failed.read.shed')).toBe(full.of('db', 'failed'));
  });

  it('a dead cache costs no page, only load below', () => {
    const result = play({
      seconds: 40,
      nodes: { people: users(100), web: { kind: 'web-server' }, cache: { kind: 'cache' }, db: rows() },
      links: [
        ['people', 'web'],
        ['web', 'cache'],
        ['web', 'db'],
      ],
      workload: { ...reads, keys: 100 },
      acts: [{ at: 20, act: 'crash', node: 'cache' }],
    });
    expect(result.total('completed.read')).toBeGreaterThan(3800);
    expect(result.of('web', 'failed')).toBe(0);
    expect(result.of('db', 'completed', { from: 5, to: 20 })).toBeLessThan(15 * 100 * 0.2);
    expect(result.of('db', 'completed', { from: 21 })).toBeGreaterThan(19 * 90);
  });

  it('leaves a job for the chosen share of writes, and fails the write when the queue is dead', () => {
    const plan: TestPlan = {
      seconds: 200,
      nodes: {
        people: users(50),
        web: { kind: 'web-server', params: { jobShare: 40 } },
        db: rows(),
        queue: { kind: 'queue' },
        worker: { kind: 'worker' },
      },
      links: [
        ['people', 'web'],
        ['web', 'db'],
        ['web', 'queue'],
        ['queue', 'worker'],
      ],
      workload: writes,
    };
    const well = play(plan);
    const completed = well.total('completed.write');
    expect(well.of('web', 'jobsPublished') / completed).toBeCloseTo(0.4, 1);
    expect(well.of('queue', 'published')).toBe(well.of('web', 'jobsPublished'));
    const ill = play({ ...plan, acts: [{ at: 0, act: 'crash', node: 'queue' }] });
    expect(ill.total('failed.write.error') / (ill.total('completed.write') + ill.total('failed.write.error'))).toBeCloseTo(0.4, 1);
  });

  it('forwards to another service when it has no database, and asks it last when it has one', () => {
    const result = play({
      seconds: 20,
      nodes: {
        people: users(50),
        front: { kind: 'web-server' },
        back: { kind: 'web-server' },
        db: rows(),
        deep: { kind: 'web-server' },
      },
      links: [
        ['people', 'front'],
        ['front', 'back'],
        ['back', 'db'],
        ['back', 'deep'],
      ],
      workload: { staticShare: 0, writeShare: 50 },
      acts: [{ at: 10, act: 'crash', node: 'deep' }],
    });
    expect(result.of('back', 'arrived')).toBe(result.of('front', 'completed') + result.of('front', 'failed'));
    expect(result.of('deep', 'arrived')).toBe(result.of('db', 'completed'));
    expect(result.of('deep', 'failed')).toBe(result.total('failed.read.error') + result.total('failed.write.error'));
  });
});
