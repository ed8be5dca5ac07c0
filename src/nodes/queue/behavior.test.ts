import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Memory } from '../../engine/memory.ts';
import { createRun } from '../../engine/run.ts';
import { databaseBehavior } from '../database/behavior.ts';
import { inOrder, planOf, resultOf, simulate, type TestAct, type TestNode, type TestPlan, type TestResult } from '../testRun.ts';
import { usersBehavior } from '../users/behavior.ts';
import { webServerBehavior } from '../web-server/behavior.ts';
import { workerBehavior } from '../worker/behavior.ts';
import { queueBehavior } from './behavior.ts';
import { Messages } from './messages.ts';

const kinds = {
  users: usersBehavior,
  'web-server': webServerBehavior,
  database: databaseBehavior,
  queue: queueBehavior,
  worker: workerBehavior,
};
const play = (plan: TestPlan): TestResult => simulate(plan, kinds);

const mean = (numbers: readonly number[]): number => numbers.reduce((sum, n) => sum + n, 0) / numbers.length;

/** One job at a time, none fetched ahead. */
const polling = { instances: 1, concurrency: 1, jobMs: 10, service: 'exponential', prefetch: 0 } as const;

/** One broker that is never too slow and gives nothing up. */
const oneLine = { brokers: 1, maxReceive: 0, maxPerSecond: 0 } as const;

/** Every request leaves one job. */
function jobs(rate: number, queue: TestNode['params'], worker: TestNode['params'], more: Partial<TestPlan> = {}): TestPlan {
  return {
    seconds: 100,
    nodes: {
      people: { kind: 'users', params: { ratePerSecond: rate } },
      web: { kind: 'web-server', params: { vcpu: 96, cpuDynamicMs: 0.1, threads: 10_000, jobShare: 100 } },
      queue: { kind: 'queue', params: { ...oneLine, ...queue } },
      worker: { kind: 'worker', ...(worker && { params: worker }) },
    },
    links: [
      ['people', 'web'],
      ['web', 'queue'],
      ['queue', 'worker'],
    ],
    workload: { staticShare: 0, writeShare: 100 },
    ...more,
  };
}

/** published = acknowledged + waiting + handed out + lost, at the end of every frame. */
function expectBalance(result: TestResult): void {
  let held = 0;
  const frames = (metric: string) => result.series('queue', metric);
  const [published, acknowledged, delivered, redelivered, lost, backlog] = [
    frames('published'),
    frames('acknowledged'),
    frames('delivered'),
    frames('redelivered'),
    frames('lostMessages'),
    frames('backlog'),
  ];
  let out = 0;
  for (let i = 0; i < published.length; i++) {
    held += published[i] - acknowledged[i] - lost[i];
    out += delivered[i] - acknowledged[i] - redelivered[i];
    if (lost[i] > 0) out = 0;
    else expect(backlog[i] + out).toBe(held);
    expect(out).toBeGreaterThanOrEqual(0);
    if (lost[i] > 0) {
      // everything held was forgotten: what there is now was published since
      out = held - backlog[i];
    }
  }
  expect(held).toBe(result.of('queue', 'published') - result.of('queue', 'acknowledged') - result.of('queue', 'lostMessages'));
}

