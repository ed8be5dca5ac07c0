/** The message queue (domain 1.4), and how queues fail (P9, P10, P22, P23). */

import type { Readings } from '../engine/readings.ts';
import { figure119 } from '../library/figure119.ts';
import { atLeast, atMost, type Claim, exactly, type Finding, holds, near } from './claim.ts';
import { dies, playJobs, quiet, set, tenPerSecond } from './jobs.ts';
import { play, playDesign } from './play.ts';

/** Three standard deviations of a count. */
const counted = (expected: number) => ({ by: 3 * Math.sqrt(expected) });

const last = (numbers: readonly number[]): number => numbers[numbers.length - 1];

/** First second from `from` on in which next to nothing waits; the frames are of one second. */
const emptyAt = (run: Readings, from: number): number =>
  run.series('queue', 'backlog').findIndex((waiting, second) => second >= from && waiting < 20);

/** Messages that are neither done nor dead nor lost nor anywhere, by what was published: the most in any frame. */
function unaccounted(run: Readings): number {
  const of = (metric: string) => run.series('queue', metric);
  const [published, done, lost, dead, expired] = ['published', 'acknowledged', 'lostMessages', 'deadLetters', 'expired'].map(of);
  const [delivered, again, backlog] = ['delivered', 'redelivered', 'backlog'].map(of);
  let [kept, inHand, worst] = [0, 0, 0];
  published.forEach((_, i) => {
    kept += published[i] - done[i] - lost[i] - dead[i] - expired[i];
    inHand += delivered[i] - done[i] - again[i] - dead[i];
    worst = Math.max(worst, Math.abs(kept - inHand - backlog[i]));
  });
  return worst;
}

function durability(): Finding[] {
  const workers = { worker: { ...tenPerSecond, instances: 9 } };
  const safe = playJobs({
    rate: 100,
    seconds: 300,
    queue: { brokers: 3 },
    workers,
    scenario: [...dies('queue', 60, undefined, 0), ...dies('worker', 90, 95), quiet(120)],
  });
  const memory = playJobs({ rate: 100, seconds: 100, queue: { durable: false }, workers, scenario: dies('queue', 60, 70) });
  const until = { to: 60 };
  const held = memory.of('queue', 'published', until) - memory.of('queue', 'acknowledged', until);
  const leader = playJobs({
    rate: 100,
    seconds: 100,
    queue: { brokers: 3, acks: 'leader', replicaLagMs: 500 },
    workers,
    scenario: dies('queue', 60.005, undefined, 0),
  });
  const before = playJobs({
    rate: 100,
    seconds: 100,
    workers: { worker: { ...tenPerSecond, concurrency: 1, prefetch: 9, instances: 4, ackMode: 'before' } },
    scenario: dies('worker', 60.05, 70),
  });
  return [
    exactly('replicated, all acks, ack after the work: lost when leader and workers die', safe.of('queue', 'lostMessages'), 0),
    exactly('… and never done', safe.of('queue', 'published') - safe.of('queue', 'acknowledged'), 0),
    exactly('in memory: lost when the broker dies, of all it held', memory.of('queue', 'lostMessages'), held),
    atLeast('… which was a backlog of', held, 500),
    near('ack of the leader alone: lost when it dies, w x replica lag', leader.of('queue', 'lostMessages'), 50, counted(50)),
    exactly('ack before the work: lost when 4 workers die, (1 at work + 9 fetched ahead) each', before.of('worker', 'jobsLost'), 40),
  ];
}

function asynchronous(): Finding[] {
  const photo = { concurrency: 20, jobMs: 2000, service: 'fixed', prefetch: 0, instances: 2 };
  const asked = { rate: 10, seconds: 120, users: { arrivals: 'poisson' }, web: { cpuDynamicMs: 5 }, workers: { worker: photo } };
  const sync = playJobs({ ...asked, direct: true });
  const queued = playJobs({ ...asked, queue: { brokers: 3 } });
  return [
    atLeast('called directly: median', sync.quantile(0.5) * 1000, 2000, { unit: 'ms' }),
    atMost('by the queue: accepted, p99', queued.quantile(0.99) * 1000, 20, { unit: 'ms' }),
    near('… and done, median', queued.mean('queue', 'jobP50', { from: 10 }), 2, { share: 0.02 }, { unit: 's' }),
  ];
}

