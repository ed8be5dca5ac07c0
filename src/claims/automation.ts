/** Tools that act by themselves: autoscaling, deployments, and what a person in their place costs. */

import type { ScenarioEvent } from '../design/design.ts';
import type { Readings } from '../engine/readings.ts';
import type { Drawing } from '../library/template.ts';
import { atLeast, atMost, between, type Claim, type Finding, holds, near } from './claim.ts';
import { play } from './play.ts';

type Params<K> = Partial<Extract<Drawing['nodes'][number], { kind: K }>['params'] & object>;

/** When the traffic rises, and how many instances it needs then at the target. */
const riseAt = 300;
const needed = 30;

/**
 * The tier of domain 2.17 at half its size: ten requests a second per server, 50 a second rise to 150, so 10 servers become 30. Users come
 * evenly and service always takes the same, as in the fluid model that the numbers were reckoned with; lines are short, so that no backlog
 * is left over.
 */
const tier = (boot: number, scaler: Params<'autoscaler'>, seconds: number, instances = 10): Readings => {
  const rise: ScenarioEvent = { at: riseAt, act: 'set-workload', field: 'traffic', value: 3 };
  return play(
    {
      title: 'An autoscaled tier',
      seconds,
      nodes: [
        { id: 'users', kind: 'users', at: [0, 0], params: { ratePerSecond: 50, arrivals: 'even' } },
        { id: 'lb', kind: 'load-balancer', at: [240, 0], params: { algorithm: 'least-connections', cpuMs: 0 } },
        {
          id: 'web',
          kind: 'web-server',
          at: [480, 0],
          params: {
            instances,
            vcpu: 1,
            cpuDynamicMs: 100,
            service: 'fixed',
            readsPerRequest: 0,
            threads: 3,
            queueLimit: 0,
            bootSeconds: boot,
            warmupSeconds: 0,
          },
        },
        {
          id: 'scaler',
          kind: 'autoscaler',
          at: [480, 200],
          params: { targetPercent: 50, minInstances: 2, maxInstances: 60, cooldownSeconds: 0, downStabiliseSeconds: 0, ...scaler },
        },
      ],
      links: [
        ['users', 'lb', { timeoutMs: 0, delay: 'none', retries: 0 }],
        ['lb', 'web', { timeoutMs: 0, delay: 'none', retries: 0 }],
        ['scaler', 'web'],
      ],
      workload: { staticShare: 0, writeShare: 0 },
    },
    { scenario: [rise] },
  );
};

const overloaded = (run: Readings): number => run.of('scaler', 'overloadedSeconds');
const peak = (run: Readings): number =>
  Math.max(...run.series('scaler', 'running').map((running, i) => running + run.series('scaler', 'booting')[i])) / needed;
const flips = (run: Readings): number => run.of('scaler', 'flips');

const naive = { warmupAware: false, removesFirst: 'serving' } as const;

const lag: Claim = {
  id: 'P16',
  says: 'An autoscaler acts late by its numbers and its boot; one that forgets what it has ordered swings',
  shownBy: 'autoscaled',
  check: () => [
    ...(
      [
        [30, 150],
        [120, 240],
        [240, 360],
      ] as const
    ).flatMap(([boot, seconds]): Finding[] => {
      const run = tier(boot, {}, 800);
      return [
        near(`counting what is starting, ${boot} s of boot: overloaded`, overloaded(run), seconds, { by: 3 }, { unit: 's' }),
        near('… most instances over those needed', peak(run), 1, { by: 0.05 }),
        near('… turns', flips(run), 0, { by: 0 }),
      ];
    }),
    ...swings(),
    ...headroom(),
  ],
};

/** The fluid model's 957 s and 6 turns belong to the first 2,100 s after the rise. */
function swings(): Finding[] {
  const run = tier(120, { ...naive, maxInstances: 300 }, riseAt + 2100);
  const patient = (cooldownSeconds: number) => tier(240, { ...naive, cooldownSeconds }, 1100);
  const long = patient(420);
  const derivation =
    'the number depends on how long one looks: in a fluid model with these rules 957 s and 6 turns are those of the first 2,100 s after the rise';
  return [
    near('forgetting it, 120 s of boot: overloaded', overloaded(run), 957, { share: 0.05 }, { unit: 's', derivation }),
    near('… most instances over those needed', peak(run), 8, { share: 0.03 }),
    near('… turns', flips(run), 6, { by: 0 }, { derivation }),
    near(
      '240 s of boot: most instances over those needed',
      peak(tier(240, { ...naive, maxInstances: 500 }, 780)),
      16.7,
      { share: 0.03 },
      {
        derivation: 'the swing is stopped by the most that is allowed, 500 for 30 needed',
      },
    ),
    near('… with a rest of 300 s after acting', peak(patient(300)), 2, { by: 0.1 }),
    near('… with one of boot + lag + 2 periods (420 s)', peak(long), 1, { by: 0.05 }),
    near('… and its turns', flips(long), 0, { by: 0 }),
  ];
}

