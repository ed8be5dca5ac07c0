import { describe, expect, it } from 'vitest';
import { createRun } from '../../engine/run.ts';
import { databaseBehavior } from '../database/behavior.ts';
import { inOrder, planOf, simulate, type TestAct, type TestNode, type TestPlan, type TestResult } from '../testRun.ts';
import { usersBehavior } from '../users/behavior.ts';
import { webServerBehavior } from './behavior.ts';

// long runs, and the machine may be busy
const kinds = { users: usersBehavior, 'web-server': webServerBehavior, database: databaseBehavior };
const play = (plan: TestPlan): TestResult => simulate(plan, kinds);

/** One server that computes 10 ms on average and asks nobody; `rate` requests a second, of which some are writes or files. */
function station(rate: number, requests: number, params: TestNode['params'], more: Partial<TestPlan> = {}): TestPlan {
  const seconds = requests / rate;
  return {
    seconds,
    frameSeconds: seconds / 20,
    nodes: {
      people: { kind: 'users', params: { ratePerSecond: rate, patienceSeconds: 120 } },
      web: {
        kind: 'web-server',
        params: { vcpu: 1, cpuDynamicMs: 10, cpuStaticMs: 10, service: 'exponential', threads: 10_000, queueLimit: 1_000_000, ...params },
      },
    },
    links: [['people', 'web']],
    ...more,
  };
}

const mean = (numbers: readonly number[]): number => numbers.reduce((sum, n) => sum + n, 0) / numbers.length;
const levelOf = (result: TestResult, metric: string): number => mean(result.series('web', metric));

/** Plays to the end and gives what is heard at the web server on the way. */
function listenTo(plan: TestPlan) {
  const compiled = planOf(plan);
  const run = createRun(compiled, inOrder(kinds));
  const heard = run.listen(1);
  run.advance(compiled.seconds, Number.MAX_SAFE_INTEGER);
  return heard;
}

describe('shared processors', () => {
  it.each([
    ['exponential', {}],
    ['mostly short', { service: 'hyperexponential', serviceSpread: 3, slowShare: 5 }],
    ['all alike', { service: 'fixed' }],
  ])('M/G/1-PS, work %s: the mean number inside is that of M/M/1', (_, form) => {
    const result = play(station(70, 400_000, { discipline: 'sharing', ...form }));
    expect(Math.abs(levelOf(result, 'inside') / (0.7 / 0.3) - 1)).toBeLessThan(0.05);
    expect(levelOf(result, 'utilization')).toBeCloseTo(0.7, 1);
    expect(levelOf(result, 'queue')).toBe(0);
  });

  it('everybody is slowed by the same factor, whatever the work; nobody is heard to wait', () => {
    const heard = listenTo(station(60, 300_000, { discipline: 'sharing', service: 'lognormal', serviceSpread: 2 }));
    expect(Math.abs(heard.slowdownSum / heard.ended / 2.5 - 1)).toBeLessThan(0.04);
    expect(heard.none).toBe(heard.total);
    expect(heard.total).toBeGreaterThan(299_000);
  });

  it('several of them are a station of as many servers: M/M/4-PS has as many inside as M/M/4', () => {
    const result = play(station(320, 400_000, { discipline: 'sharing', vcpu: 4 }));
    // Erlang C of 4 servers at 0.8: 0.5964; L = 3.2 + 0.5964 x 4
    expect(Math.abs(levelOf(result, 'inside') / (3.2 + 0.5964 * 4) - 1)).toBeLessThan(0.05);
  });

  it('with few threads only so many share, the others wait for a thread', () => {
    const result = play(station(300, 100_000, { discipline: 'sharing', threads: 3, queueLimit: 5 }));
    expect(Math.max(...result.series('web', 'inside'))).toBeLessThanOrEqual(8);
    expect(levelOf(result, 'queue')).toBeGreaterThan(4);
    expect(levelOf(result, 'threadsBusy')).toBeGreaterThan(2.9);
    expect(Math.abs(result.of('web', 'completed') / (100_000 / 300) / 100 - 1)).toBeLessThan(0.02);
  });

  it('a silent one stops everybody where they are', () => {
    const plan = station(5, 1, { discipline: 'sharing', service: 'fixed', cpuDynamicMs: 1000, vcpu: 4 }, { seconds: 30, frameSeconds: 1 });
    const acts: TestAct[] = [
      { at: 10.0001, act: 'param', node: 'people', field: 'ratePerSecond', value: 0 },
      { at: 10.001, act: 'hang', node: 'web' },
      { at: 20.001, act: 'recover', node: 'web' },
    ];
    const inside = (result: TestResult) => result.series('web', 'inside');
    const free = play({ ...plan, acts: acts.slice(0, 1) });
    const silent = play({ ...plan, acts });
    const backlog = inside(silent)[15];
    expect(backlog).toBeGreaterThan(2);
    expect(inside(silent).slice(11, 20)).toEqual(Array(9).fill(backlog));
    // what follows is what would have followed ten seconds earlier
    inside(silent)
      .slice(22)
      .forEach((level, i) => {
        expect(level).toBeCloseTo(inside(free)[12 + i], 1);
      });
    expect(silent.of('web', 'completed')).toBe(free.of('web', 'completed'));
  });
});

