/** Who remembers the users: servers by themselves, or a store that they ask (domain 1.2). */

import type { ScenarioEvent } from '../design/design.ts';
import type { Readings } from '../engine/readings.ts';
import type { Drawing } from '../library/template.ts';
import { atMost, between, type Claim, exactly, near, shareWithin } from './claim.ts';
import { play } from './play.ts';

interface Tier {
  people?: number;
  viewSeconds?: number;
  servers?: number;
  stateful?: boolean;
  store?: Partial<NonNullable<Extract<Drawing['nodes'][number], { kind: 'session-store' }>['params']>>;
  seconds?: number;
  scenario?: readonly ScenarioEvent[];
}

/** People in sessions without end, a balancer that deals by lot, servers, and a session store where one is asked for. */
function tier({ people = 2000, viewSeconds = 20, servers = 4, stateful = false, store, seconds = 300, scenario }: Tier): Readings {
  const drawing: Drawing = {
    title: 'Who remembers',
    seconds,
    nodes: [
      {
        id: 'users',
        kind: 'users',
        at: [0, 0],
        params: {
          visits: 'sessions',
          loop: 'closed',
          people,
          viewSeconds,
          sessionSeconds: 86_400,
          dynamicPerView: 1,
          staticPerView: 0,
          leaveShare: 0,
          patienceSeconds: 10,
        },
      },
      { id: 'lb', kind: 'load-balancer', at: [240, 0], params: { algorithm: 'random', cpuMs: 0, checkSeconds: 5, unhealthyAfter: 2 } },
      {
        id: 'web',
        kind: 'web-server',
        at: [480, 0],
        params: { instances: servers, vcpu: 16, service: 'fixed', state: stateful ? 'stateful' : 'stateless' },
      },
      ...(store
        ? [{ id: 'store', kind: 'session-store' as const, at: [720, 0] as const, params: { service: 'fixed' as const, ...store } }]
        : []),
    ],
    links: [
      ['users', 'lb', { retries: 0, timeoutMs: 0, delay: 'none' }],
      ['lb', 'web', { timeoutMs: 0, delay: 'none' }],
      ...(store ? [['web', 'store', { timeoutMs: 1000, delay: 'fixed', rttMs: 0.5 }] as const] : []),
    ],
    workload: { staticShare: 0, writeShare: 0 },
  };
  return play(drawing, { scenario: scenario ?? [] });
}

const crash = (at: number, node: string, instance: number | null): ScenarioEvent => ({ at, act: 'crash', node, instance });
const recover = (at: number, node: string, instance: number | null): ScenarioEvent => ({ at, act: 'recover', node, instance });

/** Mean milliseconds from asking for a page to having it, once everybody is known. */
function pageMs(run: Readings): number {
  const seconds = run.series('users', 'pageSeconds').slice(150);
  return (1000 * seconds.reduce((sum, each) => sum + each, 0)) / seconds.length;
}

