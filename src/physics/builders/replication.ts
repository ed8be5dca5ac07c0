/** A primary and its copies: what the copies do not have yet, and what having it costs them. */

import type { Values } from '../../schema/fields.ts';
import { sdOf } from '../../statistics/estimate.ts';
import type { Fields } from '../caseFile.ts';
import type { Builder, Replicated, Row, Steady } from '../experiment.ts';
import { chain, type Part, readsOnly, station, users, Waiting } from '../parts.ts';
import { playTo } from '../play.ts';
import type { Window } from '../window.ts';
import { counted } from './failures.ts';
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
  throw new Waiting(`a replication lag of the form ${dist}`);
}

/** Writes that only the dead primary had. */
const lostWrites = (parameters: Fields): Replicated => {
  const rate = parameters.positive('write_rate_per_s');
  const lag = lagOf(parameters.part('lag'));
  // long enough for the number on the way to have forgotten that it began with none
  const at = 0.5 + (12 * Number(lag.lagMs)) / 1000;
  const seconds = at + 1.1;
  return {
    form: 'replicated',
    design: behindServer(rate, { ...idleCopies, ...lag, replicas: 1, failoverSeconds: 1 }, { writeShare: 100, keys: 1000 }),
    seconds,
    acts: () => [crash(at, DATABASE)],
    play: (run): Row => {
      playTo(run, seconds);
      return { lost: counted(run, 'lostWrites') };
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
  if (delay.text('dist') !== 'exponential') throw new Waiting(`reading back after a time of the form ${delay.text('dist')}`);
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
  if (service.text('dist') !== 'exponential') throw new Waiting(`statements of the form ${service.text('dist')}`);
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
