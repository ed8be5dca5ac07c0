import type { KindText } from '../kindText.ts';

const strategies: Readonly<Record<string, string>> = {
  modulo: 'key % shards',
  range: 'by range',
  ring: 'hash ring',
  directory: 'directory',
};

export const shardRouterEn: KindText = {
  name: 'Shard router',
  what: 'Finds the store that has a row',
  summary: (p) => strategies[String(p.strategy)],
};