function copiesOrShares(): Finding[] {
  const quick = { concurrency: 10, jobMs: 10, service: 'fixed', prefetch: 0, instances: 1 };
  const published = { rate: 20, seconds: 60, scenario: [quiet(50)] };
  const groups = playJobs({ ...published, queue: { mode: 'topic' }, workers: { a: quick, b: quick, c: quick } });
  const one = playJobs({ ...published, workers: { worker: { ...quick, instances: 3 } } });
  return [
    near('published', groups.of('queue', 'published'), 1000, { by: 1 }),
    exactly('three groups: deliveries', groups.of('queue', 'delivered'), 3 * groups.of('queue', 'published')),
    exactly('one group of three workers: deliveries', one.of('queue', 'delivered'), one.of('queue', 'published')),
    ...[0, 1, 2].map((instance) =>
      near(`… of worker ${instance + 1}`, one.of('worker', 'jobsDone', { instance }), 333, { by: 45 }, { unit: 'jobs' }),
    ),
  ];
}

/** Messages a second by which the backlog shrinks between two moments. */
const slope = (run: Readings, from: number, to: number): number => {
  const backlog = run.series('queue', 'backlog');
  return (backlog[from - 1] - backlog[to - 1]) / (to - from);
};

function loose(): Finding[] {
  const run = playJobs({
    rate: 100,
    seconds: 220,
    workers: { worker: { ...tenPerSecond, instances: 1 } },
    scenario: [set(60, 'worker', 'instances', 10), set(120, 'worker', 'instances', 15)],
  });
  return [
    near('1 worker of 10 a second', slope(run, 10, 59), -90, { share: 0.02 }, { unit: 'messages/s' }),
    near('10 workers', slope(run, 65, 115), 0, { by: 1 }, { unit: 'messages/s' }),
    near('15 workers: N·μ − λ', slope(run, 125, 200), 50, { share: 0.02 }, { unit: 'messages/s' }),
    exactly('requests that failed meanwhile', run.of('web', 'failed'), 0),
  ];
}

/** Workers are away for 300 s, from second 60 on. */
const outage = (workers: number, seconds: number, direct = false) =>
  playJobs({
    rate: 100,
    seconds,
    direct,
    patienceMs: 10_000,
    workers: { worker: { ...tenPerSecond, instances: workers } },
    scenario: dies('worker', 60, 360),
  });

function consumersAway(): Finding[] {
  const run = outage(15, 400);
  const direct = outage(15, 400, true);
  return [
    exactly('publishing that failed', run.of('web', 'failed'), 0),
    near('backlog after 300 s', run.series('queue', 'backlog')[359], 30_000, { share: 0.01 }),
    near('the same outage with a direct call: errors', direct.total('failed.upload.error'), 30_000, { share: 0.01 }),
  ];
}

function producersAway(): Finding[] {
  const run = playJobs({
    rate: 100,
    seconds: 200,
    workers: { worker: { ...tenPerSecond, instances: 10 } },
    scenario: [...dies('worker', 60, 120), ...dies('web', 120)],
  });
  const left = run.series('queue', 'backlog')[119];
  return [
    near('backlog when the producers die', left, 6000, { share: 0.01 }),
    near('done after', emptyAt(run, 121) - 120, left / 100, { share: 0.03 }, { unit: 's' }),
    exactly('messages not done in the end', run.of('queue', 'published') - run.of('queue', 'acknowledged'), 0),
    exactly('jobs that failed since', run.of('worker', 'jobsFailed', { from: 121 }), 0),
  ];
}

function submitAndLook(): Finding[] {
  const run = playJobs({
    rate: 20,
    seconds: 300,
    users: { arrivals: 'poisson' },
    web: { cpuDynamicMs: 5, service: 'exponential' },
    queue: { brokers: 3, maxReceive: 3, poisonPercent: 1, redeliverySeconds: 5 },
    workers: {
      worker: { instances: 4, concurrency: 20, jobMs: 2000, service: 'exponential', prefetch: 2, poisonDoes: 'error', errorPercent: 2 },
    },
    scenario: dies('worker', 100, 130, 0),
  });
  return [
    atMost('the request returns, p99', run.quantile(0.99) * 1000, 50, { unit: 'ms' }),
    exactly('submitted − done − queued − running − dead letters, at worst', unaccounted(run), 0),
    atLeast('… with dead letters among them', run.of('queue', 'deadLetters'), 10),
    exactly('results that went missing', run.of('queue', 'lostMessages'), 0),
  ];
}