describe('who is served next', () => {
  it('newest first: the same mean wait as first come, first served, and far more scatter', () => {
    const fifo = listenTo(station(80, 300_000, {}));
    const lifo = listenTo(station(80, 300_000, { discipline: 'lifo' }));
    const second = (heard: typeof fifo) => heard.squares / heard.total;
    expect(Math.abs(lifo.sum / lifo.total / (fifo.sum / fifo.total) - 1)).toBeLessThan(0.01);
    // E[W^2] of first come, first served over 1 - rho (Takacs 1963)
    expect(Math.abs(second(lifo) / second(fifo) / 5 - 1)).toBeLessThan(0.2);
  });

  it('ranks: waits as Cobham computed them, in the order asked for', () => {
    // loads 0.2 of writes, 0.3 of reads, 0.3 of files
    const workload = { writeShare: 25, staticShare: 37.5 };
    const heard = (servedFirst: string) => {
      const tally = listenTo(station(80, 400_000, { discipline: 'priority', servedFirst }, { workload }));
      // static, read, write
      return [0, 1, 2].map((cls) => (tally.sums[cls] / tally.totals[cls]) * 1000);
    };
    const rest = 8;
    const near = (found: readonly number[], expected: readonly number[]) =>
      found.forEach((ms, i) => {
        expect(Math.abs(ms / expected[i] - 1)).toBeLessThan(0.1);
      });
    near(heard('writes'), [rest / (0.5 * 0.2), rest / (0.8 * 0.5), rest / 0.8]);
    near(heard('reads'), [rest / (0.5 * 0.2), rest / 0.7, rest / (0.7 * 0.5)]);
    near(heard('files'), [rest / 0.7, rest / (0.7 * 0.4), rest / (0.4 * 0.2)]);
  });

  it('the line for threads has the same order', () => {
    const heard = listenTo(
      station(80, 200_000, { discipline: 'priority', servedFirst: 'writes', threads: 1 }, { workload: { writeShare: 25, staticShare: 0 } }),
    );
    expect(Math.abs(((heard.sums[2] / heard.totals[2]) * 1000) / 10 - 1)).toBeLessThan(0.1);
  });

  it('a change of the discipline while running keeps everybody and the speed', () => {
    const acts: TestAct[] = ['sharing', 'lifo', 'sharing', 'priority', 'fifo'].map((value, i) => ({
      at: 20 + 20 * i,
      act: 'param',
      node: 'web',
      field: 'discipline',
      value,
    }));
    const plan = station(300, 1, { vcpu: 2, service: 'fixed' }, { seconds: 140, frameSeconds: 1, acts });
    const result = play(plan);
    // overloaded all the time: both processors are busy, and no more is done than two can do
    const done = result.series('web', 'completed').slice(2);
    expect(Math.abs(mean(done) / 200 - 1)).toBeLessThan(0.01);
    for (const busy of result.series('web', 'utilization').slice(2)) expect(busy).toBeCloseTo(1, 6);
    const inside = result.series('web', 'inside').at(-1) ?? 0;
    const balance = result.of('web', 'arrived') - result.of('web', 'completed') - result.of('web', 'failed');
    expect(Math.abs(inside / balance - 1)).toBeLessThan(0.01);
  });
});

