/** Spreading requests over servers, leaving out those that are broken, and what stickiness costs (domain 1.1, 1.2, 2.4). */

import type { Design, ScenarioEvent } from '../design/design.ts';
import { problemsOf } from '../design/rules.ts';
import type { Readings } from '../engine/readings.ts';
import { type Drawing, draw } from '../library/template.ts';
import { behaviors } from '../nodes/behaviors.ts';
import { loadBalancerSpec } from '../nodes/load-balancer/spec.ts';
import { isSinglePoint, killingsOf } from '../runner/singlePoints.ts';
import { atLeast, atMost, between, type Claim, exactly, holds, near, shareWithin } from './claim.ts';
import { play } from './play.ts';

type Params<K> = Extract<Drawing['nodes'][number], { kind: K }>['params'];

interface Tier {
  rate?: number;
  users?: Params<'users'>;
  lb?: Params<'load-balancer'>;
  web?: Params<'web-server'>;
  /** Patience of the balancer for its servers. */
  timeoutMs?: number;
  seconds?: number;
  seed?: string;
  scenario?: readonly ScenarioEvent[];
}

/** Users, a balancer that costs nothing, servers of two processors whose pages cost 6.4 ms, exponentially. */
const tier = ({ rate = 400, users, lb, web, timeoutMs = 0, seconds = 60, seed, scenario = [] }: Tier): Readings =>
  play(
    {
      title: 'Balanced',
      seconds,
      nodes: [
        { id: 'users', kind: 'users', at: [0, 0], params: { ratePerSecond: rate, patienceSeconds: 60, ...users } },
        { id: 'lb', kind: 'load-balancer', at: [240, 0], params: { cpuMs: 0, ...lb } },
        {
          id: 'web',
          kind: 'web-server',
          at: [480, 0],
          params: {
            instances: 4,
            vcpu: 2,
            cpuDynamicMs: 6.4,
            service: 'exponential',
            readsPerRequest: 0,
            threads: 10_000,
            queueLimit: 1_000_000,
            ...web,
          },
        },
      ],
      links: [
        ['users', 'lb', { retries: 0, timeoutMs: 0, delay: 'none' }],
        ['lb', 'web', { timeoutMs, delay: 'none' }],
      ],
      workload: { staticShare: 0, writeShare: 0 },
    },
    { ...(seed === undefined ? {} : { seed }), scenario },
  );

const fault = (act: 'crash' | 'hang', at: number): ScenarioEvent => ({ at, act, node: 'web', instance: 3, factor: 1 });
const failed = (run: Readings): number => run.of('users', 'failed');
const share = (run: Readings, instance: number, from: number): number =>
  run.of('web', 'arrived', { instance, from }) / run.of('web', 'arrived', { from });
const p99Ms = (run: Readings, from: number): number => run.quantile(0.99, { from }) * 1000;

const worlds = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
/** Three standard errors over the worlds of what 100 requests a second lose to the moment of a death between two checks. */
const checkPhase = (checkSeconds: number): number => (3 * 100 * checkSeconds) / Math.sqrt(12 * worlds.length);
const mean = (numbers: readonly number[]): number => numbers.reduce((sum, each) => sum + each, 0) / numbers.length;

const slowTail =
  'The brief says 107 ms, which is what the first minute from empty shows. By turns the slow server gets every tenth request: E10/M/4 at 0.9, whose Markov chain, solved, has a tenth of the responses (a hundredth of all) above 126.0 ms; an independent simulation of 30 million requests gives 125.8.';

const ownLines =
  'The brief’s 33 ms is M/M/8, one line for all eight processors. By turns each server has a line of its own, E4/M/2 at 0.8, whose Markov chain, solved, has 52.5 ms; an independent simulation of 3 million requests gives 52.1.';

/** Ten servers of four threads and 10 ms, one of them slow. */
const withSlowOne = (algorithm: 'round-robin' | 'power-of-two' | 'least-connections', load: number, factor: number): Readings =>
  tier({
    rate: load * 4000,
    lb: { algorithm },
    web: { instances: 10, vcpu: 4, cpuDynamicMs: 10 },
    // at nine tenths busy the slow one's line needs long to show its tail: kappa about 25, so 200,000 of its requests are 5 %
    seconds: factor === 3 && algorithm === 'round-robin' ? 2000 : 60,
    scenario: factor === 1 ? [] : [{ at: 0.001, act: 'slow', node: 'web', instance: 0, factor }],
  });

