/** What the death of a broker takes with it: exactly what the settings let it. */

import { describe, expect, it } from 'vitest';
import { simulate, type TestAct, type TestNode, type TestPlan, type TestResult } from '../testRun.ts';
import { usersBehavior } from '../users/behavior.ts';
import { webServerBehavior } from '../web-server/behavior.ts';
import { workerBehavior } from '../worker/behavior.ts';
import { queueBehavior } from './behavior.ts';

const kinds = { users: usersBehavior, 'web-server': webServerBehavior, queue: queueBehavior, worker: workerBehavior };

const dies: TestAct[] = [{ at: 30, act: 'crash', node: 'queue', instance: 0 }];
const allDie: TestAct[] = [
  { at: 30, act: 'crash', node: 'queue' },
  { at: 40, act: 'recover', node: 'queue' },
];

/** A hundred messages a second to workers who do eighty. */
function play(queue: TestNode['params'], acts: readonly TestAct[], more: Partial<TestPlan> = {}): TestResult {
  return simulate(
    {
      seconds: 60,
      nodes: {
        people: { kind: 'users', params: { ratePerSecond: 100 } },
        web: { kind: 'web-server', params: { vcpu: 96, cpuDynamicMs: 0.1, threads: 10_000, jobShare: 100 } },
        queue: { kind: 'queue', params: { brokers: 1, maxPerSecond: 0, ...queue } },
        worker: { kind: 'worker', params: { instances: 1, concurrency: 8, jobMs: 100, service: 'fixed', prefetch: 0 } },
      },
      links: [
        ['people', 'web', { timeoutSeconds: 5 }],
        ['web', 'queue', { timeoutSeconds: 2 }],
        ['queue', 'worker'],
      ],
      workload: { staticShare: 0, writeShare: 100 },
      acts,
      ...more,
    },
    kinds,
  );
}

/** Nothing accepted disappears but what is counted as lost. */
function expectBalance(result: TestResult): void {
  const of = (metric: string) => result.of('queue', metric);
  const kept = result.series('queue', 'backlog').at(-1) ?? 0;
  const inHand = of('published') - of('acknowledged') - of('lostMessages') - of('deadLetters') - of('expired') - kept;
  expect(inHand).toBeGreaterThanOrEqual(0);
  expect(inHand).toBeLessThanOrEqual(60);
}