describe('leaving the line', () => {
  it('M/M/1+D in overload: serves what it can, and those who are served have waited less than the limit', () => {
    const plan = station(130, 200_000, { queueTimeoutMs: 200 });
    const result = play(plan);
    const heard = listenTo(plan);
    const left = result.of('web', 'leftLine');
    expect(Math.abs(left / result.of('web', 'arrived') / 0.2311 - 1)).toBeLessThan(0.03);
    expect(result.total('failed.read.shed')).toBe(left);
    expect(heard.left).toBe(left);
    expect(heard.leftSum / left).toBeCloseTo(0.2, 9);
    expect(Math.abs(heard.sum / heard.total / 0.16707 - 1)).toBeLessThan(0.02);
  });

  it('M/M/c+M: with patience like service the number inside is that of endless servers', () => {
    // mu = theta: Poisson with mean 6 (Erlang A; Garnett, Mandelbaum and Reiman 2002)
    const result = play(station(600, 300_000, { vcpu: 4, queueTimeoutMs: 10, queueTimeoutForm: 'exponential' }));
    expect(Math.abs(levelOf(result, 'inside') / 6 - 1)).toBeLessThan(0.02);
  });

  it.each([
    ['for a thread', { threads: 1 }],
    ['for a processor', { threads: 100 }],
    ['newest first', { threads: 100, discipline: 'lifo' }],
    ['by rank', { threads: 3, discipline: 'priority' }],
  ])('those who wait %s leave at their time, and everybody is counted once', (_, params) => {
    const result = play(
      station(150, 60_000, { ...params, service: 'fixed', queueTimeoutMs: 45 }, { workload: { writeShare: 30, staticShare: 30 } }),
    );
    // a third finds no time of the processor; a little more where it is idle now and then for want of a line
    const left = result.of('web', 'leftLine') / result.of('web', 'arrived');
    expect(left).toBeGreaterThan(0.32);
    expect(left).toBeLessThan(0.38);
    const busy = levelOf(result, 'utilization');
    expect(Math.abs(result.of('web', 'completed') / 400 / (100 * busy) - 1)).toBeLessThan(0.001);
    expect(result.of('web', 'leftLine')).toBe(result.of('web', 'failed'));
    expect(Math.max(...result.series('web', 'queue'))).toBeLessThan(10);
  });

  it('who has begun is not turned away, however long it takes', () => {
    const result = play({
      ...station(20, 2000, { vcpu: 1, queueTimeoutMs: 50, service: 'fixed', threads: 100 }),
      nodes: {
        people: { kind: 'users', params: { ratePerSecond: 20 } },
        web: { kind: 'web-server', params: { vcpu: 8, cpuDynamicMs: 1, service: 'fixed', queueTimeoutMs: 50 } },
        db: { kind: 'database', params: { replicas: 0, vcpu: 96, cpuReadMs: 300, service: 'fixed' } },
      },
      links: [
        ['people', 'web'],
        ['web', 'db'],
      ],
    });
    expect(result.of('web', 'failed')).toBe(0);
    expect(result.of('web', 'completed')).toBeGreaterThan(1900);
  });
});

