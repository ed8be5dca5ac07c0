/**
 * Rows of a million users over four shards by user number, more writes than one database can take. After two minutes a fifth shard joins:
 * by the remainder of a number four fifths of all rows move, at 50 MB a second, while everybody goes on asking. Try the ring instead.
 */

import { draw, type Template } from './template.ts';

const alone = [['router-1', 'shardsInUse', 1]] as const;
const shards = ['db-1', 'db-2', 'db-3', 'db-4', 'db-5'] as const;

export const sharded: Template = {
  id: 'sharded',
  design: draw({
    title: 'Four shards and a fifth',
    nodes: [
      { id: 'users-1', kind: 'users', at: [0, 280], params: { ratePerSecond: 2400 } },
      { id: 'web-1', kind: 'web-server', at: [260, 280], params: { vcpu: 32 } },
      { id: 'router-1', kind: 'shard-router', at: [520, 280], params: { shardsInUse: 4, millionRows: 10 } },
      ...shards.map(
        (id, i) =>
          ({
            id,
            kind: 'database',
            at: [800, i * 140],
            label: `Shard ${i + 1}`,
            params: { replicas: 0, readsFrom: 'primary', service: 'exponential', dataGB: i < 4 ? 2.5 : 0 },
          }) as const,
      ),
    ],
    links: [['users-1', 'web-1'], ['web-1', 'router-1'], ...shards.map((id) => ['router-1', id] as const)],
    workload: { staticShare: 0, writeShare: 50, feedShare: 2, keys: 100_000, keySkew: 0.5 },
    seconds: 360,
    scenario: [{ at: 120, act: 'set', node: 'router-1', field: 'shardsInUse', value: 5 }],
  }),
  mustShow: [
    { claim: 'One database cannot take it', given: alone, from: 20, to: 110, of: 'db-1', metric: 'utilization', least: 0.98, most: 1 },
    { claim: '… and turns away', given: alone, from: 20, to: 110, of: 'users', metric: 'failedShare', least: 0.05, most: 0.9 },
    { claim: 'Four share it', from: 20, to: 110, of: 'db-1', metric: 'utilization', least: 0.25, most: 0.42 },
    { claim: '… and nobody fails', from: 20, to: 110, of: 'users', metric: 'failedShare', least: 0, most: 0.0005 },
    {
      claim: 'While rows move, the shards also work for that',
      from: 122,
      to: 150,
      of: 'db-1',
      metric: 'utilization',
      least: 0.36,
      most: 0.7,
    },
    { claim: '… and nobody fails', from: 122, to: 150, of: 'users', metric: 'failedShare', least: 0, most: 0.0005 },
    { claim: 'In the end five share it', from: 260, to: 350, of: 'db-5', metric: 'utilization', least: 0.18, most: 0.36 },
  ],
};