describe('queue', () => {
  it('answers the publisher after its publish time, whatever the workers do', () => {
    const result = play(jobs(50, { publishMs: 12 }, { instances: 1, concurrency: 1, jobMs: 10_000, prefetch: 0 }));
    expect(result.series('queue', 'meanResponse')[50]).toBeCloseTo(0.012, 6);
    expect(result.of('web', 'failed')).toBe(0);
    expect(result.series('queue', 'backlog').at(-1)).toBeGreaterThan(4500);
    expectBalance(result);
  });

  it('P9: an outage of the workers leaves a backlog that drains at capacity minus arrivals', () => {
    // 15 at a time, 100 ms each: 150 a second against 100
    const result = play(
      jobs(
        100,
        {},
        { instances: 3, concurrency: 5, jobMs: 100, service: 'fixed', prefetch: 0 },
        {
          seconds: 400,
          acts: [
            { at: 50, act: 'crash', node: 'worker' },
            { at: 150, act: 'recover', node: 'worker' },
          ],
        },
      ),
    );
    const backlog = result.series('queue', 'backlog');
    expect(backlog[48]).toBeLessThan(20);
    expect(backlog[149] / 10_000).toBeCloseTo(1, 1);
    expect(result.series('queue', 'oldestSeconds')[149]).toBeCloseTo(100, 0);
    expect((backlog[160] - backlog[260]) / 100).toBeCloseTo(50, -1);
    const drained = backlog.findIndex((waiting, i) => i > 150 && waiting < 20) - 150;
    expect(Math.abs(drained / 200 - 1)).toBeLessThan(0.12);
    expect(result.of('web', 'failed')).toBe(0);
    expect(result.of('queue', 'published') - result.of('queue', 'acknowledged')).toBeLessThan(30);
    expectBalance(result);
  });

  it('loses nothing when a worker dies with jobs in hand: they are done elsewhere', () => {
    const result = play(
      jobs(
        40,
        { visibilitySeconds: 5 },
        { instances: 2, concurrency: 4, jobMs: 100, prefetch: 10 },
        {
          acts: [
            { at: 30, act: 'crash', node: 'worker', instance: 0 },
            { at: 60, act: 'recover', node: 'worker', instance: 0 },
            { at: 61, act: 'param', node: 'people', field: 'ratePerSecond', value: 0.001 },
          ],
        },
      ),
    );
    expect(result.of('queue', 'redelivered')).toBeGreaterThan(0);
    expect(result.of('queue', 'lostMessages')).toBe(0);
    expect(result.series('queue', 'backlog').at(-1)).toBe(0);
    expect(result.of('queue', 'acknowledged')).toBe(result.of('queue', 'published'));
    expect(result.of('worker', 'jobsDone')).toBe(result.of('queue', 'acknowledged'));
    expectBalance(result);
  });

  it('P23: jobs longer than the visibility timeout are done again and again', () => {
    const result = play(
      jobs(2, { visibilitySeconds: 1 }, { instances: 2, concurrency: 50, jobMs: 1500, service: 'fixed' }, { seconds: 60 }),
    );
    expect(result.of('queue', 'acknowledged')).toBe(0);
    expect(result.of('queue', 'redelivered') / result.of('queue', 'delivered')).toBeGreaterThan(0.9);
    expect(result.of('worker', 'jobsDone')).toBeGreaterThan(100);
    expectBalance(result);
  });

  it('a silent worker is asked for nothing more, and what it had comes back after the visibility timeout', () => {
    const result = play(
      jobs(
        20,
        { visibilitySeconds: 10 },
        { instances: 2, concurrency: 40, jobMs: 1000, service: 'fixed', prefetch: 5 },
        {
          acts: [{ at: 30, act: 'hang', node: 'worker', instance: 1 }],
        },
      ),
    );
    expect(result.of('worker', 'arrived', { instance: 1, from: 31 })).toBe(0);
    expect(result.of('queue', 'redelivered', { to: 39 })).toBe(0);
    // the ten or so that it had been given in its last second
    const back = result.of('queue', 'redelivered', { from: 39, to: 40 });
    expect(back).toBe(result.series('worker', 'inside', 1).at(-1));
    expect(back).toBeGreaterThan(4);
    expect(result.of('queue', 'redelivered')).toBe(back);
    expect(result.series('queue', 'backlog').at(-1)).toBe(0);
    expectBalance(result);
  });

  it('durable: its own crash loses nothing; otherwise all it held', () => {
    const acts: TestAct[] = [
      { at: 40, act: 'crash', node: 'queue' },
      { at: 45, act: 'recover', node: 'queue' },
    ];
    const slow = { instances: 1, concurrency: 5, jobMs: 100, prefetch: 0, service: 'fixed' };
    const durable = play(jobs(70, {}, slow, { acts }));
    expect(durable.of('queue', 'lostMessages')).toBe(0);
    expect(durable.series('queue', 'backlog')[45] / durable.series('queue', 'backlog')[39]).toBeCloseTo(1, 1);
    // its answer being refused is a failed write: 500
    expect(durable.total('failed.write.error') / (5 * 70)).toBeCloseTo(1, 0);
    expectBalance(durable);
    const memory = play(jobs(70, { durable: false }, slow, { acts }));
    const lost = memory.of('queue', 'lostMessages');
    expect(lost).toBeGreaterThan(700);
    expect(memory.notes.filter((note) => note.code === 'messages-lost').map((note) => note.value)).toEqual([lost]);
    expect(memory.series('queue', 'backlog')[45]).toBeLessThan(100);
  });

  it('takes no more than its backlog allows', () => {
    const result = play(jobs(100, { maxBacklog: 500 }, { instances: 1, concurrency: 1, jobMs: 1000, prefetch: 0 }, { seconds: 30 }));
    expect(Math.max(...result.series('queue', 'backlog'))).toBe(500);
    expect(result.total('failed.write.shed')).toBeGreaterThan(2000);
    expectBalance(result);
  });

  it('sends again over a wire that retries, to whoever is there, and forgets nobody’s room', () => {
    const plan = jobs(40, { visibilitySeconds: 5 }, { instances: 2, concurrency: 4, jobMs: 100, service: 'fixed', prefetch: 2 });
    const result = play({
      ...plan,
      links: [
        ['people', 'web'],
        ['web', 'queue'],
        ['queue', 'worker', { delaySeconds: 0.05, retries: 3, backoffSeconds: 0.05 }],
      ],
      acts: [
        { at: 30, act: 'crash', node: 'worker', instance: 0 },
        { at: 50, act: 'recover', node: 'worker', instance: 0 },
        { at: 51, act: 'param', node: 'people', field: 'ratePerSecond', value: 1000 },
      ],
    });
    // twelve places in all, each taken anew every 200 ms: there, worked on, and acknowledged
    expect(result.of('worker', 'jobsDone', { from: 60 }) / 40).toBeCloseTo(60, 0);
    expect(result.of('queue', 'lostMessages')).toBe(0);
    expectBalance(result);
  });

  it('notices at once that a worker is back, from a crash or a silence, or may take more', () => {
    const first = (acts: readonly TestAct[], from: number): number => {
      const result = play(
        jobs(
          20,
          {},
          { instances: 1, concurrency: 5, jobMs: 100, service: 'fixed', prefetch: 0 },
          { seconds: 12, frameSeconds: 0.01, acts },
        ),
      );
      const delivered = result.series('queue', 'delivered');
      return result.frames.findIndex(({ start }, i) => start > from - 1e-9 && delivered[i] > 0) * 0.01;
    };
    for (const act of ['crash', 'hang'] as const) {
      const acts: TestAct[] = [
        { at: 3, act, node: 'worker' },
        { at: 8.03, act: 'recover', node: 'worker' },
      ];
      expect(first(acts, 4)).toBeCloseTo(8.03, 6);
    }
    const result = play(
      jobs(
        100,
        {},
        { instances: 1, concurrency: 1, jobMs: 10_000, service: 'fixed', prefetch: 0 },
        { seconds: 5, frameSeconds: 0.01, acts: [{ at: 3.03, act: 'param', node: 'worker', field: 'concurrency', value: 40 }] },
      ),
    );
    expect(result.of('queue', 'delivered', { from: 1, to: 3.02 })).toBe(0);
    expect(result.of('queue', 'delivered', { from: 3.02, to: 3.045 })).toBe(39);
  });

  it('hears of room from a worker whose job nobody waits for any more', () => {
    // every job is handed out anew after a second, while the worker goes on with it for three
    const result = play(
      jobs(5, { visibilitySeconds: 1 }, { instances: 1, concurrency: 2, jobMs: 3000, service: 'fixed', prefetch: 0 }, { seconds: 60 }),
    );
    expect(mean(result.series('worker', 'inside').slice(3))).toBeGreaterThan(1.99);
    expectBalance(result);
  });

  it('workers that poll: M/G/1 with vacations', () => {
    const plan = planOf(jobs(50, { publishMs: 0, pollMs: 50 }, polling, { seconds: 2000, frameSeconds: 2000 }));
    const run = createRun(plan, inOrder(kinds));
    const heard = run.listen(2);
    run.advance(plan.seconds, Number.MAX_SAFE_INTEGER);
    const { series } = resultOf(plan, run);
    // load 0.5 of mean 10 ms: 10 ms as in M/M/1, and half a vacation (Fuhrmann and Cooper 1985)
    expect(Math.abs(heard.sum / heard.total / 0.035 - 1)).toBeLessThan(0.02);
    expect(Math.abs(heard.endedSum / heard.ended / 0.045 - 1)).toBeLessThan(0.02);
    expect(series('worker', 'utilization')[0]).toBeCloseTo(0.5, 1);
    // Little's law of those who wait
    expect(series('queue', 'queue')[0] / (50 * (heard.sum / heard.total))).toBeCloseTo(1, 1);
  });

  it('polling goes on after whatever happens to queue and workers, and ends when it is switched off', () => {
    const acts: TestAct[] = [
      { at: 20.01, act: 'crash', node: 'queue' },
      { at: 25.01, act: 'recover', node: 'queue' },
      { at: 30.01, act: 'crash', node: 'worker', instance: 0 },
      { at: 35.01, act: 'recover', node: 'worker', instance: 0 },
      { at: 40.01, act: 'hang', node: 'worker', instance: 1 },
      { at: 45.01, act: 'recover', node: 'worker', instance: 1 },
      { at: 50.01, act: 'hang', node: 'queue' },
      { at: 55.01, act: 'recover', node: 'queue' },
    ];
    const two = { ...polling, instances: 2 };
    const result = play(jobs(60, { pollMs: 200, visibilitySeconds: 5 }, two, { acts }));
    for (const from of [26, 36, 46, 60]) expect(mean(result.series('queue', 'backlog').slice(from + 3, from + 4))).toBeLessThan(40);
    for (const instance of [0, 1]) {
      expect(Math.abs(result.of('worker', 'jobsDone', { instance, from: 60 }) / (40 * 30) - 1)).toBeLessThan(0.25);
    }
    expectBalance(result);
    const off = play(
      jobs(
        5,
        { pollMs: 10_000 },
        { ...polling, concurrency: 20 },
        { acts: [{ at: 34.01, act: 'param', node: 'queue', field: 'pollMs', value: 0 }] },
      ),
    );
    expect(
      off
        .series('queue', 'backlog')
        .slice(0, 34)
        .filter((waiting) => waiting > 10).length,
    ).toBeGreaterThan(15);
    expect(Math.max(...off.series('queue', 'backlog').slice(34))).toBe(0);
  });

  it('plays on from a photograph while workers poll', () => {
    const plan = planOf(jobs(60, { pollMs: 130 }, { ...polling, instances: 3 }, { seconds: 20 }));
    const bytes = (run: ReturnType<typeof createRun>) => run.takeFrames().map(({ values }) => values.join());
    const whole = createRun(plan, inOrder(kinds));
    whole.advance(20, Number.MAX_SAFE_INTEGER);
    const expected = bytes(whole);
    const run = createRun(plan, inOrder(kinds));
    run.advance(7.7, Number.MAX_SAFE_INTEGER);
    const photo = run.snapshot();
    run.advance(15, Number.MAX_SAFE_INTEGER);
    run.takeFrames();
    run.restore(photo);
    run.advance(20, Number.MAX_SAFE_INTEGER);
    expect(bytes(run)).toEqual(expected.slice(7));
  });

  it('shares the messages among all workers of all its wires', () => {
    const plan = jobs(100, {}, { instances: 2, concurrency: 10, jobMs: 100 });
    const result = play({
      ...plan,
      nodes: { ...plan.nodes, other: { kind: 'worker', params: { instances: 2, concurrency: 10, jobMs: 100 } } },
      links: [...plan.links, ['queue', 'other']],
    });
    for (const node of ['worker', 'other']) {
      for (const instance of [0, 1]) {
        expect(result.of(node, 'jobsDone', { instance }) / result.of('queue', 'acknowledged')).toBeCloseTo(0.25, 2);
      }
    }
  });
});

