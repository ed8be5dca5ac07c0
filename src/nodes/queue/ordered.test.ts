import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Memory } from '../../engine/memory.ts';
import { createRun } from '../../engine/run.ts';
import { behaviors } from '../behaviors.ts';
import { inOrder, planOf, resultOf, simulate, type TestAct, type TestNode, type TestPlan, type TestResult } from '../testRun.ts';
import { Ordered } from './ordered.ts';

/** Each request leaves a job, of ten keys by default; workers of every speed, far more of them than needed. */
function design(rate: number, queue: TestNode['params'], more: Partial<TestPlan> & { worker?: TestNode['params'] } = {}): TestPlan {
  const { worker = {}, ...rest } = more;
  return {
    seconds: 60,
    nodes: {
      people: { kind: 'users', params: { ratePerSecond: rate } },
      web: { kind: 'web-server', params: { vcpu: 96, cpuDynamicMs: 0.1, threads: 10_000, jobShare: 100 } },
      queue: { kind: 'queue', params: { brokers: 1, maxPerSecond: 0, maxReceive: 0, fifo: true, ...queue } },
      worker: { kind: 'worker', params: { instances: 4, concurrency: 20, jobMs: 50, service: 'exponential', prefetch: 0, ...worker } },
    },
    links: [
      ['people', 'web'],
      ['web', 'queue'],
      ['queue', 'worker'],
    ],
    ...rest,
    workload: { writeShare: 100, keys: 10, keySkew: 0, ...rest.workload },
  };
}
const play = (...args: Parameters<typeof design>): TestResult => simulate(design(...args), behaviors);

/** Nothing is lost on the way: what was published is done, or still there. */
const held = (result: TestResult) =>
  result.of('queue', 'published') - result.of('queue', 'acknowledged') - result.of('queue', 'deadLetters');

describe('a queue that keeps the order of each key', () => {
  it('has every key done in order, however many work on it', () => {
    expect(play(100, { fifo: false }).of('worker', 'outOfOrder')).toBeGreaterThan(300);
    const result = play(100, {});
    expect(result.of('worker', 'outOfOrder')).toBe(0);
    expect(held(result)).toBeLessThan(60);
  });

  it('has one message of a key in hand: its rate is one per job, and other keys do not wait for it', () => {
    const worker = { service: 'fixed', jobMs: 100 };
    const one = play(50, {}, { worker, workload: { keys: 1 } });
    expect(one.of('queue', 'acknowledged', { from: 10 }) / 50).toBeCloseTo(10, 0);
    // the 600th was published at 12 s, three deviations of 600 arrivals at 50 a second either way
    expect(Math.abs(one.series('queue', 'oldestSeconds')[59] - 48)).toBeLessThan((3 * Math.sqrt(600)) / 50);
    expect(one.series('queue', 'backlog')[59]).toBeGreaterThan(2300);
    // 5 a second of each key
    expect(play(50, {}, { worker }).series('queue', 'backlog')[59]).toBeLessThan(40);
  });

  it('lets what fails stop its key and no other, until it is put aside', () => {
    const acts: TestAct[] = [{ at: 10, act: 'strike', node: 'queue', fault: 'poison', value: 1 }];
    const stuck = play(20, { redeliverySeconds: 1 }, { acts, worker: { poisonDoes: 'error' } });
    const since = { from: 12 };
    const done = stuck.of('queue', 'acknowledged', since) / stuck.of('queue', 'published', since);
    // nine keys of ten, of 960 messages
    expect(Math.abs(done - 0.9)).toBeLessThan(3 * Math.sqrt(0.09 / 960));
    expect(stuck.of('worker', 'outOfOrder')).toBe(0);
    const aside = play(20, { redeliverySeconds: 1, maxReceive: 5 }, { acts, worker: { poisonDoes: 'error' } });
    expect(aside.of('queue', 'deadLetters')).toBe(1);
    expect(aside.series('queue', 'backlog')[59]).toBeLessThan(5);
    expect(aside.of('worker', 'outOfOrder')).toBe(0);
  });

  it('loses nothing when a worker dies with jobs in hand', () => {
    const acts: TestAct[] = [{ at: 20, act: 'crash', node: 'worker', instance: 0 }];
    const result = play(100, {}, { acts, workload: { keys: 1000 } });
    expect(result.of('queue', 'redelivered')).toBeGreaterThan(0);
    expect(held(result)).toBeLessThan(30);
  });

  it('takes and hands out so many a second, whoever has room', () => {
    const many = { workload: { keys: 100_000 } };
    const result = play(500, {}, many);
    expect(result.of('queue', 'published', { from: 10 }) / 50).toBeCloseTo(300, 0);
    expect(result.total('failed.write.shed') + result.total('failed.write.error')).toBeGreaterThan(200 * 50);
    expect(play(500, { fifoPerSecond: 3000 }, many).of('queue', 'failed')).toBe(0);
    // 200 a second for 20 s without a worker, then 300 out and 200 in: about 40 s
    const acts: TestAct[] = [
      { at: 10, act: 'crash', node: 'worker' },
      { at: 30, act: 'recover', node: 'worker' },
    ];
    const drains = play(200, {}, { ...many, acts, seconds: 80 });
    const backlog = drains.series('queue', 'backlog');
    expect(backlog[29] / 4000).toBeCloseTo(1, 1);
    expect(drains.of('queue', 'acknowledged', { from: 40, to: 60 }) / 20).toBeCloseTo(300, 0);
    expect(backlog[79]).toBeLessThan(30);
    const free = play(200, { fifoPerSecond: 0 }, { ...many, acts, seconds: 80 }).series('queue', 'backlog');
    expect(free[40]).toBeLessThan(30);
  });

  it('may be asked for and given up in the middle of a run', () => {
    const acts: TestAct[] = [
      { at: 20, act: 'param', node: 'queue', field: 'fifo', value: true },
      { at: 40, act: 'param', node: 'queue', field: 'fifo', value: false },
    ];
    const result = play(100, { fifo: false }, { acts });
    const late = (from: number, to: number) => result.of('worker', 'outOfOrder', { from, to });
    expect(late(0, 20)).toBeGreaterThan(50);
    // but for what was in hand at the change
    expect(late(22, 40)).toBe(0);
    expect(late(41, 60)).toBeGreaterThan(50);
    expect(held(result)).toBeLessThan(60);
  });

  it('loses what was not on disk, of every key, and goes on in order', () => {
    const acts: TestAct[] = [
      { at: 34, act: 'crash', node: 'queue' },
      { at: 36, act: 'recover', node: 'queue' },
    ];
    // 10 a second of one key are done, 50 published; written at 30 s
    const result = play(50, { flushMs: 10_000 }, { acts, worker: { service: 'fixed', jobMs: 100 }, workload: { keys: 1 } });
    expect(Math.abs(result.of('queue', 'lostMessages') - 200)).toBeLessThan(45);
    // done, and lost with the broker's word for it: done again
    expect(result.of('worker', 'outOfOrder')).toBeLessThanOrEqual(1);
    expect(result.series('queue', 'backlog')[59]).toBe(held(result) - result.of('queue', 'lostMessages') - 1);
  });

  it('is the same run from a photograph on', () => {
    const plan = planOf(design(400, { redeliverySeconds: 1, poisonPercent: 1, maxReceive: 3 }, { worker: { poisonDoes: 'error' } }));
    const whole = createRun(plan, inOrder(behaviors));
    whole.advance(60, Number.MAX_SAFE_INTEGER);
    const run = createRun(plan, inOrder(behaviors));
    run.advance(31.7, Number.MAX_SAFE_INTEGER);
    const photograph = run.snapshot();
    run.advance(60, Number.MAX_SAFE_INTEGER);
    run.restore(photograph);
    run.advance(60, Number.MAX_SAFE_INTEGER);
    expect(run.snapshot()).toEqual(whole.snapshot());
    expect(resultOf(plan, whole).of('queue', 'deadLetters')).toBeGreaterThan(10);
  });
});

