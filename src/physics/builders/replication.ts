/** A primary and its copies: what the copies do not have yet, and what having it costs them. */

import type { PlanAct } from '../../engine/plan.ts';
import type { Values } from '../../schema/fields.ts';
import { sdOf } from '../../statistics/estimate.ts';
import type { Fields } from '../caseFile.ts';
import type { Builder, Replicated, Row, Steady } from '../experiment.ts';
import { Beyond, chain, type Part, readsOnly, station, users, Waiting } from '../parts.ts';
import { playTo } from '../play.ts';
import type { Window } from '../window.ts';
import { crash, meanIn } from './moments.ts';
import { meanMs, poissonRate } from './service.ts';
import { requireStable } from './stations.ts';

/** Places in the design: people, a server that does nothing but ask, and the database. */
const DATABASE = 2;

function behindServer(rate: number, database: Values, workload: Values) {
  const asking = station({ vcpu: 96, service: 'fixed', cpuDynamicMs: 0.01, readsPerRequest: 1 });
  const store: Part = { kind: 'database', params: { queueLimit: 1_000_000, fsyncMs: 0, ...database } };
  return chain([users(rate), asking, store], { ...readsOnly, ...workload });
}

/** A database that costs nothing but the time its writes take to the copies. */
const idleCopies = { vcpu: 96, service: 'fixed', cpuReadMs: 0.01, cpuWriteMs: 0.01 };

/** A lag of each write for itself: a constant one keeps the order, a random one does not. */
function lagOf(lag: Fields): Values {
  const dist = lag.text('dist');
  if (dist === 'exponential') return { lagMs: lag.positive('mean_ms'), lagForm: 'apart' };
  if (dist === 'deterministic') return { lagMs: lag.positive('value_ms'), lagForm: 'fixed' };
  throw new Beyond(`a replication lag of the form ${dist}`);
}

/** Deaths in one run, each long after the one before. */
const deaths = 100;
/** So many lags after a new beginning the number of writes on their way has forgotten that it began with none (e^-9). */
const lagsBetween = 9;

/**
 * Writes that only the dead primary had. The replica takes over a second after the death and the dead one joins it anew, so that the
 * next to die is the other: in a slow time, in which that second is little beside the lag.
 */
const lostWrites = (parameters: Fields): Replicated => {
  const rate = parameters.positive('write_rate_per_s');
  const lag = lagOf(parameters.part('lag'));
  const k = Number(lag.lagMs) / 10_000;
  const lagSeconds = Number(lag.lagMs) / k / 1000;
  const failoverSeconds = 1;
  const cycle = lagsBetween * lagSeconds + 2 * failoverSeconds;
  const at = (trial: number) => (trial + 1) * cycle;
  const died = (trial: number) => crash(at(trial), DATABASE, trial % 2);
  return {
    form: 'replicated',
    timeScale: k,
    trials: deaths,
    design: behindServer(
      rate * k,
      { ...idleCopies, ...lag, lagMs: lagSeconds * 1000, replicas: 1, failoverSeconds },
      { writeShare: 100, keys: 1000 },
    ),
    seconds: at(deaths),
    acts: () =>
      Array.from({ length: deaths }, (_, trial): PlanAct[] => [
        died(trial),
        { ...died(trial), at: at(trial) + 1.5 * failoverSeconds, act: 'recover' },
      ]).flat(),
    play: (run): readonly Row[] => {
      playTo(run, at(deaths));
      const lost = new Array<number>(deaths).fill(0);
      for (const { code, time, value } of run.takeNotes()) if (code === 'writes-lost') lost[Math.floor(time / cycle) - 1] += value;
      return lost.map((count) => ({ lost: count }));
    },
    metrics: {
      mean_lost_writes: meanIn('lost'),
      sd_lost_writes: (rows) => sdOf(rows.map(({ lost }) => lost)),
      prob_no_loss: (rows) => rows.filter(({ lost }) => lost === 0).length / rows.length,
    },
  };
};

/**
 * Who reads what was written an exponential time ago: one row, written at the moments of a Poisson process and read at other moments,
 * each of which finds the newest write as old as such a process forgets, exponentially.
 */
const readsBack = (parameters: Fields): Steady => {
  const delay = parameters.part('read_delay');
  if (delay.text('dist') !== 'exponential') throw new Beyond(`reading back after a time of the form ${delay.text('dist')}`);
  const writes = 1000 / delay.positive('mean_ms');
  // half of the requests are reads
  const design = behindServer(2 * writes, { ...idleCopies, ...lagOf(parameters.part('lag')), replicas: 1 }, { writeShare: 50 });
  return {
    form: 'steady',
    // reads between two writes tell the same twice: a run that is longer by that
    arms: [{ design, perSecond: writes / 3 }],
    metrics: { prob_stale: ([w]) => w.total(DATABASE, 'staleReads') / w.total(DATABASE, 'reads') },
  };
};

/** Reads on the copies, which have to do every write as well. */
const readReplicas = (parameters: Fields): Steady => {
  if (parameters.raw('replicas_apply_writes') !== true) throw new Waiting('replicas that do not apply writes');
  const service = parameters.part('service');
  if (service.text('dist') !== 'exponential') throw new Beyond(`statements of the form ${service.text('dist')}`);
  const rate = poissonRate(parameters);
  const mean = meanMs(service);
  const share = parameters.number('write_fraction', 0, 1);
  const replicas = parameters.count('replicas', 1, 30);
  const perServer = rate * Math.max(share, share + (1 - share) / replicas);
  requireStable(parameters.where, (perServer * mean) / 1000);
  // a slow time, beside which the asking server is quick
  const k = mean / 500;
  const work = { service: 'exponential', cpuReadMs: mean / k, cpuWriteMs: mean / k };
  const design = behindServer(
    rate * k,
    { ...work, vcpu: 1, replicas, lagMs: 0, applyThreads: 1000 },
    { writeShare: share * 100, keys: 1000 },
  );
  const ms = 1000 * k;
  const [read, write] = [1, 2];
  return {
    form: 'steady',
    timeScale: k,
    arms: [{ design, perSecond: rate * k }],
    metrics: {
      utilization_primary: ([w]) => w.levelAt(DATABASE, 0, 'utilization'),
      utilization_replica: ([w]) => meanOverReplicas(w, replicas),
      mean_write_response_ms: ([w]) => w.moments(write).mean * ms,
      mean_read_response_ms: ([w]) => w.moments(read).mean * ms,
      mean_response_ms: ([w]) => w.moments().mean * ms,
    },
  };
};

function meanOverReplicas(w: Window, replicas: number): number {
  let sum = 0;
  for (let i = 1; i <= replicas; i++) sum += w.levelAt(DATABASE, i, 'utilization');
  return sum / replicas;
}

/** `replication` is several things; which one the parameters say. */
export const replication: Builder = ({ parameters }) => {
  if (parameters.has('replicas_apply_writes')) return readReplicas(parameters);
  if (parameters.has('read_delay')) return readsBack(parameters);
  return lostWrites(parameters);
};
