/**
 * Four shards at half their capacity, and after a minute one user whom 30 % of all readers want: 30 + 70 / 4 = 47.5 % of everything falls
 * on one shard, whose line grows while the others are idle. "Hot keys" of the router mends it, three ways; the fifth shard is for that.
 */

import { draw, type Template } from './template.ts';

const split = [['router-1', 'hotKeys', 'split']] as const;
const kept = [['router-1', 'hotKeys', 'cache']] as const;
const moved = [['router-1', 'hotKeys', 'dedicated']] as const;
const shards = ['db-1', 'db-2', 'db-3', 'db-4', 'db-5'] as const;

export const celebrity: Template = {
  id: 'celebrity',
  design: draw({
    title: 'A celebrity on one shard',
    nodes: [
      { id: 'users-1', kind: 'users', at: [0, 280], params: { ratePerSecond: 2000, patienceSeconds: 2 } },
      { id: 'web-1', kind: 'web-server', at: [260, 280], params: { vcpu: 32 } },
      { id: 'router-1', kind: 'shard-router', at: [520, 280], params: { shardsInUse: 4 } },
      ...shards.map(
        (id, i) =>
          ({
            id,
            kind: 'database',
            at: [800, i * 140],
            label: `Shard ${i + 1}`,
            params: { replicas: 0, readsFrom: 'primary', service: 'exponential', vcpu: 1, cpuReadMs: 1.08 },
          }) as const,
      ),
    ],
    links: [['users-1', 'web-1'], ['web-1', 'router-1'], ...shards.map((id) => ['router-1', id] as const)],
    workload: { staticShare: 0, writeShare: 0, keys: 100_000, keySkew: 0 },
    seconds: 240,
    scenario: [{ at: 60, act: 'strike', node: 'users-1', instance: null, fault: 'hot-key', value: 30 }],
  }),
  mustShow: [
    { claim: 'Before, each has a quarter', from: 10, to: 55, of: 'db-1', metric: 'utilization', least: 0.5, most: 0.58 },
    {
      claim: 'Then the celebrity’s shard has more than it can do',
      from: 80,
      to: 230,
      of: 'db-1',
      metric: 'utilization',
      least: 0.99,
      most: 1,
    },
    { claim: '… while the others rest', from: 80, to: 230, of: 'db-2', metric: 'utilization', least: 0.34, most: 0.42 },
    {
      claim: '… and its line is full: some are turned away',
      from: 80,
      to: 230,
      of: 'users',
      metric: 'failedShare',
      least: 0.01,
      most: 0.1,
    },
    { claim: '… and those who are not wait a second', from: 80, to: 230, of: 'users', metric: 'p99Ms', least: 800, most: 2200 },
    {
      claim: 'Copied to four shards, it is no matter',
      given: split,
      from: 80,
      to: 230,
      of: 'users',
      metric: 'p99Ms',
      least: 10,
      most: 120,
    },
    { claim: '… nor kept by the router', given: kept, from: 80, to: 230, of: 'db-1', metric: 'utilization', least: 0.35, most: 0.42 },
    { claim: '… nor on a shard of its own', given: moved, from: 80, to: 230, of: 'db-5', metric: 'utilization', least: 0.6, most: 0.7 },
  ],
};
