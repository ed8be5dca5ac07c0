/** Kinds of case that belong together, in the order in which one would teach them. */

export const families = [
  'oneServer',
  'manyServers',
  'limits',
  'disciplines',
  'networks',
  'parallel',
  'balancing',
  'caches',
  'sharding',
  'failures',
  'data',
  'retries',
  'latency',
  'change',
  'basics',
] as const;

export type Family = (typeof families)[number];

const kindsOf: Readonly<Record<Family, readonly string[]>> = {
  oneServer: ['M/M/1', 'M/G/1', 'GI/M/1', 'MMPP/M/1', 'M[X]/M/1', 'M/G/1 vacations', 'M/G/1 setup'],
  manyServers: ['M/M/c', 'M/D/c', 'M/G/inf'],
  limits: ['M/M/c/K', 'M/G/c/c', 'M/M/c+M', 'M/M/1+D'],
  disciplines: ['M/G/1-PS', 'M/M/1 priority'],
  networks: ['tandem', 'Jackson', 'closed network'],
  parallel: ['fork-join', 'scatter-gather', 'hedging', 'quorum'],
  balancing: ['LB random', 'LB round robin', 'LB JSQ', 'LB power-of-d', 'LB weighted', 'LB ordering', 'sticky sessions'],
  caches: ['cache LRU', 'cache FIFO', 'cache RANDOM', 'cache LFU', 'cache TTL', 'cache stampede'],
  sharding: ['consistent hashing', 'resharding modulo', 'hot shard'],
  failures: ['M/M/1 breakdown', 'availability', 'failover'],
  data: ['replication', 'message queue outage'],
  retries: ['retries'],
  latency: ['latency composition'],
  change: ['transient', 'non-homogeneous'],
  basics: ['sampler', 'D/D/1', 'trace', 'common random numbers'],
};

const familyOfKind = new Map(families.flatMap((family) => kindsOf[family].map((kind) => [kind, family] as const)));

/** What is new stands with the basics until somebody gives it a place. */
export const familyOf = (kind: string): Family => familyOfKind.get(kind) ?? 'basics';

/** Whether somebody gave this kind of case a place. */
export const isInFamily = (kind: string): boolean => familyOfKind.has(kind);
