import type { ForeignNames } from '../foreign.ts';

export const shardRouterForeign: ForeignNames = {
  software: ['vitess', 'mongos', 'proxysql', 'citus'],
  words: ['shard router', 'sharding', 'shards', 'query router', '샤드'],
};
