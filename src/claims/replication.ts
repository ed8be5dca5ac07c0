/** Copies of a database: what is lost with the primary (S23), what reads of copies miss (P7), and two primaries at once (P8). */

import type { ScenarioEvent } from '../design/design.ts';
import { exp } from '../engine/math.ts';
import type { PlanAct } from '../engine/plan.ts';
import { workloadParams } from '../engine/plan.ts';
import { readingsOf } from '../engine/readings.ts';
import { type Drawing, draw } from '../library/template.ts';
import { behaviors } from '../nodes/behaviors.ts';
import { compile } from '../runner/compile.ts';
import { runHeadless } from '../runner/headless.ts';
import { atLeast, between, type Claim, exactly, type Finding, near, shareWithin } from './claim.ts';
import { play } from './play.ts';

type Params = NonNullable<Extract<Drawing['nodes'][number], { kind: 'database' }>['params']>;
type People = NonNullable<Extract<Drawing['nodes'][number], { kind: 'users' }>['params']>;

interface Load extends Partial<People> {
  writeShare?: number;
  keys?: number;
  seconds?: number;
}

const quick = { vcpu: 96, service: 'fixed', cpuReadMs: 0.01, cpuWriteMs: 0.01, fsyncMs: 0, replicas: 1 } as const;

const drawn = (db: Params, { writeShare = 100, keys = 100_000, seconds = 60, ...people }: Load): Drawing => ({
  title: 'Copies',
  seconds,
  nodes: [
    { id: 'users', kind: 'users', at: [0, 0], params: { patienceSeconds: 5, ...people } },
    { id: 'web', kind: 'web-server', at: [240, 0], params: { service: 'none', threads: 100_000, queueLimit: 1_000_000, jobShare: 0 } },
    { id: 'db', kind: 'database', at: [480, 0], params: { ...quick, ...db } },
  ],
  links: [
    ['users', 'web', { retries: 0, timeoutMs: 0, delay: 'none' }],
    ['web', 'db', { timeoutMs: 0, delay: 'none' }],
  ],
  workload: { staticShare: 0, writeShare, keys, keySkew: 0 },
});

const copied = (db: Params, load: Load, scenario: readonly ScenarioEvent[] = []) => play(drawn(db, load), { scenario });
const ms = (seconds: number) => seconds * 1000;

function betweenRegions(): Finding[] {
  const crash: ScenarioEvent = { at: 20, act: 'crash', node: 'db', instance: 0 };
  const lost = (ratePerSecond: number, lagMs: number, replication: 'async' | 'sync') =>
    copied({ farReplicas: 1, replication, lagMs, lagForm: 'fixed', failoverSeconds: 5 }, { ratePerSecond }, [crash]);
  const median = (db: Params) => ms(copied(db, { ratePerSecond: 200 }).quantile(0.5, { only: 'write' }));
  const alone = median({ replicas: 0 });
  const cut: ScenarioEvent = { at: 20, act: 'strike', node: 'db', instance: 1, fault: 'cut-off', seconds: 30 };
  const stopped = copied({ farReplicas: 1, replication: 'sync' }, { ratePerSecond: 200 }, [cut]);
  // the domain brief gives the deviation of a Poisson number: 18 for 301
  const async = lost(200, 1500 - 36.5, 'async').of('db', 'lostWrites');
  const quicker = lost(1000, 500 - 36.5, 'async').of('db', 'lostWrites');
  return [
    near('asynchronous, 200 writes/s x 1.5 s behind: lost with the primary', async, 301, { by: 3 * 18 }),
    near('… 1,000 writes/s x 0.5 s', quicker, 501, { by: 3 * Math.sqrt(501) }),
    near('… median of a write beside that without a copy', median({ farReplicas: 1 }) - alone, 0, { by: 0.1 }, { unit: 'ms' }),
    exactly('synchronous: lost', lost(200, 1500, 'sync').of('db', 'lostWrites'), 0),
    near(
      '… median of a write: one round trip more, east to west',
      median({ farReplicas: 1, replication: 'sync' }) - alone,
      73,
      { share: 0.01 },
      { unit: 'ms' },
    ),
    near(
      '… from Seoul to the east of the USA',
      median({ farReplicas: 1, farRttMs: 178, replication: 'sync' }) - alone,
      178,
      { share: 0.01 },
      { unit: 'ms' },
    ),
    exactly('… writes acknowledged while the two do not hear each other', stopped.of('db', 'acknowledgedWrites', { from: 21, to: 50 }), 0),
    near('… a second, once they do', stopped.of('db', 'acknowledgedWrites', { from: 51 }) / 9, 200, { by: 3 * Math.sqrt(200 / 9) }),
  ];
}