describe('brokers', () => {
  it('answer once all have a copy, or sooner', () => {
    const until = (queue: TestNode['params']) => play(queue, [], { seconds: 10 }).series('queue', 'meanResponse')[5];
    expect(until({ brokers: 3, replicaLagMs: 20 })).toBeCloseTo(0.025, 6);
    expect(until({ brokers: 3, replicaLagMs: 20, acks: 'leader' })).toBeCloseTo(0.005, 6);
    expect(until({ brokers: 3, replicaLagMs: 20, acks: 'none' })).toBeCloseTo(0, 6);
    expect(until({ brokers: 1, replicaLagMs: 20 })).toBeCloseTo(0.005, 6);
  });

  it('lose nothing with all acks when the leader dies, and go on after the election', () => {
    const result = play({ brokers: 3, electionSeconds: 5 }, dies);
    expect(result.of('queue', 'lostMessages')).toBe(0);
    expect(result.of('queue', 'published', { from: 31, to: 35 })).toBe(0);
    expect(result.of('queue', 'published', { from: 36, to: 46 }) / 1000).toBeCloseTo(1, 0);
    expect(result.notes.filter(({ code }) => code === 'promoted')).toMatchObject([{ instance: 1, time: 35 }]);
    expectBalance(result);
  });

  it('begin with nobody in line when they come back: what waited to be written died with them', () => {
    // five times what it can take, for ten seconds: forty seconds of work stand before its door
    const acts: TestAct[] = [
      { at: 10, act: 'crash', node: 'queue' },
      { at: 12, act: 'recover', node: 'queue' },
    ];
    const result = play({ maxPerSecond: 20 }, acts, { seconds: 20 });
    expect(result.of('queue', 'published', { from: 13, to: 18 })).toBe(100);
  });

  it('lose what was not copied yet with the ack of the leader alone: rate x lag', () => {
    const result = play({ brokers: 3, acks: 'leader', replicaLagMs: 500, electionSeconds: 5 }, dies);
    expect(Math.abs(result.of('queue', 'lostMessages') - 50)).toBeLessThan(3 * Math.sqrt(50));
    expectBalance(result);
  });

  it('lose nothing when the leader is back before the election, with its disk', () => {
    const back: TestAct[] = [...dies, { at: 32, act: 'recover', node: 'queue', instance: 0 }];
    const disk = { brokers: 3, acks: 'leader', replicaLagMs: 500, electionSeconds: 5 };
    expect(play(disk, back).of('queue', 'lostMessages')).toBe(0);
    expect(play({ ...disk, durable: false }, back).of('queue', 'lostMessages')).toBeGreaterThan(20);
  });

  it('lose also what they had not written when nobody waits for them: rate x time to write', () => {
    const result = play({ brokers: 1, acks: 'none', publishMs: 400 }, allDie);
    expect(Math.abs(result.of('queue', 'lostMessages') - 40)).toBeLessThan(3 * Math.sqrt(40));
    expectBalance(result);
  });

  it('without a disk: one that dies loses nothing that others have, all together lose everything', () => {
    expect(play({ brokers: 3, durable: false }, dies).of('queue', 'lostMessages')).toBe(0);
    const all = play({ brokers: 3, durable: false }, allDie);
    expect(all.of('queue', 'lostMessages')).toBeGreaterThan(500);
    expect(all.series('queue', 'backlog')[41]).toBeLessThan(60);
    expect(all.of('queue', 'published', { from: 41 }) / 1900).toBeCloseTo(1, 0);
  });

  it('that write to the disk now and then lose what came since', () => {
    const result = play({ flushMs: 1000 }, [
      { at: 30.7, act: 'crash', node: 'queue' },
      { at: 40, act: 'recover', node: 'queue' },
    ]);
    expect(Math.abs(result.of('queue', 'lostMessages') - 70)).toBeLessThan(3 * Math.sqrt(70));
    expectBalance(result);
  });

  it('a silent leader is replaced, and what it had handed out is done once more', () => {
    const acts: TestAct[] = [
      { at: 30, act: 'hang', node: 'queue', instance: 0 },
      { at: 50, act: 'recover', node: 'queue', instance: 0 },
    ];
    const result = play({ brokers: 3, electionSeconds: 5, replicaLagMs: 50 }, acts);
    expect(result.of('queue', 'lostMessages')).toBe(0);
    expect(result.of('worker', 'duplicates')).toBe(8);
    expectBalance(result);
  });

  it('come and go on purpose without losing anything', () => {
    const acts: TestAct[] = [
      { at: 20, act: 'instances', node: 'queue', count: 3 },
      { at: 40, act: 'instances', node: 'queue', count: 1 },
    ];
    const result = simulate(
      {
        seconds: 60,
        nodes: {
          people: { kind: 'users', params: { ratePerSecond: 100 } },
          web: { kind: 'web-server', params: { vcpu: 96, cpuDynamicMs: 0.1, threads: 10_000, jobShare: 100 } },
          queue: { kind: 'queue', params: { brokers: 1, maxPerSecond: 0, replicaLagMs: 100 }, slots: 4 },
          worker: { kind: 'worker' },
        },
        links: [
          ['people', 'web'],
          ['web', 'queue'],
          ['queue', 'worker'],
        ],
        workload: { staticShare: 0, writeShare: 100 },
        acts,
      },
      kinds,
    );
    expect(result.of('queue', 'lostMessages')).toBe(0);
    expect(result.of('web', 'failed')).toBe(0);
    expect(result.series('queue', 'meanResponse')[30]).toBeCloseTo(0.105, 6);
  });

  it('take only so many a second', () => {
    const result = play({ maxPerSecond: 60, maxBacklog: 200 }, [], { seconds: 40 });
    expect(result.of('queue', 'published', { from: 10 }) / 30).toBeCloseTo(60, 0);
    expect(result.total('failed.write.timeout') + result.total('failed.write.error') + result.total('failed.write.shed')).toBeGreaterThan(
      300,
    );
  });
});