function headroom(): Finding[] {
  const derivation =
    'The 1.7 stated is 50 / 30 rounded: 15 busy at 30 % and at 50 %. Fleets are whole and rounded up, and a load read a little high while the rest of the overload is served adds one: 50 / 31 at least, 51 / 30 at most.';
  const usual = tier(120, {}, 1000);
  const roomy = tier(120, { targetPercent: 30, maxInstances: 60 }, 1000, 17);
  const hours = (run: Readings) => run.of('scaler', 'instanceHours', { from: 800 });
  const fleet = (run: Readings) => run.series('scaler', 'running').at(-1) ?? 0;
  return [
    near('with a target of 30 %: overloaded', overloaded(roomy), 0, { by: 0 }, { unit: 's' }),
    between('… instances in the end', fleet(roomy), 50, 51),
    between('… and with one of 50 %', fleet(usual), 30, 31),
    between('… instance hours of the one over the other', hours(roomy) / hours(usual), (50 / 31) * 0.999, (51 / 30) * 1.001, {
      derivation,
    }),
  ];
}

const releaseAt = 60;

/** Twenty servers that are a quarter busy with 1,000 requests a second; the version that comes after a minute is bad, and the tests miss it. */
const release = (deploy: Params<'deploy'>, seconds = 300): Readings =>
  play({
    title: 'A release',
    seconds,
    nodes: [
      { id: 'users', kind: 'users', at: [0, 0], params: { ratePerSecond: 1000 } },
      { id: 'lb', kind: 'load-balancer', at: [240, 0], params: { cpuMs: 0 } },
      {
        id: 'web',
        kind: 'web-server',
        at: [480, 0],
        params: { instances: 20, vcpu: 1, cpuDynamicMs: 5, readsPerRequest: 0, bootSeconds: 0, warmupSeconds: 0 },
      },
      {
        id: 'deploy',
        kind: 'deploy',
        at: [480, 200],
        params: { releaseAtSeconds: releaseAt, ciCatchPercent: 0, detectSeconds: 120, rollbackSeconds: 0, ...deploy },
      },
    ],
    links: [
      ['users', 'lb', { retries: 0, delay: 'none' }],
      ['lb', 'web', { retries: 0, delay: 'none' }],
      ['deploy', 'web'],
    ],
    workload: { staticShare: 0, writeShare: 0 },
  });

const failedRequests = (run: Readings, stretch: { from?: number; to?: number } = {}): number =>
  ['refused', 'timeout', 'shed', 'error'].reduce((sum, why) => sum + run.total(`failed.read.${why}`, stretch), 0);

const deployments: Claim = {
  id: 'S42',
  says: 'A bad release harms as many as it reaches before it is found out: a canary twenty times fewer',
  shownBy: 'canary',
  check: () => {
    const all = failedRequests(release({ strategy: 'all-at-once' }));
    const few = failedRequests(release({ strategy: 'canary', canarySeconds: 300 }));
    const caught = release({ strategy: 'all-at-once', ciCatchPercent: 100 });
    return [
      near('50 % errors, found out after 120 s, 1,000 requests/s: failures all at once', all, 60_000, { share: 0.02 }),
      near('… with one canary of twenty', few, 3000, { share: 0.05 }),
      near('… times fewer', all / few, 20, { share: 0.06 }),
      near('when the tests catch it', failedRequests(caught), 0, { by: 0 }),
    ];
  },
};

