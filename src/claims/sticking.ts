/** Sessions that stick to servers: who goes where, and what happens when servers come and go (domain S10, S13). */

import type { ScenarioEvent } from '../design/design.ts';
import { exp } from '../engine/math.ts';
import type { Readings } from '../engine/readings.ts';
import type { Drawing } from '../library/template.ts';
import { atMost, type Claim, exactly, type Finding, near, shareWithin } from './claim.ts';
import { play } from './play.ts';

type Params<K> = NonNullable<Extract<Drawing['nodes'][number], { kind: K }>['params']>;

interface Tier {
  people: number;
  /** Mean seconds between two pages, and of a session. */
  viewSeconds: number;
  sessionSeconds?: number;
  lb: Params<'load-balancer'>;
  seconds: number;
  scenario: readonly ScenarioEvent[];
}

/** So many people in sessions at any time, and four servers that remember in their own memory whom they have seen. */
const tier = ({ people, viewSeconds, sessionSeconds = 86_400, lb, seconds, scenario }: Tier): Readings =>
  play(
    {
      title: 'Sessions that stick',
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
            sessionSeconds,
            dynamicPerView: 1,
            staticPerView: 0,
            leaveShare: 0,
          },
        },
        { id: 'lb', kind: 'load-balancer', at: [240, 0], params: { cpuMs: 0, checkSeconds: 1, checkTimeoutSeconds: 0.5, ...lb } },
        {
          id: 'web',
          kind: 'web-server',
          at: [480, 0],
          params: {
            instances: 4,
            vcpu: 512,
            service: 'fixed',
            state: 'stateful',
            readsPerRequest: 0,
            bootsByHand: true,
            bootSeconds: 0,
            warmupSeconds: 0,
            drainSeconds: 0,
          },
        },
      ],
      links: [
        ['users', 'lb', { retries: 0, timeoutMs: 0, delay: 'none' }],
        ['lb', 'web', { timeoutMs: 0, delay: 'none' }],
      ],
      workload: { staticShare: 0, writeShare: 0 },
    },
    { scenario },
  );

const cookie = { algorithm: 'random', sticky: 'cookie' } as const;
const crash = (at: number): ScenarioEvent => ({ at, act: 'crash', node: 'web', instance: 3, factor: 1 });
const servers = (at: number, value: number): ScenarioEvent => ({ at, act: 'set', node: 'web', field: 'instances', value });

/** Everybody has asked often before the server dies, and often after. @returns moves of sessions before, and later than that */
const untilItDies = (lb: Params<'load-balancer'>, name: string): Finding[] => {
  const run = tier({ people: 2000, viewSeconds: 5, lb, seconds: 220, scenario: [crash(100)] });
  const before = { to: 100 };
  const there = run.series('web', 'sessionsHeld', 3)[99];
  return [
    exactly(`${name}: pages that came to a server that did not know them, while all live`, run.of('web', 'lostSessions', before), 0),
    exactly('… sessions that moved', run.of('lb', 'movedSessions', before), 0),
    exactly('… sessions of the server that dies, less those that move then', there - run.of('lb', 'movedSessions', { from: 100 }), 0),
    exactly('… which all moved once: lost sessions, less those', run.of('web', 'lostSessions') - there, 0),
  ];
};

const stays: Claim = {
  id: 'S10',
  says: 'With stickiness all of a user’s requests reach one and the same server, until that server dies',
  shownBy: 'stateful-tier',
  check: () => [...untilItDies(cookie, 'cookie'), ...untilItDies({ algorithm: 'round-robin', sticky: 'address' }, 'table of addresses')],
};

/** People who stay ten minutes on average, and a fifth server from second 60 on. @returns its part of the pages around that time after */
const newcomer = (): Finding[] => {
  const [people, viewSeconds, cameAt] = [10_000, 10, 100];
  const further = 600 / viewSeconds;
  const run = tier({
    people,
    viewSeconds,
    sessionSeconds: 600,
    lb: cookie,
    seconds: cameAt + 1820,
    scenario: [servers(cameAt, 5)],
  });
  const derivation =
    'The 1.9, 7.9 and 19 % stated are a fifth of the sessions that are younger than the server, (1 - exp(-t / 600)) / 5. A session here has 1 + 60 pages, and its first page is dealt at once however young the server is: (1 + 60 (1 - exp(-t / 600))) / 61 / 5.';
  return [60, 300, 1800].map((after) => {
    const around = { from: cameAt + after - 15, to: cameAt + after + 15 };
    const part = run.of('web', 'arrived', { ...around, instance: 4 }) / run.of('web', 'arrived', around);
    const ideal = (1 + further * (1 - exp(-after / 600))) / (1 + further) / 5;
    return near(`fifth server, ${after} s after it came: part of the pages`, part, ideal, shareWithin(ideal, people), { derivation });
  });
};

/** Sessions without end, a fifth server. @returns the part of the sessions that comes to a server that does not know them */
const lostByHash = (algorithm: 'ip-hash' | 'consistent-hash'): number => {
  const people = 10_000;
  const run = tier({ people, viewSeconds: 5, lb: { algorithm }, seconds: 120, scenario: [servers(50, 5)] });
  return run.of('users', 'relogins') / people;
};

/** Standard deviation of one server's part of a ring: Beta(v, 4 v) for v points on each of five. */
const ringSpread = Math.sqrt((0.2 * 0.8) / (5 * 160 + 1));

const leaving = (): Finding => {
  const [people, viewSeconds, mean] = [10_000, 5, 600];
  const run = tier({
    people,
    viewSeconds,
    sessionSeconds: mean,
    lb: { ...cookie, drainSeconds: 300 },
    seconds: 480,
    scenario: [servers(60, 3)],
  });
  const cut = run.of('users', 'relogins') / (people / 4);
  return near('a server leaves, 300 s of draining: part of its sessions that are cut all the same', cut, exp(-0.5), {
    by: 3 * Math.sqrt((exp(-0.5) * (1 - exp(-0.5))) / (people / 4)),
  });
};

const comingAndGoing: Claim = {
  id: 'S13',
  says: 'With sticky sessions servers are hard to add and to take away: a new one fills as slowly as sessions end, one that leaves cuts them off',
  shownBy: 'stateful-tier',
  isLong: true,
  check: () => {
    const killed = tier({ people: 10_000, viewSeconds: 5, lb: cookie, seconds: 120, scenario: [crash(60)] });
    const patient = tier({
      people: 2000,
      viewSeconds: 5,
      sessionSeconds: 60,
      lb: { ...cookie, drainSeconds: 900 },
      seconds: 1000,
      scenario: [servers(60, 3)],
    });
    return [
      ...newcomer(),
      near('address modulo 5 instead of 4: part of the sessions lost at once', lostByHash('ip-hash'), 0.8, shareWithin(0.8, 10_000)),
      near('on a ring', lostByHash('consistent-hash'), 0.2, { by: 3 * ringSpread }),
      near('1 of 4 killed, of 10,000 sessions: lost', killed.of('users', 'relogins'), 2500, { by: 130 }),
      leaving(),
      atMost('… sessions of a minute, 15 minutes of draining: cut', patient.of('users', 'relogins'), 0),
    ];
  },
};

export const sticking: readonly Claim[] = [stays, comingAndGoing];