/** Standard deviation of the fullest of four over their mean, for 2,000 weights of Pareto's law of index 1.5 dealt by lot: 5,000 draws. */
const heavySpread = 0.206;

/** Two thousand sessions, begun within 20 s and played to their ends. @returns the busiest server's pages over a mean one's */
const heaviest = (seed: string): number => {
  const [sessions, within, sessionSeconds, viewSeconds] = [2000, 20, 10, 1];
  const run = tier({
    seed,
    // each session has a first page and as many more as it is long
    rate: (sessions / within) * (1 + sessionSeconds / viewSeconds),
    users: {
      visits: 'sessions',
      arrivals: 'even',
      sessionForm: 'pareto',
      sessionTail: 1.5,
      sessionSeconds,
      viewSeconds,
      dynamicPerView: 1,
      staticPerView: 0,
    },
    lb: { sticky: 'cookie', algorithm: 'random' },
    web: { vcpu: 64 },
    seconds: 3000,
    scenario: [{ at: within, act: 'set-workload', field: 'traffic', value: 0 }],
  });
  return 4 * Math.max(...[0, 1, 2, 3].map((i) => share(run, i, 0)));
};

const pairs = (lb: Params<'load-balancer'>, state: 'stateful' | 'stateless'): Design =>
  draw({
    title: 'Who remembers',
    nodes: [
      { id: 'users', kind: 'users', at: [0, 0], params: { ratePerSecond: 50 } },
      { id: 'lb', kind: 'load-balancer', at: [240, 0], params: { checkSeconds: 5, ...lb } },
      { id: 'web', kind: 'web-server', at: [480, 0], params: { instances: 3, state } },
    ],
    links: [
      ['users', 'lb', { retries: 0, timeoutMs: 2000 }],
      ['lb', 'web', { timeoutMs: 1000 }],
    ],
  });

const severityOf = (design: Design): string => problemsOf(design).find(({ code }) => code.startsWith('state-'))?.severity ?? 'none';
const singlePoints = (design: Design): string =>
  killingsOf(design)
    .filter(({ plan }) => isSinglePoint(plan, behaviors))
    .map(({ node }) => node)
    .join();