const people: Claim = {
  id: 'S41',
  says: 'What a person does takes a reaction longer than what a machine does',
  shownBy: 'autoscaled',
  check: () => {
    const scaledAt = (run: Readings) => run.notes.find(({ code }) => code === 'scaled')?.time ?? Number.NaN;
    const [machine, person] = [tier(120, {}, 1000), tier(120, { reaction: 'human' }, 1000)];
    const [by, hand] = [release({ strategy: 'all-at-once' }, 200), release({ strategy: 'all-at-once', rollback: 'human' }, 500)];
    return [
      near('a person adds servers later by', scaledAt(person) - scaledAt(machine), 300, { by: 0 }, { unit: 's' }),
      near('… and the tier is overloaded longer by', overloaded(person) - overloaded(machine), 300, { by: 3 }, { unit: 's' }),
      near(
        'a person takes a bad release back later: failures over those of a machine',
        failedRequests(hand) / failedRequests(by),
        420 / 120,
        {
          share: 0.02,
        },
      ),
    ];
  },
};

const unattended: Claim = {
  id: 'S75',
  says: 'Watched and automated, a system comes back without a click',
  shownBy: 'autoscaled',
  check: () => {
    const grown = tier(120, {}, 900);
    const taken = release({ strategy: 'rolling' }, 500);
    const codes = (run: Readings) => run.notes.map(({ code }) => code);
    return [
      atLeast('three times the traffic: requests fail', failedRequests(grown, { from: riseAt, to: riseAt + 240 }), 1000),
      holds('… the autoscaler acts', codes(grown).includes('scaled')),
      near('… and none fail any more', failedRequests(grown, { from: riseAt + 300 }), 0, { by: 0 }),
      atLeast('a bad release: requests fail', failedRequests(taken, { from: releaseAt, to: 200 }), 10_000),
      holds('… it is taken back', codes(taken).includes('rolled-back')),
      near('… and none fail any more', failedRequests(taken, { from: 400 }), 0, { by: 0 }),
      holds(
        'nobody has touched anything',
        !codes(taken).includes('change') && codes(grown).filter((code) => code === 'change').length === 1,
      ),
    ];
  },
};

/** Twenty servers, so busy, of which a quarter may be missing while a good version goes out. */
const brownOut = (busy: number, deploy: Params<'deploy'>): Readings =>
  play({
    title: 'A rolling release',
    seconds: 150,
    nodes: [
      { id: 'users', kind: 'users', at: [0, 0], params: { ratePerSecond: 20 * 20 * busy } },
      { id: 'lb', kind: 'load-balancer', at: [240, 0], params: { algorithm: 'least-connections', cpuMs: 0 } },
      {
        id: 'web',
        kind: 'web-server',
        at: [480, 0],
        params: {
          instances: 20,
          vcpu: 1,
          cpuDynamicMs: 50,
          service: 'exponential',
          readsPerRequest: 0,
          threads: 5,
          queueLimit: 0,
          bootSeconds: 60,
          warmupSeconds: 0,
          drainSeconds: 5,
        },
      },
      { id: 'deploy', kind: 'deploy', at: [480, 200], params: { releaseAtSeconds: releaseAt, bug: 'none', maxSurgePercent: 0, ...deploy } },
    ],
    links: [
      ['users', 'lb', { timeoutMs: 0, retries: 0, delay: 'none' }],
      ['lb', 'web', { timeoutMs: 0, retries: 0, delay: 'none' }],
      ['deploy', 'web'],
    ],
    workload: { staticShare: 0, writeShare: 0 },
  });

/** The first quarter is away. */
const away = { from: releaseAt + 10, to: releaseAt + 60 };

const brownOuts: Claim = {
  id: 'P21',
  says: 'While a rolling release has a quarter of the servers away, the others carry a third more',
  shownBy: 'canary',
  check: () => {
    const missing = { maxUnavailablePercent: 25 };
    const each = (run: Readings) => run.mean('web', 'utilization', away) / 15;
    const full = brownOut(0.8, missing);
    const surge = brownOut(0.8, { maxUnavailablePercent: 0, maxSurgePercent: 25 });
    const work = (full.of('web', 'arrived', away) / (away.to - away.from)) * 0.05;
    return [
      near('half busy: busy share of those that are left', each(brownOut(0.5, missing)), 0.667, { share: 0.02 }),
      near('70 % busy', each(brownOut(0.7, missing)), 0.933, { share: 0.02 }),
      near('80 % busy: work that comes over what they can do', work / 15, 1.067, { share: 0.02 }),
      between('… so they are full', each(full), 0.985, 1),
      near('… and turn away', failedRequests(full, away) / full.of('web', 'arrived', away), 1 - 1 / 1.067, { by: 0.02 }),
      atMost('with new ones first none are turned away', failedRequests(surge), 0),
    ];
  },
};

export const automation: readonly Claim[] = [people, deployments, unattended, lag, brownOuts];