describe('cold starts', () => {
  it('M/G/1 with setup: shares and waits of Levy and Kleinrock', () => {
    const plan = station(20, 60_000, { coldStartMs: 200 });
    const result = play(plan);
    const heard = listenTo(plan);
    expect(Math.abs(result.of('web', 'coldStarts') / result.of('web', 'arrived') / 0.16 - 1)).toBeLessThan(0.03);
    expect(Math.abs(heard.sum / heard.total / 0.1225 - 1)).toBeLessThan(0.02);
  });

  it('M/G/1-PS with setup: those who came meanwhile begin together', () => {
    const result = play(station(20, 60_000, { coldStartMs: 200, discipline: 'sharing' }));
    expect(Math.abs(result.of('web', 'coldStarts') / result.of('web', 'arrived') / 0.16 - 1)).toBeLessThan(0.03);
    // exponential work: the number inside does not depend on the discipline
    expect(Math.abs(levelOf(result, 'inside') / (20 * 0.1325) - 1)).toBeLessThan(0.03);
  });

  it('is only needed after having been idle for longer than it is kept warm', () => {
    // idle times are exponential of mean 1 / 20 s: more than 0.1 s with probability e^-2 of those that end
    const result = play(station(20, 60_000, { coldStartMs: 200, keepWarmSeconds: 0.1 }));
    const p = Math.exp(-2);
    // a cycle has one idle time; with probability p it starts cold and then serves 1 + 20 x 0.2 times as many
    const expected = (p * (1 - 0.2)) / (1 + p * 20 * 0.2);
    expect(Math.abs(result.of('web', 'coldStarts') / result.of('web', 'arrived') / expected - 1)).toBeLessThan(0.05);
    expect(play(station(20, 2000, { coldStartMs: 200, keepWarmSeconds: 3600 })).of('web', 'coldStarts')).toBe(1);
  });

  it('a start that nobody waits for any more ends all the same, and a crash ends it', () => {
    const impatient = play(station(5, 2000, { coldStartMs: 500, queueTimeoutMs: 100 }));
    expect(impatient.of('web', 'coldStarts')).toBeGreaterThan(100);
    expect(impatient.of('web', 'completed') + impatient.of('web', 'failed')).toBeGreaterThan(1990);
    const crashed = play({
      ...station(50, 1, { coldStartMs: 5000 }, { seconds: 30, frameSeconds: 1 }),
      acts: [
        { at: 3, act: 'crash', node: 'web' },
        { at: 10, act: 'recover', node: 'web' },
      ],
    });
    expect(crashed.of('web', 'completed', { to: 15 })).toBe(0);
    expect(crashed.of('web', 'completed', { from: 16 })).toBeGreaterThan(500);
  });
});

describe('a photograph of lines', () => {
  it.each([
    ['fifo', {}],
    ['sharing', { coldStartMs: 100 }],
    ['lifo', { queueTimeoutMs: 80 }],
    ['priority', { queueTimeoutMs: 60, queueTimeoutForm: 'exponential', coldStartMs: 50, keepWarmSeconds: 0.05 }],
  ])('plays on as if it had never stopped: %s', (discipline, params) => {
    const other = discipline === 'sharing' ? 'lifo' : 'sharing';
    const plan = planOf(
      station(
        170,
        1,
        { instances: 2, discipline, service: 'pareto', threads: 8, queueLimit: 20, ...params },
        {
          seconds: 30,
          frameSeconds: 1,
          workload: { writeShare: 30, staticShare: 30 },
          acts: [
            { at: 5.03, act: 'hang', node: 'web', instance: 0 },
            { at: 7.03, act: 'recover', node: 'web', instance: 0 },
            { at: 9.03, act: 'crash', node: 'web', instance: 1 },
            { at: 11.03, act: 'recover', node: 'web', instance: 1 },
            { at: 13.03, act: 'param', node: 'web', field: 'discipline', value: other },
            { at: 17.03, act: 'hang', node: 'web', instance: 0 },
            { at: 17.5, act: 'param', node: 'web', field: 'discipline', value: discipline },
            { at: 18.5, act: 'param', node: 'web', field: 'vcpu', value: 2 },
            { at: 20.03, act: 'recover', node: 'web', instance: 0 },
          ],
        },
      ),
    );
    const bytes = (run: ReturnType<typeof createRun>) =>
      run.takeFrames().map(({ values, latency }) => `${values.join()};${latency.join()}`);
    const whole = createRun(plan, inOrder(kinds));
    whole.advance(30, Number.MAX_SAFE_INTEGER);
    const expected = bytes(whole);
    const run = createRun(plan, inOrder(kinds));
    for (const stop of [0, 3.3, 5.04, 6.9, 9.04, 12.7, 13.04, 17.4, 17.7, 19, 20.04, 25.51]) {
      run.advance(stop, Number.MAX_SAFE_INTEGER);
      run.takeFrames();
      const photo = run.snapshot();
      run.advance(Math.min(30, stop + 6), Number.MAX_SAFE_INTEGER);
      run.restore(photo);
      run.advance(30, Number.MAX_SAFE_INTEGER);
      expect(bytes(run)).toEqual(expected.slice(Math.floor(stop)));
      run.restore(photo);
    }
  });
});