export const balancing: readonly Claim[] = [
  {
    id: 'S01',
    says: 'A balancer gives every server its part, and how soon it leaves a dead one out decides how many requests fail',
    shownBy: 'balanced',
    check: () => {
      const even = tier({ rate: 1000, seconds: 300 });
      const three = tier({ rate: 1000, web: { instances: 3 }, seconds: 200 });
      const backlog = three.series('web', 'queue');
      const silent = (lb: NonNullable<Params<'load-balancer'>>) =>
        mean(worlds.map((seed) => failed(tier({ seed, lb, timeoutMs: 1000, seconds: 100, scenario: [fault('hang', 20)] }))));
      return [
        ...[0, 1, 2, 3].map((i) => near(`round robin: part of server ${i + 1}`, share(even, i, 0), 0.25, { by: 0.01 })),
        near('busy, of 1', even.mean('web', 'utilization', { from: 10 }) / 4, 0.8, { by: 0.02 }),
        near('… p99 of the pages', p99Ms(even, 10), 52.5, { share: 0.1 }, { unit: 'ms', derivation: ownLines }),
        near(
          '… with one line for the same processors',
          p99Ms(tier({ rate: 1000, web: { instances: 1, vcpu: 8 }, seconds: 200 }), 10),
          33,
          { share: 0.1 },
          { unit: 'ms' },
        ),
        near('three servers at 1.07: requests more in line each second', (backlog[195] - backlog[15]) / 180, 62.5, {
          by: 3 * Math.sqrt((1000 + 937.5) / 180),
        }),
        between('one of four silent, checks 30 s apart, two of them: failed', silent({}), 3000, 6500),
        near('checks 5 s apart with 2 s patience: failed', silent({ checkSeconds: 5, checkTimeoutSeconds: 2 }), 950, { by: checkPhase(5) }),
        atMost(
          'one fail is enough, and the next server is tried: failed',
          failed(tier({ lb: { maxFails: 1, retryNext: 1 }, scenario: [fault('crash', 20)] })),
          4,
        ),
      ];
    },
  },
  {
    id: 'S06',
    says: 'Twice the servers, twice the requests: the knee moves from 312 to 624 a second',
    shownBy: 'balanced',
    check: () =>
      [1, 2].map((instances) => {
        const run = tier({ rate: instances * 312.5 * 1.2, web: { instances } });
        return near(`${instances} servers serve`, run.of('web', 'completed', { from: 10 }) / 50, instances * 312.5, { share: 0.03 });
      }),
  },
  {
    id: 'S11',
    says: 'Balancers offer sticky sessions by cookie; by address, everybody behind one NAT lands on one server',
    shownBy: 'stateful-tier',
    check: () => {
      const { stickySeconds } = loadBalancerSpec.fields;
      const run = tier({ rate: 200, users: { natShare: 100 }, lb: { algorithm: 'ip-hash' }, seconds: 30 });
      const most = Math.max(...[0, 1, 2, 3].map((i) => share(run, i, 0)));
      return [
        exactly('a cookie is good for, by default', stickySeconds.default, 86_400, { unit: 's' }),
        exactly('at least', stickySeconds.min, 1, { unit: 's' }),
        exactly('at most', stickySeconds.max, 604_800, { unit: 's' }),
        exactly('behind one NAT: part of the fullest server', most, 1),
      ];
    },
  },
  {
    id: 'S12',
    says: 'Stickiness costs the balancer a tenth more, and deals sessions unevenly where there are few',
    shownBy: 'stateful-tier',
    check: () => {
      const busy = (sticky: 'cookie' | 'off') => tier({ rate: 1000, lb: { cpuMs: 0.5, sticky }, seconds: 20 }).mean('lb', 'utilization');
      const fullest = (people: number, seed: string) =>
        tier({
          seed,
          users: {
            visits: 'sessions',
            loop: 'closed',
            people,
            viewSeconds: 5,
            sessionSeconds: 86_400,
            dynamicPerView: 1,
            staticPerView: 0,
            leaveShare: 0,
          },
          lb: { sticky: 'cookie', algorithm: 'random' },
          web: { vcpu: 64 },
          seconds: 15,
        })
          .series('lb', 'stickyImbalance')
          .at(-1) ?? 0;
      const seeds = Array.from({ length: 60 }, (_, i) => `world ${i}`);
      return [
        near('processor time, sticky over not', busy('cookie') / busy('off'), 1.1, { by: 0.001 }),
        near('10,000 sessions: fullest over mean', mean(worlds.slice(0, 3).map((seed) => fullest(10_000, seed))), 1.02, { by: 0.02 }),
        near('200 sessions: fullest over mean', mean(seeds.slice(0, 40).map((seed) => fullest(200, seed))), 1.15, { by: 0.035 }),
        near('2,000 sessions of very different lengths: fullest over mean', mean(seeds.map(heaviest)), 1.18, {
          by: (3 * heavySpread) / Math.sqrt(seeds.length),
        }),
      ];
    },
  },
  {
    id: 'S68',
    says: 'Servers that remember, behind a balancer that sends sessions anywhere, are an error; behind a sticky one, a warning',
    shownBy: 'stateful-tier',
    check: () => [
      holds('not sticky: error', severityOf(pairs({}, 'stateful')) === 'error'),
      holds('sticky: warning', severityOf(pairs({ sticky: 'cookie' }, 'stateful')) === 'warning'),
      holds('stateless: nothing', severityOf(pairs({}, 'stateless')) === 'none'),
    ],
  },
  {
    id: 'S69',
    says: 'Every part is killed in turn: what has no second, or one that comes too late, is a single point of failure',
    shownBy: 'balanced',
    check: () => [
      holds('one balancer is one', singlePoints(pairs({}, 'stateless')) === 'lb'),
      holds('a pair of balancers and three servers have none', singlePoints(pairs({ standbys: 1 }, 'stateless')) === ''),
    ],
  },
  {
    id: 'P13',
    says: 'One slow server among ten: turns feed it on, choosing by open requests starves it',
    shownBy: 'balanced',
    check: () => {
      const mild = (['round-robin', 'power-of-two', 'least-connections'] as const).map((algorithm) => withSlowOne(algorithm, 0.3, 3));
      const [, two, least] = (['round-robin', 'power-of-two', 'least-connections'] as const).map((algorithm) =>
        withSlowOne(algorithm, 0.6, 10),
      );
      const diverging = withSlowOne('round-robin', 0.6, 10).series('web', 'queue', 0);
      return [
        near('load 0.3, three times as slow, by turns: its part', share(mild[0], 0, 10), 0.1, { by: 0.002 }),
        near('… and p99', p99Ms(mild[0], 10), 126, { share: 0.1 }, { unit: 'ms', derivation: slowTail }),
        near('best of two: its part', share(mild[1], 0, 10), 0.056, { by: 0.006 }),
        near('… and p99', p99Ms(mild[1], 10), 59, { share: 0.1 }, { unit: 'ms' }),
        near('least connections: its part', share(mild[2], 0, 10), 0.044, { by: 0.006 }),
        near('… and p99', p99Ms(mild[2], 10), 56, { share: 0.1 }, { unit: 'ms' }),
        atLeast('load 0.6, ten times as slow, by turns: its line grows, in 40 s by', diverging[58] - diverging[18], 5000),
        near('best of two: p99', p99Ms(two, 10), 74, { share: 0.1 }, { unit: 'ms' }),
        near('least connections: p99', p99Ms(least, 10), 60, { share: 0.1 }, { unit: 'ms' }),
        near('nobody slow, best of two: p99', p99Ms(withSlowOne('power-of-two', 0.6, 1), 10), 46, { share: 0.1 }, { unit: 'ms' }),
      ];
    },
  },
];