describe('messages', () => {
  it('come out in the order they were published, whatever came back in between', () => {
    const step = fc.oneof(
      { weight: 3, arbitrary: fc.constant('publish' as const) },
      { weight: 3, arbitrary: fc.constant('hand out' as const) },
      { weight: 1, arbitrary: fc.constant('acknowledge' as const) },
      { weight: 2, arbitrary: fc.constant('put back' as const) },
      { weight: 1, arbitrary: fc.constant('put all back' as const) },
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(step, fc.nat()), { maxLength: 800 }), (script) => {
        const messages = new Messages(new Memory());
        let waiting: number[] = [];
        const out: number[] = [];
        script.forEach(([what, pick], at) => {
          if (what === 'publish') {
            messages.publish(at, at, at);
            waiting.push(at);
          } else if (what === 'hand out') {
            const message = messages.handOut();
            if (waiting.length === 0) expect(message).toBe(-1);
            else {
              expect(messages.key[message]).toBe(waiting.shift());
              out.push(message);
            }
          } else if (out.length > 0 && what === 'acknowledge') {
            messages.acknowledge(out.splice(pick % out.length, 1)[0]);
          } else if (out.length > 0 && what === 'put back') {
            const [message] = out.splice(pick % out.length, 1);
            waiting = [...waiting, messages.key[message]].sort((a, b) => a - b);
            messages.putBack(message);
          } else if (what === 'put all back') {
            waiting = [...waiting, ...out.splice(0).map((message) => messages.key[message])].sort((a, b) => a - b);
            messages.putAllBack();
          }
          expect(messages.waiting).toBe(waiting.length);
          expect(messages.out).toBe(out.length);
          expect(messages.oldestAt).toBe(waiting[0] ?? Number.POSITIVE_INFINITY);
        });
      }),
      { numRuns: 60 },
    );
  });
});