const pairs = 2000;

/** One row, written every so often and read a time later, again and again: how often the read is stale. */
function readAfter(lagSeconds: number, delaySeconds: number): number {
  const cycle = 12 * lagSeconds + delaySeconds;
  const instants = Array.from({ length: pairs }, (_, i) => [(i + 1) * cycle, (i + 1) * cycle + delaySeconds]).flat();
  const seconds = (pairs + 1) * cycle;
  const design = draw({
    ...drawn({ lagMs: lagSeconds * 1000, fsyncMs: 0, cpuWriteMs: 0.01 }, { arrivals: 'recorded', keys: 1, writeShare: 0 }),
    seconds: Math.ceil(seconds),
  });
  const { plan } = compile({ ...design, workload: { ...design.workload, recording: { instants, demandsMs: [], name: '' } } });
  if (!plan) throw new Error('cannot run');
  const field = workloadParams.indexOf('writeShare');
  const acts = instants.map((at, i): PlanAct => ({ at: at - delaySeconds / 2, act: 'workload', field, value: i % 2 === 0 ? 100 : 0 }));
  const played = { ...plan, frameSeconds: 1000, acts };
  const { layout, frames, notes } = runHeadless(played, behaviors);
  const run = readingsOf(played, layout, frames, notes);
  return run.of('db', 'staleReads') / run.of('db', 'reads');
}

function behind(): Finding[] {
  const cases = [
    [0.1, 0.05],
    [0.1, 0.5],
    [1, 0.05],
    [1, 0.5],
    [1, 2],
  ] as const;
  const slow = copied({ vcpu: 4, lagMs: 0, cpuWriteMs: 2.5 }, { ratePerSecond: 500, seconds: 60 }).series('db', 'lag', 1);
  const framesIn50 = Math.round((50 / 60) * slow.length);
  const sessions = (db: Params) =>
    copied(
      { replicas: 2, lagMs: 5000, watchSessions: true, ...db },
      {
        visits: 'sessions',
        dynamicPerView: 1,
        staticPerView: 0,
        viewSeconds: 1,
        sessionSeconds: 60,
        ratePerSecond: 100,
        writeShare: 30,
        keys: 20,
        seconds: 120,
      },
    );
  const any = sessions({});
  const versions = sessions({ sessionReads: 'version' });
  const own = sessions({ ownWritesSeconds: 3600 });
  const stuck = sessions({ sessionReads: 'stick' });
  return [
    ...cases.map(([lag, delay]) => {
      const p = exp(-delay / lag);
      return near(
        `lag of ${lag} s in the mean: a read ${delay} s after the write is stale`,
        readAfter(lag, delay),
        p,
        shareWithin(p, pairs),
      );
    }),
    near(
      '500 writes/s where 400 are applied: behind by more each second',
      (slow[framesIn50] - slow[0]) / 50,
      0.2,
      { share: 0.05 },
      { unit: 's' },
    ),
    atLeast('sessions that read from any replica: own writes missed', any.of('db', 'ownWritesMissed'), 20),
    atLeast('… older after newer', any.of('db', 'wentBack'), 20),
    exactly('own writes from the primary: missed', own.of('db', 'ownWritesMissed'), 0),
    exactly('one replica for a session: older after newer', stuck.of('db', 'wentBack'), 0),
    exactly('replicas that have what it saw: older after newer', versions.of('db', 'wentBack'), 0),
    exactly('… own writes missed', versions.of('db', 'ownWritesMissed'), 0),
  ];
}