describe('failed messages', () => {
  it.each(['queue', 'topic'])('of a few seconds do not fill the dead letters when there is a pause before another try (%s)', (mode) => {
    const acts: TestAct[] = [{ at: 20, act: 'strike', node: 'worker', fault: 'errors', value: 100, seconds: 5 }];
    const dead = (redeliverySeconds: number) => {
      const result = play({ mode, maxReceive: 5, redeliverySeconds }, acts, { workload: { writeShare: 100, keys: 1000, keySkew: 0 } });
      expectBalance(result);
      return result.of('queue', 'deadLetters');
    };
    expect(dead(0)).toBeGreaterThan(50);
    // five tries are over after four pauses at the earliest
    expect(dead(2)).toBe(0);
  });

  const one = { instances: 1, concurrency: 10, jobMs: 10, service: 'fixed', prefetch: 0 };
  const poison = (queue: TestNode['params'], worker: TestNode['params'], seconds = 200) =>
    play({ poisonPercent: 100, visibilitySeconds: 30, ...queue }, [], {
      seconds,
      nodes: {
        people: { kind: 'users', params: { arrivals: 'recorded' } },
        web: { kind: 'web-server', params: { vcpu: 96, cpuDynamicMs: 0.1, jobShare: 100 } },
        queue: { kind: 'queue', params: { poisonPercent: 100, visibilitySeconds: 30, ...queue } },
        worker: { kind: 'worker', params: { ...one, ...worker } },
      },
      recording: { instants: [1], demands: [] },
    });

  it('P10: a message that kills is handed out maxReceive times, a visibility timeout apart, then put aside', () => {
    const result = poison({ maxReceive: 5, failures: 'unnoticed' }, { restartSeconds: 10 });
    expect(result.of('queue', 'deadLetters')).toBe(1);
    expect(result.of('queue', 'delivered')).toBe(5);
    expect(result.notes.filter(({ code }) => code === 'crash').map(({ time }) => Math.round(time))).toEqual([1, 31, 61, 91, 121]);
  });

  it('P10: without dead letters it kills for ever, as often as the worker starts', () => {
    const result = poison({ maxReceive: 0 }, { restartSeconds: 12 }, 121);
    expect(result.notes.filter(({ code }) => code === 'crash')).toHaveLength(10);
    expect(result.of('queue', 'deadLetters')).toBe(0);
  });

  it('wait before they are handed out again', () => {
    const result = poison({ maxReceive: 4, redeliverySeconds: 7 }, { poisonDoes: 'error' }, 60);
    const delivered = result.series('queue', 'delivered').flatMap((count, second) => (count > 0 ? [second] : []));
    expect(delivered).toEqual([1, 8, 15, 22]);
    expect(result.of('queue', 'deadLetters')).toBe(1);
  });
});

it('what the disk was given at the last flush survives the last broker, what came since does not', () => {
  const acts: TestAct[] = [
    { at: 34, act: 'crash', node: 'queue' },
    { at: 40, act: 'recover', node: 'queue' },
  ];
  const result = play({ flushMs: 10_000 }, acts);
  // written at 30 s: four seconds of a hundred a second, none of which was handed out yet
  expect(Math.abs(result.of('queue', 'lostMessages') - 400)).toBeLessThan(60);
  expectBalance(result);
});

describe('a full disk', () => {
  const fills = (instance = -1): TestAct => ({ at: 20, act: 'strike', node: 'queue', fault: 'disk-full', seconds: 20, instance });
  const rate = (result: TestResult, metric: string, from: number, to: number) => result.of('queue', metric, { from, to }) / (to - from);

  it('takes nothing more, while readers go on, and all is well when there is room again', () => {
    const result = play({}, [fills()]);
    expect(rate(result, 'published', 0, 20)).toBeGreaterThan(90);
    expect(rate(result, 'published', 21, 40)).toBe(0);
    // twenty a second were left waiting until then
    expect(rate(result, 'acknowledged', 21, 24)).toBeCloseTo(80, 0);
    expect(rate(result, 'published', 41, 60)).toBeGreaterThan(90);
    expect(result.total('failed.write.error')).toBe(result.of('queue', 'failed'));
    expect(result.of('queue', 'lostMessages')).toBe(0);
    expectBalance(result);
  });

  it('loses what is sent by whoever waits for no answer', () => {
    const result = play({ acks: 'none' }, [fills()]);
    expect(result.total('failed.write.error')).toBe(0);
    expect(rate(result, 'lostMessages', 20, 40)).toBeGreaterThan(90);
    expect(result.of('queue', 'lostMessages', { from: 41 }) + result.of('queue', 'lostMessages', { to: 20 })).toBe(0);
    expectBalance(result);
  });

  it('of one of three brokers stops the third of the partitions that it leads', () => {
    const result = play({ mode: 'topic', brokers: 3, partitions: 12 }, [fills(0)], { workload: { writeShare: 100, keySkew: 0 } });
    const refused = result.of('queue', 'failed') / result.of('queue', 'arrived', { from: 20, to: 40 });
    expect(Math.abs(refused - 1 / 3)).toBeLessThan(0.04);
    expect(result.of('queue', 'failed', { from: 41 })).toBe(0);
  });

  it('does not matter to a queue that writes nothing down, nor on a broker that does not lead', () => {
    expect(play({ durable: false }, [fills()]).of('queue', 'failed')).toBe(0);
    expect(play({ brokers: 2 }, [fills(1)]).of('queue', 'failed')).toBe(0);
  });
});