function separated(): Finding[] {
  const { design } = figure119;
  const stretch = { ...design, seconds: 180 };
  const workersDown = playDesign({ ...stretch, scenario: dies('worker-1', 60, 120) });
  const webDown = playDesign({ ...stretch, scenario: [...dies('worker-1', 30, 90), ...dies('web-1', 90)] });
  return [
    exactly('workers down for a minute: errors of the web servers', workersDown.of('web-1', 'failed', { from: 60, to: 120 }), 0),
    atLeast('… while jobs waited', workersDown.series('queue-1', 'backlog')[119], 4000),
    exactly('… and were done later: still waiting', last(workersDown.series('queue-1', 'backlog')), 0),
    atLeast('web servers down with a backlog of', webDown.series('queue-1', 'backlog')[89], 4000),
    exactly('… still waiting in the end', last(webDown.series('queue-1', 'backlog')), 0),
  ];
}

function backlogDrains(): Finding[] {
  const run = outage(15, 1100);
  const age = run.series('queue', 'oldestSeconds');
  const drain = (workers: number, expected: number, seconds: number) =>
    near(`drained at ${workers * 10} a second`, emptyAt(outage(workers, seconds), 361) - 360, expected, { share: 0.02 }, { unit: 's' });
  const never = outage(10, 900);
  return [
    near('backlog after 300 s without consumers', run.series('queue', 'backlog')[359], 30_000, { share: 0.01 }),
    near('drained at 150 a second', emptyAt(run, 361) - 360, 600, { share: 0.02 }, { unit: 's' }),
    drain(11, 3000, 3500),
    drain(30, 150, 600),
    near('age of the oldest, at its peak', Math.max(...age), 300, { share: 0.01 }, { unit: 's' }),
    holds('… it falls at 150 a second', age[600] < 200),
    near('… and at 100 it does not, 500 s later', never.series('queue', 'oldestSeconds')[859], 300, { share: 0.02 }, { unit: 's' }),
  ];
}

function poison(): Finding[] {
  const failing = { concurrency: 10, jobMs: 10, service: 'fixed', prefetch: 0, instances: 2, poisonDoes: 'error' };
  // among ten thousand messages one is bad
  const one = [{ at: 30, act: 'strike', node: 'queue', instance: null, fault: 'poison', value: 1 }] as const;
  const topic = playJobs({
    rate: 100,
    seconds: 130,
    queue: { mode: 'topic', redeliverySeconds: 1, maxReceive: 0 },
    workers: { worker: failing },
    scenario: [...one, set(120, 'queue', 'maxReceive', 5)],
  });
  const since = { from: 30, to: 120 };
  const stopped = topic.series('queue', 'worstLag')[119] / topic.of('queue', 'published', since);
  const killing = { ...failing, poisonDoes: 'crash', instances: 1, restartSeconds: 10 };
  const single = { rate: 5, seconds: 240, workers: { worker: killing } };
  const dead = playJobs({ ...single, queue: { maxReceive: 5, failures: 'unnoticed' }, scenario: one });
  const crashes = (run: Readings) => run.notes.filter(({ code }) => code === 'crash').map(({ time }) => time);
  const endless = playJobs({ ...single, queue: { maxReceive: 0 }, scenario: one });
  const times = crashes(dead);
  return [
    near('topic of 12 partitions: share of the traffic that stops', stopped * 100, 100 / 12, { share: 0.15 }, { unit: '%' }),
    atMost('… until the message is skipped: lag afterwards', last(topic.series('queue', 'worstLag')), 3),
    exactly('queue: dead letters', dead.of('queue', 'deadLetters'), 1),
    exactly('… after so many deliveries, each of which killed the worker', times.length, 5),
    near('… a visibility timeout apart', (times[4] - times[0]) / 4, 30, { share: 0.02 }, { unit: 's' }),
    near('no dead letters: restarts a minute, 60 / boot', (crashes(endless).filter((at) => at > 60).length / 180) * 60, 6, { share: 0.04 }),
    exactly('… for ever: dead letters', endless.of('queue', 'deadLetters'), 0),
  ];
}

/** Every request writes a row and announces it; web servers die again and again. */
function announced(teller: 'web' | 'db'): Readings {
  const seconds = 600;
  const crashes = Array.from({ length: 10 }, (_, i) => dies('web', 30 + 50 * i, 32 + 50 * i)).flat();
  return play(
    {
      title: 'A write and its message',
      seconds,
      nodes: [
        { id: 'users', kind: 'users', at: [0, 0], params: { ratePerSecond: 100 } },
        {
          id: 'web',
          kind: 'web-server',
          at: [240, 0],
          params: { vcpu: 64, cpuDynamicMs: 0.1, service: 'fixed', threads: 10_000, jobShare: 100 },
        },
        { id: 'db', kind: 'database', at: [480, 0], params: { replicas: 0, vcpu: 16, cpuWriteMs: 0.1, fsyncMs: 0, service: 'fixed' } },
        { id: 'queue', kind: 'queue', at: [720, 0] },
        { id: 'worker', kind: 'worker', at: [960, 0], params: { instances: 4 } },
      ],
      links: [
        ['users', 'web', { retries: 0, timeoutMs: 5000 }],
        ['web', 'db', { rttMs: 200, delay: 'fixed', timeoutMs: 5000 }],
        [teller, 'queue', { timeoutMs: 5000 }],
        ['queue', 'worker', { timeoutMs: 30_000 }],
      ],
      workload: { staticShare: 0, writeShare: 100 },
    },
    { scenario: [...crashes, quiet(560)] },
  );
}

