/** What the claims about shards are drawn of: people, a web server that costs nothing, a router and its shards. */

import type { ScenarioEvent } from '../design/design.ts';
import type { Readings } from '../engine/readings.ts';
import { readingsOf } from '../engine/readings.ts';
import { type ShardsView, unpackShards } from '../engine/shardView.ts';
import { type Drawing, draw } from '../library/template.ts';
import { behaviors } from '../nodes/behaviors.ts';
import { compile } from '../runner/compile.ts';
import { runHeadless } from '../runner/headless.ts';

type ParamsOf<K> = NonNullable<Extract<Drawing['nodes'][number], { kind: K }>['params']>;
type LinkParams = NonNullable<Drawing['links'][number][2]>;

export interface ShardTier {
  shards?: number;
  ratePerSecond?: number;
  router?: ParamsOf<'shard-router'>;
  db?: ParamsOf<'database'>;
  /** Of one shard, by number. */
  odd?: Readonly<Record<number, ParamsOf<'database'>>>;
  workload?: Drawing['workload'];
  seconds?: number;
  /** Of the wires from the router to the shards. */
  wire?: LinkParams;
  /** Before the names of the shards, by which they stand on a ring. */
  name?: string;
  /** Further populations beside the first. */
  others?: readonly ParamsOf<'users'>[];
  users?: ParamsOf<'users'>;
  scenario?: readonly ScenarioEvent[];
  seed?: string;
  /** Before the router, with room for all rows. */
  cache?: ParamsOf<'cache'>;
  /** Seconds of a frame; 1 unless told otherwise. */
  frameSeconds?: number;
}

export interface ShardRun {
  run: Readings;
  /** What the router's panel shows at the end. */
  view: ShardsView;
  /** Shares of the calls that reached each shard. */
  shares(metric?: string, from?: number): number[];
}

const free = { timeoutMs: 0, delay: 'none' } as const;

export function playShards(tier: ShardTier): ShardRun {
  const { shards = 4, ratePerSecond = 1000, router, db, odd = {}, workload, seconds = 30, wire, name = 's', scenario = [] } = tier;
  const ids = Array.from({ length: shards }, (_, i) => `${name}${i}`);
  const sources = ['users', ...(tier.others ?? []).map((_, i) => `others-${i}`)];
  const design = draw({
    title: 'Shards',
    seconds,
    nodes: [
      ...sources.map((id, i) => {
        const params = { ratePerSecond, patienceSeconds: 60, ...(i === 0 ? tier.users : tier.others?.[i - 1]) };
        return { id, kind: 'users', at: [0, i * 140], params } as const;
      }),
      {
        id: 'web',
        kind: 'web-server',
        at: [240, 0],
        params: { vcpu: 1024, service: 'none', threads: 10_000, queueLimit: 1_000_000 },
      },
      { id: 'router', kind: 'shard-router', at: [480, 0], params: { routerCpuMs: 0, millionRows: 0.001, ...router } },
      ...(tier.cache
        ? [
            {
              id: 'cache',
              kind: 'cache',
              at: [480, 140],
              params: { serviceMs: 0, ttlSeconds: 0, capacityKeys: 1_000_000, ...tier.cache },
            } as const,
          ]
        : []),
      ...ids.map((id, i) => {
        const params = { replicas: 0, readsFrom: 'primary', vcpu: 96, service: 'exponential', ...db, ...odd[i] } as const;
        return { id, kind: 'database', at: [760, i * 140], params } as const;
      }),
    ],
    links: [
      ...sources.map((id) => [id, 'web', free] as const),
      ['web', 'router', free],
      ...(tier.cache ? [['web', 'cache', free] as const] : []),
      ...ids.map((id) => ['router', id, { ...free, ...wire }] as const),
    ],
    workload: { staticShare: 0, writeShare: 0, keys: 40_000, keySkew: 0, ...workload },
    scenario,
  });
  const { plan, problems } = compile({ ...design, seed: tier.seed ?? design.seed });
  if (plan === null) throw new Error(`cannot run: ${problems.map(({ code }) => code).join(', ')}`);
  const played = { ...plan, frameSeconds: tier.frameSeconds ?? plan.frameSeconds };
  const { layout, frames, notes, shows } = runHeadless(played, behaviors);
  const run = readingsOf(played, layout, frames, notes);
  const node = plan.nodes.findIndex(({ id }) => id === 'router');
  const shown = shows.find((each) => each.node === node);
  if (!shown) throw new Error('the router shows nothing');
  return {
    run,
    view: unpackShards(shown.numbers),
    shares: (metric = 'arrived', from = 0) => {
      const counts = ids.map((id) => run.of(id, metric, { from }));
      const sum = counts.reduce((all, count) => all + count, 0);
      return counts.map((count) => count / sum);
    },
  };
}

/** Another number of shards from a moment on. */
export const inUse = (at: number, value: number): ScenarioEvent => ({ at, act: 'set', node: 'router', field: 'shardsInUse', value });

/** One row is wanted by so many of a population's requests from a moment on. */
export const wanted = (at: number, percent: number, node = 'users'): ScenarioEvent => ({
  at,
  act: 'strike',
  node,
  instance: null,
  fault: 'hot-key',
  value: percent,
});

export const meanOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