function twoPrimaries(): Finding[] {
  const cut: ScenarioEvent = { at: 20, act: 'strike', node: 'db', instance: 0, fault: 'cut-off', seconds: 40 };
  const load = { ratePerSecond: 200, keys: 2000, seconds: 80 };
  const partition = { from: 20, to: 60 };
  const both = { from: 30, to: 60 };
  const split = copied({ fencing: false, strayPercent: 30, lagMs: 0, failoverSeconds: 10 }, load, [cut]);
  const old = split.of('db', 'writes', { ...both, instance: 0 });
  const all = split.of('db', 'writes', both);
  const byOld = 1 - exp(-split.of('db', 'writes', { ...partition, instance: 0 }) / 2000);
  const byNew = 1 - exp(-split.of('db', 'writes', { ...partition, instance: 1 }) / 2000);
  const phases = {
    failoverForm: 'phases',
    heartbeatSeconds: 2,
    missedBeats: 3,
    electionSeconds: 1,
    promoteSeconds: 4,
    repointSeconds: 0,
  } as const;
  const fenced = copied({ lagMs: 0, ...phases }, load, [cut]);
  const nobody = copied({ lagMs: 0, autoFailover: false, replication: 'sync' }, load, [cut]);
  const silent = (run: typeof fenced) =>
    run.series('db', 'acknowledgedWrites').filter((count) => count === 0).length * run.plan.frameSeconds;
  const conflicts = 2000 * byOld * byNew;
  return [
    near('without fencing, 40 s apart: writes that only one of the two has', split.of('db', 'divergedWrites'), 200 * 40, {
      by: 3 * Math.sqrt(8000),
    }),
    exactly('… which are all that were made: w_a x T + w_b x T', split.of('db', 'divergedWrites'), split.of('db', 'writes', partition)),
    near('… share of the old one, once there are two', old / all, 0.3, shareWithin(0.3, all)),
    near('… rows that both wrote, of 2,000 that are hit by chance', split.of('db', 'conflicts'), conflicts, {
      by: 3 * Math.sqrt(conflicts),
    }),
    exactly('… of each of these the older last write is gone', split.of('db', 'lostWrites'), split.of('db', 'conflicts')),
    exactly('with fencing: writes that only one of the two has', fenced.of('db', 'divergedWrites'), 0),
    between('… no write is taken until another is primary', silent(fenced), 4, 6, {
      unit: 's',
      derivation: 'election and opening take 5 s; the old primary takes writes until its lease is over, as it cannot know before',
    }),
    near('… lost: what it acknowledged alone until then, 6 s x 200/s', fenced.of('db', 'lostWrites'), 1200, { by: 3 * Math.sqrt(1200) }),
    between('synchronous and nobody takes over: no write for as long as they are apart', silent(nobody), 39, 41, { unit: 's' }),
    exactly('… lost', nobody.of('db', 'lostWrites'), 0),
  ];
}

export const replication: readonly Claim[] = [
  {
    id: 'S23',
    says: 'Data is copied to the other region: asynchronously what is on its way is lost, synchronously every write waits for the ocean',
    shownBy: 'replicas',
    check: betweenRegions,
  },
  {
    id: 'P7',
    says: 'A replica shows what was written with a delay: a read soon after a write is stale with probability e^(-d/L)',
    shownBy: 'replicas',
    check: behind,
  },
  {
    id: 'P8',
    says: 'Cut apart without fencing two primaries take writes that have to be put together; with it some seconds none does',
    shownBy: 'replicas',
    check: twoPrimaries,
  },
];