it('of any script hands out the oldest message whose key is in nobody’s hands', () => {
  const step = fc.constantFrom('publish', 'publish', 'hand out', 'hand out', 'acknowledge', 'put back', 'hold', 'put all back', 'forget');
  fc.assert(
    fc.property(fc.array(fc.tuple(step, fc.nat(6)), { maxLength: 700 }), (script) => {
      const messages = new Ordered(new Memory());
      let waiting: { at: number; key: number }[] = [];
      const out: { message: number; at: number; key: number }[] = [];
      const away: typeof out = [];
      const blocked = (key: number) => [...out, ...away].some((each) => each.key === key);
      script.forEach(([what, pick], at) => {
        const chosen = out.length > 0 ? out[pick % out.length] : null;
        const take = () => out.splice(pick % out.length, 1)[0];
        const wait = (...back: typeof out) => {
          waiting = [...waiting, ...back].sort((a, b) => a.at - b.at);
        };
        if (what === 'publish') {
          messages.publish(pick, at, at, at);
          waiting.push({ at, key: pick });
        } else if (what === 'hand out') {
          const next = waiting.findIndex(({ key }) => !blocked(key));
          const message = messages.handOut();
          if (next < 0) expect(message).toBe(-1);
          else {
            const [{ at: published, key }] = waiting.splice(next, 1);
            expect([messages.at[message], messages.key[message]]).toEqual([published, key]);
            out.push({ message, at: published, key });
          }
        } else if (what === 'acknowledge' && chosen !== null) {
          messages.acknowledge(take().message);
        } else if (what === 'put back' && chosen !== null) {
          messages.putBack(chosen.message);
          wait(take());
        } else if (what === 'hold' && chosen !== null) {
          messages.hold(chosen.message, 1000);
          away.push(take());
        } else if (what === 'put all back') {
          messages.putAllBack();
          wait(...out.splice(0));
          for (const each of away.splice(0)) {
            expect(messages.unhold(each.message, 1000)).toBe(true);
            wait(each);
          }
        } else if (what === 'forget' && pick === 0) {
          wait(...out.splice(0), ...away.splice(0));
          const kept = waiting.filter((each) => each.at <= at - 20);
          expect(messages.forgetAfter(at - 20)).toBe(waiting.length - kept.length);
          waiting = kept;
        }
        expect([messages.waiting, messages.out, messages.held]).toEqual([waiting.length, out.length, away.length]);
        expect(messages.waitsSince).toBe(waiting[0]?.at ?? Number.POSITIVE_INFINITY);
      });
    }),
    { numRuns: 60 },
  );
});
