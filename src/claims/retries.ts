/** Retry storms (P2), and what ends them and what does not (domain 5.1): a server of 300 a second, 280 a second of load, ten silent seconds. */

import type { Readings } from '../engine/readings.ts';
import type { Drawing } from '../library/template.ts';
import { atMost, between, type Claim, type Finding, near } from './claim.ts';
import { play } from './play.ts';

interface Storm {
  load?: number;
  retries?: number;
  wire?: Drawing['links'][number][2];
  server?: Extract<Drawing['nodes'][number], { kind: 'web-server' }>['params'];
  seconds?: number;
  seed?: string;
}

/** The server is silent for these ten seconds, and nobody is told. */
const outage = { from: 30, until: 40 };

/** Users with a second of patience for each attempt, and one server of 300 a second that keeps everybody in line. */
const storm = ({ load = 280, retries = 3, wire = {}, server = {}, seconds = 110, seed }: Storm): Readings =>
  play(
    {
      title: 'A retry storm',
      seconds,
      nodes: [
        { id: 'users', kind: 'users', at: [0, 0], params: { ratePerSecond: load, patienceSeconds: 60 } },
        {
          id: 'web',
          kind: 'web-server',
          at: [320, 0],
          params: {
            instances: 1,
            vcpu: 1,
            cpuDynamicMs: 1000 / 300,
            service: 'exponential',
            readsPerRequest: 0,
            threads: 1,
            queueLimit: 1_000_000,
            ...server,
          },
        },
      ],
      links: [['users', 'web', { delay: 'none', timeoutMs: 1000, retries, backoffMs: 0, ...wire }]],
      workload: { staticShare: 0, writeShare: 0 },
    },
    {
      ...(seed === undefined ? {} : { seed }),
      scenario: [{ at: outage.from, act: 'hang', node: 'web', instance: null, seconds: outage.until - outage.from }],
    },
  );

/** Good answers a second, from and to so many seconds after the outage. */
const goodput = (run: Readings, from: number, to: number): number =>
  run.total('completed.read', { from: outage.until + from, to: outage.until + to }) / (to - from);
const attempts = (run: Readings, from: number, to: number): number =>
  run.of('web', 'arrived', { from: outage.until + from, to: outage.until + to }) / (to - from);

/** Seconds after the outage until ten in a row see nine tenths of the load answered in time; Infinity when that never comes. */
const recovery = (run: Readings, load: number, most: number): number => {
  for (let at = 0; at + 10 <= most; at++) if (goodput(run, at, at + 10) >= 0.9 * load) return at;
  return Infinity;
};
const worlds = ['a', 'b', 'c', 'd', 'e', 'f'];
const meanRecovery = (load: number, retries: number): number =>
  worlds.reduce((sum, seed) => sum + recovery(storm({ load, retries, seconds: 300, seed }), load, 260), 0) / worlds.length;

const drained = (left: number, stated: number): string =>
  `The brief says ${stated} s, of one run. The outage leaves ${left} in line; 20 a second drain, and answers are in time again below 300: ${(left - 300) / 20} s, ± 17 s from run to run. Six worlds are averaged.`;
const ofOrder =
  'Played at fixed service times: at exponential ones the line ends by chance within the window in some worlds, and from then on all is well.';

const perSecond = { unit: 'requests/s' };

const storms = (): Finding[] => {
  const one = storm({ retries: 1, seconds: 300 });
  const three = storm({ seconds: 300 });
  return [
    near('before the outage: good answers', three.total('completed.read', { from: 10, to: 30 }) / 20, 280, { share: 0.03 }, perSecond),
    near('no retry: recovers after', meanRecovery(280, 0), 125, { by: 21 }, { unit: 's', derivation: drained(2800, 143) }),
    atMost('one retry: good answers 200 to 260 s after', goodput(one, 200, 260), 0.5, perSecond),
    near('one retry: attempts', attempts(one, 200, 260), 560, { share: 0.03 }, perSecond),
    atMost('three retries: good answers 200 to 260 s after', goodput(three, 200, 260), 0.5, perSecond),
    near('three retries: attempts', attempts(three, 200, 260), 1120, { share: 0.03 }, perSecond),
    near(
      '70 a second with three retries: recovers after',
      meanRecovery(70, 3),
      104,
      { by: 21 },
      { unit: 's', derivation: drained(2380, 88) },
    ),
    between('140 a second with one retry: recovers after', meanRecovery(140, 1), 80, 160, { unit: 's' }),
    atMost(
      '80 a second with three retries: good answers 200 to 260 s after',
      goodput(storm({ load: 80, seconds: 300 }), 200, 260),
      0.5,
      perSecond,
    ),
    atMost('160 a second with one retry', goodput(storm({ load: 160, retries: 1, seconds: 300 }), 200, 260), 0.5, perSecond),
  ];
};

const late = (given: Storm): number => goodput(storm(given), 20, 60);

/** 20 to 60 s after the outage, each tried alone against three retries. */
const remedies = (): Finding[] => {
  const tenth = storm({ wire: { retryBudget: 10 } });
  const twentieth = storm({ wire: { retryBudget: 5 } });
  const exact = { service: 'fixed' } as const;
  const pause = { backoffMs: 100, backoffJitter: 'none' } as const;
  return [
    atMost('growing pauses with full jitter: good answers', late({ wire: { backoffMs: 100, backoffCapMs: 20_000 } }), 0.5, perSecond),
    atMost('a retry budget of 10 %: good answers', goodput(tenth, 20, 60), 0.5, perSecond),
    near('… attempts', attempts(tenth, 20, 60), 306, { share: 0.03 }, perSecond),
    atMost('a retry budget of 5 %: good answers', goodput(twentieth, 20, 60), 0.5, perSecond),
    near('… attempts', attempts(twentieth, 20, 60), 292, { share: 0.03 }, perSecond),
    atMost('dropping what is late already', late({ wire: { dropLate: true }, server: exact }), 15, { ...perSecond, derivation: ofOrder }),
    near(
      'dropping what has less than 0.3 s left',
      late({ wire: { dropLate: true, deadlineMarginMs: 300 } }),
      281,
      { share: 0.03 },
      perSecond,
    ),
    atMost('a line of 300, which is as long as the patience', late({ wire: pause, server: { ...exact, queueLimit: 300 } }), 32, {
      ...perSecond,
      derivation: `${ofOrder} Retries pause for 100 ms: without a pause all four attempts meet the same full line, and nothing is sustained.`,
    }),
    near('a line of 250', late({ server: { queueLimit: 250 } }), 281, { share: 0.03 }, perSecond),
    near('a line of 100', late({ server: { queueLimit: 100 } }), 278, { share: 0.03 }, perSecond),
    near('the newest first', late({ server: { discipline: 'lifo' } }), 277, { share: 0.03 }, perSecond),
    near(
      'a breaker: half of 100 calls, open for 10 s',
      late({ wire: { breaker: true, breakerOpenSeconds: 10 } }),
      278,
      { share: 0.03 },
      perSecond,
    ),
  ];
};

export const retries: readonly Claim[] = [
  {
    id: 'P2',
    says: 'Retries keep an overload alive after its cause is gone; a line shorter than the patience, less work in vain or a breaker end it, and pauses do not',
    shownBy: 'retry-storm',
    check: () => [...storms(), ...remedies()],
  },
];