/** Three servers that work and one whose application only errs from 30 s on. */
const withBrokenApp = (checkDepth: 'shallow' | 'deep'): Readings =>
  play(
    {
      title: 'A broken application',
      seconds: 120,
      nodes: [
        { id: 'users', kind: 'users', at: [0, 0], params: { ratePerSecond: 200 } },
        { id: 'lb', kind: 'load-balancer', at: [240, 0], params: { checkSeconds: 5, checkDepth } },
        { id: 'web', kind: 'web-server', at: [480, 0], params: { instances: 3, readsPerRequest: 0 } },
        { id: 'bad', kind: 'web-server', at: [480, 160], params: { readsPerRequest: 0 } },
      ],
      links: [
        ['users', 'lb', { retries: 0, timeoutMs: 0 }],
        ['lb', 'web', { timeoutMs: 0 }],
        ['lb', 'bad', { timeoutMs: 0 }],
      ],
      workload: { staticShare: 0, writeShare: 0 },
    },
    { scenario: [{ at: 30, act: 'set', node: 'bad', field: 'errorPercent', value: 100 }] },
  );

/** Four servers whose database is away from 60 s to 130 s; half of what is asked needs it. */
const withBlip = (whenAllDown: 'open' | 'closed'): Readings =>
  play(
    {
      title: 'A database that is away for a moment',
      seconds: 240,
      nodes: [
        { id: 'users', kind: 'users', at: [0, 0], params: { ratePerSecond: 100 } },
        { id: 'lb', kind: 'load-balancer', at: [240, 0], params: { checkSeconds: 5, checkDepth: 'deep', whenAllDown } },
        { id: 'web', kind: 'web-server', at: [480, 0], params: { instances: 4 } },
        { id: 'db', kind: 'database', at: [720, 0] },
      ],
      links: [
        ['users', 'lb', { retries: 0, timeoutMs: 5000 }],
        ['lb', 'web', { timeoutMs: 4000 }],
        ['web', 'db', { timeoutMs: 500 }],
      ],
      workload: { staticShare: 50, writeShare: 0 },
    },
    {
      scenario: [
        { at: 60, act: 'crash', node: 'db', instance: 0, factor: 1 },
        { at: 130, act: 'recover', node: 'db', instance: 0, factor: 1 },
      ],
    },
  );

export const checking: readonly Claim[] = [
  {
    id: 'P19',
    says: 'Deep checks throw out the whole fleet when what it needs is away; shallow ones keep a broken application for ever',
    shownBy: 'balanced',
    check: () => {
      const broken = withBrokenApp('shallow');
      const stretch = { from: 60, to: 120 };
      const badPart = broken.of('users', 'failed', stretch) / broken.of('users', 'arrived', stretch);
      const [open, closed] = (['open', 'closed'] as const).map(withBlip);
      const away = { from: 75, to: 130 };
      return [
        near('shallow: part that fails for ever', badPart, 0.25, shareWithin(0.25, 12_000)),
        exactly('deep: failed from 30 s after', withBrokenApp('deep').of('users', 'failed', stretch), 0),
        exactly('deep, the database away: servers taken for healthy', open.series('lb', 'healthyTargets')[100], 0),
        near('open: files served all along', open.total('completed.static', away) / open.total('offered.static', away), 1, { by: 0.02 }),
        exactly('closed: anything served', closed.total('completed.static', away) + closed.total('completed.read', away), 0),
        exactly('closed, the database back: served before five good checks', closed.total('completed.static', { from: 130, to: 149 }), 0),
      ];
    },
  },
];
