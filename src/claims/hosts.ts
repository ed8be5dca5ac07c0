/** What a host is short of: processor, memory, disk (S38). */

import type { ScenarioEvent } from '../design/design.ts';
import type { Drawing } from '../library/template.ts';
import { type Claim, exactly, type Finding, near } from './claim.ts';
import { play } from './play.ts';

interface Tier {
  users?: Record<string, number | string>;
  web?: Record<string, number | string>;
  db?: Record<string, number | string> | null;
  workload?: Record<string, number>;
  seconds?: number;
  scenario?: readonly ScenarioEvent[];
}

/** Users, web servers and perhaps a database, one straight behind the other. */
function tier({ users = {}, web = {}, db = null, workload = {}, seconds = 120, scenario }: Tier) {
  const drawing: Drawing = {
    title: 'Hosts',
    seconds,
    nodes: [
      { id: 'users', kind: 'users', at: [0, 0], params: { patienceSeconds: 120, ...users } },
      { id: 'web', kind: 'web-server', at: [240, 0], params: { threads: 10_000, queueLimit: 1_000_000, ...web } },
      ...(db === null ? [] : ([{ id: 'db', kind: 'database', at: [480, 0], params: { replicas: 0, vcpu: 96, ...db } }] as const)),
    ],
    links: [
      ['users', 'web', { retries: 0, timeoutMs: 0, delay: 'none' }],
      ...(db === null ? [] : ([['web', 'db', { timeoutMs: 0, delay: 'none' }]] as const)),
    ],
    workload: { staticShare: 0, writeShare: 0, ...workload },
  };
  return play(drawing, scenario === undefined ? {} : { scenario });
}

/** CPU: rho = arrival rate x service time / processors. */
function processors(): Finding {
  const run = tier({
    users: { ratePerSecond: 480 },
    web: { instances: 2, vcpu: 2, cpuDynamicMs: 5, service: 'exponential', readsPerRequest: 0 },
    seconds: 300,
  });
  return near('CPU of two servers: 480 requests/s x 5 ms / 4 processors', run.mean('web', 'utilization') / 2, 0.6, { share: 0.02 });
}

/** Memory: what the program takes at rest, what it remembers of sessions, and what the requests inside take. */
function memory(): Finding[] {
  const remembering = tier({
    users: { visits: 'sessions', rateFrom: 'rate', ratePerSecond: 300 },
    web: { state: 'stateful', sessionKB: 100, baseMB: 700, readsPerRequest: 0 },
  });
  const last = (run: typeof remembering, metric: string) => run.series('web', metric).at(-1) ?? Number.NaN;
  const held = last(remembering, 'sessionsHeld');
  // everybody who has come stays inside a server that is silent; nobody comes any more
  const silent = tier({
    users: { ratePerSecond: 50 },
    web: { requestMB: 2, baseMB: 700, readsPerRequest: 0 },
    seconds: 60,
    scenario: [
      { at: 10, act: 'hang', node: 'web', instance: null },
      { at: 30, act: 'set-workload', field: 'traffic', value: 0 },
    ],
  });
  const inside = last(silent, 'inside');
  return [
    near(
      'memory of a server: 700 MB at rest + sessions of 100 KB',
      last(remembering, 'memoryMb'),
      700 + held / 10,
      { by: 0.01 },
      { unit: 'MB' },
    ),
    near('… 700 MB at rest + 2 MB for each request in its queue', last(silent, 'memoryMb'), 700 + 2 * inside, { by: 0.01 }, { unit: 'MB' }),
    near('… which are those of 20 s at 50 a second', inside, 1000, { by: 3 * Math.sqrt(1000) }),
  ];
}

/** Disk: two for a write (log and page), one for a read whose page is not in memory. */
function disk(): Finding[] {
  const pages = 1000;
  const inMemory = 250;
  const run = tier({
    users: { ratePerSecond: 500 },
    web: { service: 'none', readsPerRequest: 1, jobShare: 0 },
    db: { bufferMB: (inMemory * 8) / 1024 },
    workload: { writeShare: 20, keys: pages * 8, keySkew: 0 },
    scenario: [{ at: 60, act: 'strike', node: 'db', instance: null, fault: 'disk-full', seconds: 30 }],
  });
  const warm = { from: 10, to: 60 };
  const [reads, brought] = [run.of('db', 'reads', warm), run.of('db', 'diskReads', warm)];
  const missing = 1 - inMemory / pages;
  const full = { from: 61, to: 90 };
  return [
    exactly(
      'disk I/O: writes x (log + page) + reads that memory could not answer',
      run.of('db', 'diskOps'),
      2 * run.of('db', 'writes') + run.of('db', 'diskReads'),
    ),
    near('of equally wanted pages, a quarter in memory: read from disk', brought / reads, missing, {
      by: 3 * Math.sqrt((missing * (1 - missing)) / reads),
    }),
    exactly('disk full: writes that succeed', run.total('completed.write', full), 0),
    exactly('… reads that fail', run.total('failed.read.error', full), 0),
    near('… reads a second that go on', run.of('db', 'reads', full) / 29, 400, { by: 3 * Math.sqrt(400 / 29) }),
  ];
}

export const hosts: readonly Claim[] = [
  {
    id: 'S38',
    says: 'Metrics of a host: processor, memory and disk, each of them short in its own way; a full disk stops writes and not reads',
    shownBy: 'figure-1-19',
    check: () => [processors(), ...memory(), ...disk()],
  },
];