export const sessions: readonly Claim[] = [
  {
    id: 'S07',
    says: 'To scale out, state has to leave the web tier: without stickiness all but one in N requests come to a server that does not know the session',
    shownBy: 'stateful-tier',
    check: () =>
      [2, 4, 8].map((servers) => {
        const run = tier({ servers, stateful: true });
        // everybody's first page finds nobody who could know him
        const asked = run.total('completed.read') - 2000;
        const share = 1 - 1 / servers;
        return near(
          `of ${servers} servers, share that has to log in again`,
          run.of('web', 'lostSessions') / asked,
          share,
          shareWithin(share, asked),
        );
      }),
  },
  {
    id: 'S08',
    says: 'State is kept in a store and fetched when needed: one round trip more per request, and servers may die',
    shownBy: 'stateless-tier',
    check: () => {
      const bare = pageMs(tier({}));
      const killed = tier({ store: {}, scenario: [crash(100, 'web', 0)] });
      const wiped = tier({ store: { replicas: 0 }, seconds: 500, scenario: [crash(200.5, 'store', null), recover(202.5, 'store', null)] });
      return [
        near('added by a store in memory', pageMs(tier({ store: { keptIn: 'memory' } })) - bare, 0.6, { by: 0.02 }, { unit: 'ms' }),
        near(
          'added by rows of a relational store',
          pageMs(tier({ store: { keptIn: 'relational' } })) - bare,
          1,
          { by: 0.02 },
          { unit: 'ms' },
        ),
        exactly('sessions lost when a web server dies', killed.of('store', 'lostSessions') + killed.of('users', 'relogins'), 0),
        near('share of sessions lost when a store in memory without a copy dies', wiped.of('users', 'relogins') / 2000, 1, { share: 0.02 }),
      ];
    },
  },
  {
    id: 'S09',
    says: 'A stateful server remembers its clients: 10,000 sessions of 10 KB',
    shownBy: 'stateful-tier',
    check: () => {
      const names = ['web-1', 'web-2', 'web-3', 'web-4'];
      // each session goes to one of four servers, by its own number
      const run = play({
        title: 'Four servers that remember',
        seconds: 400,
        nodes: [
          {
            id: 'users',
            kind: 'users',
            at: [0, 0],
            params: {
              visits: 'sessions',
              loop: 'closed',
              people: 10_000,
              viewSeconds: 40,
              sessionSeconds: 86_400,
              dynamicPerView: 1,
              staticPerView: 0,
            },
          },
          ...names.map((id, i) => ({
            id,
            kind: 'web-server' as const,
            at: [240, 100 * i] as const,
            params: { state: 'stateful' as const, vcpu: 16 },
          })),
        ],
        links: names.map((id) => ['users', id, { retries: 0, timeoutMs: 0, delay: 'none' }] as const),
        workload: { staticShare: 0, writeShare: 0 },
      });
      const memory = names.map((name) => run.series(name, 'sessionMB').at(-1) ?? 0);
      const derivation =
        'Sessions dealt by lot: 10,000 over 4 servers are 2,500 with a standard deviation of sqrt(10,000 x 1/4 x 3/4) = 43, 1.7 %; three of them are 5.2 %. Exactly equal parts come only of dealing in turns.';
      return [
        near(
          'memory of all sessions',
          memory.reduce((a, b) => a + b, 0),
          100,
          { share: 0.02 },
          { unit: 'MB' },
        ),
        ...memory.map((each, i) => near(`memory of server ${i + 1}`, each, 25, { share: 0.052 }, { unit: 'MB', derivation })),
        exactly(
          'sessions lost',
          names.reduce((sum, name) => sum + run.of(name, 'lostSessions'), 0),
          0,
        ),
      ];
    },
  },
  {
    id: 'S14',
    says: 'Stateless: state lives in a shared store. No session is lost with a server, a new one takes its share at once, and the store is what must not fail',
    shownBy: 'stateless-tier',
    check: () => {
      const killed = tier({ store: {}, scenario: [crash(100, 'web', 0)] });
      const grown = tier({ store: {}, scenario: [{ at: 100, act: 'set', node: 'web', field: 'instances', value: 5 }] });
      const all = grown.of('web', 'arrived', { from: 110 });
      const failed = tier({ store: { replicas: 1 }, scenario: [crash(100.5, 'store', 0)] });
      const series = failed.series('users', 'failed');
      const first = series.findIndex((count) => count > 0);
      const last = series.findLastIndex((count) => count > 0);
      return [
        exactly('sessions lost when 1 of 4 servers dies', killed.of('users', 'relogins'), 0),
        near('share of the fifth server, from 10 s after it came', grown.of('web', 'arrived', { from: 110, instance: 4 }) / all, 0.2, {
          by: 0.01,
        }),
        between('seconds in which nobody can log in while the store has no primary', last - first + 1, 30, 35, { unit: 's' }),
        atMost('sessions lost by the promotion', failed.of('store', 'wiped'), 5),
      ];
    },
  },
];
