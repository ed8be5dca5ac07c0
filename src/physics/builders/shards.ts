/** Keys over shards: how many move when there is one shard more, and what a popular key does to the shard that has it. */

import type { Frame, FrameLayout } from '../../engine/frame.ts';
import type { PlanAct } from '../../engine/plan.ts';
import { shardRouterSpec } from '../../nodes/shard-router/spec.ts';
import type { Builder, Row, Steady } from '../experiment.ts';
import { Beyond, type Part, readsOnly, station, users, type Wire, wire } from '../parts.ts';
import { playTo } from '../play.ts';
import { scaleFor } from '../scale.ts';
import type { Window } from '../window.ts';
import { meanIn } from './moments.ts';
import { meanMs, plainServiceOf, poissonRate, timesOf } from './service.ts';
import { longestRun, requireStable, responseMetrics } from './stations.ts';

const mostShards = 256;
/** Positions in the design: users, a web server that only passes on, the router, then the shards. */
const router = 2;
const firstShard = 3;

const passesOn = station({ vcpu: 1024, service: 'none', readsPerRequest: 1 });

function sharded(perSecond: number, params: Part['params'], shards: number, store: Part['params'], workload: Part['params']) {
  const parts: Part[] = [
    users(perSecond),
    passesOn,
    { kind: 'shard-router', params: { strategy: 'modulo', routerCpuMs: 0, ...params } },
    ...Array.from({ length: shards }, (): Part => ({ kind: 'database', params: { replicas: 0, queueLimit: 1_000_000, ...store } })),
  ];
  const wires: Wire[] = [
    { from: 0, to: 1 },
    { from: 1, to: router },
    ...Array.from({ length: shards }, (_, shard) => ({ from: router, to: firstShard + shard })),
  ];
  // rows come after the files, and there is one of those
  return wire(parts, wires, { ...readsOnly, staticFiles: 1, ...workload });
}

const total = (layout: FrameLayout, frames: readonly Frame[], metric: string): number =>
  layout.columns.reduce(
    (sum, column, at) =>
      column.node === router && column.metric === metric ? sum + frames.reduce((all, { values }) => all + values[at], 0) : sum,
    0,
  );

/** The shards change while the run goes on, and rows move until all are where they belong. */
export const resharding: Builder = ({ parameters }) => {
  const before = parameters.count('shards_before', 1, mostShards);
  const after = parameters.count('shards_after', 1, mostShards);
  const keys = parameters.count('keys', 1, 1_000_000);
  const hash = parameters.text('hash');
  if (hash !== 'uniform integer mod N') throw new Beyond(`the hash ${hash}`);
  const seconds = 20;
  const fields = Object.keys(shardRouterSpec.fields);
  const grows: PlanAct = { at: 1, act: 'param', node: router, field: fields.indexOf('shardsInUse'), value: after };
  const design = sharded(
    1,
    { shardKey: 'composite', shardsInUse: before, millionRows: keys / 1e6, migrationMBps: 1000, copyCpuMs: 0 },
    Math.max(before, after),
    { cpuReadMs: 0.01, service: 'fixed' },
    { keys },
  );
  return {
    form: 'replicated',
    design,
    seconds,
    acts: () => [grows],
    play: (run): Row => {
      playTo(run, seconds);
      const frames = run.takeFrames();
      return { moved: total(run.layout, frames, 'movedKeys') / keys };
    },
    metrics: { fraction_moved: meanIn('moved') },
  };
};

/** User ids count from 1, and the first is wanted most. */
export const hotShard: Builder = (given) => {
  const { parameters } = given;
  const rate = poissonRate(parameters);
  const shards = parameters.count('shards', 1, mostShards);
  const service = parameters.part('service');
  const by = parameters.text('shard');
  if (by !== `user_id % ${shards}`) throw new Beyond(`shards by ${by}`);
  const keys = parameters.count('users');
  const skew = parameters.number('zipf_s');
  requireStable(parameters.where, (rate * meanMs(service)) / 1000 / shards);
  const scale = scaleFor(timesOf(service), longestRun(given) / rate);
  const { cpuDynamicMs, ...shape } = plainServiceOf(service, scale);
  const design = sharded(
    rate * scale.k,
    { shardKey: 'user' },
    shards,
    { vcpu: 1, cpuReadMs: cpuDynamicMs, ...shape },
    { keys, keySkew: skew },
  );
  const ms = 1000 * scale.k;
  const loads = (w: Window) => Array.from({ length: shards }, (_, shard) => w.total(firstShard + shard, 'arrived'));
  const hottest = (w: Window) => loads(w).reduce((best, load, shard, all) => (load > all[best] ? shard : best), 0);
  const sum = (counts: ArrayLike<number>) => Array.from(counts).reduce((all, count) => all + count, 0);
  const metrics: Steady['metrics'] = {
    ...responseMetrics(scale),
    ...Object.fromEntries(
      Array.from({ length: shards }, (_, shard) => [`share_shard_${shard}`, ([w]: readonly Window[]) => loads(w)[shard] / sum(loads(w))]),
    ),
    hot_shard_index: ([w]) => hottest(w),
    imbalance_max_over_mean: ([w]) => (Math.max(...loads(w)) * shards) / sum(loads(w)),
    share_of_top_key: ([w]) => w.keys[1] / sum(w.keys),
    utilization_hot: ([w]) => w.level(firstShard + hottest(w), 'utilization'),
    mean_response_hot_ms: ([w]) => w.response(firstShard + hottest(w)) * ms,
  };
  return {
    form: 'steady',
    timeScale: scale.k,
    arms: [{ design, perSecond: rate * scale.k, listen: router, keys: keys + 1 }],
    metrics,
  };
};
