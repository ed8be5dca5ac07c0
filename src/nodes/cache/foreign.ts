import type { ForeignNames } from '../foreign.ts';

export const cacheForeign: ForeignNames = {
  software: ['redis', 'memcached', 'valkey', 'keydb', 'dragonfly', 'hazelcast', 'elasticache'],
  words: ['cache', 'in-memory', '캐시'],
};