function dualWrite(): Finding[] {
  const untold = (run: Readings) => run.of('db', 'writes') - run.of('queue', 'published');
  const derivation =
    'The window reaches from sending the write to hearing of its commit: a write that is under way when its server dies is committed all the same, because work is not cancelled. Here the round trip of 200 ms and 0.1 ms of work.';
  const expected = 10 * 0.2001 * 100;
  return [
    near('dual write, 10 crashes at 100 writes/s: committed and never told', untold(announced('web')), expected, counted(expected), {
      derivation,
    }),
    exactly('outbox: committed and never told', untold(announced('db')), 0),
  ];
}

function duplicates(): Finding[] {
  const long = { concurrency: 10, jobMs: 40_000, service: 'fixed', prefetch: 0, instances: 20 };
  const run = (worker: object, visibilitySeconds: number, heartbeat = false) =>
    playJobs({
      rate: 1,
      seconds: 400,
      queue: { visibilitySeconds, heartbeat, maxReceive: visibilitySeconds < 40 ? 3 : 0 },
      workers: { worker: { ...long, ...worker } },
      scenario: [quiet(60)],
    });
  const short = run({}, 30);
  const published = short.of('queue', 'published');
  const enough = run({}, 50);
  const beating = run({}, 30, true);
  const wise = run({ idempotent: true }, 30);
  // repeats are recognised before the work, or after it
  const unbegun = wise.of('queue', 'delivered') - wise.of('worker', 'jobsDone');
  const effects = wise.of('worker', 'jobsDone') - (wise.of('worker', 'recognised') - unbegun);
  return [
    atLeast('job of 40 s, visibility 30 s: runs per job', short.of('worker', 'jobsDone') / published, 2),
    atLeast('… applied more than once, for each job', short.of('worker', 'duplicates') / published, 1),
    exactly('idempotent: effects per job', effects / published, 1),
    exactly('… applied once more', wise.of('worker', 'duplicates'), 0),
    exactly('with a heartbeat: runs per job', beating.of('worker', 'jobsDone') / beating.of('queue', 'published'), 1),
    exactly('visibility 50 s: runs per job', enough.of('worker', 'jobsDone') / enough.of('queue', 'published'), 1),
  ];
}

export const queues: readonly Claim[] = [
  { id: 'S25', says: 'A queue loses what its settings let it lose, and nothing else', shownBy: 'photo-queue', check: durability },
  { id: 'S26', says: 'A job by the queue is accepted at once and done later', shownBy: 'photo-queue', check: asynchronous },
  { id: 'S27', says: 'Groups of subscribers get a copy each; workers of one group share', shownBy: 'photo-queue', check: copiesOrShares },
  { id: 'S28', says: 'Workers are scaled without touching the web tier', shownBy: 'photo-queue', check: loose },
  { id: 'S29', says: 'Producers publish while consumers are down', shownBy: 'photo-queue', check: consumersAway },
  { id: 'S30', says: 'Consumers go on while producers are down', shownBy: 'photo-queue', check: producersAway },
  { id: 'S31', says: 'A long job is submitted, and no job disappears', shownBy: 'photo-queue', check: submitAndLook },
  { id: 'S43', says: 'The queue separates web servers from workers', shownBy: 'figure-1-19', check: separated },
  { id: 'P9', says: 'A backlog drains at capacity minus arrivals', shownBy: 'photo-queue', check: backlogDrains },
  { id: 'P10', says: 'A poisonous message stops its partition, or loops until it is put aside', shownBy: 'photo-queue', check: poison },
  {
    id: 'P22',
    says: 'Two writes drift apart when a server dies between them; an outbox does not',
    shownBy: 'figure-1-19',
    check: dualWrite,
  },
  { id: 'P23', says: 'At least once means twice, for jobs longer than the visibility timeout', shownBy: 'photo-queue', check: duplicates },
];
