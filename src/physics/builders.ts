/** Which builder makes which kind of case. */

import { visitedStation } from './builders/arrivals.ts';
import { balanced, ordered } from './builders/balancing.ts';
import { availability, breakingStation } from './builders/breakdowns.ts';
import { expiring, popularity, replacing, stampede } from './builders/caches.ts';
import { closedRow } from './builders/closed.ts';
import { composed } from './builders/composition.ts';
import { failover } from './builders/failures.ts';
import { forkJoin, scatterGather } from './builders/forks.ts';
import { hedged } from './builders/hedging.ts';
import { evenStation, exactInstants } from './builders/instants.ts';
import { jackson } from './builders/jackson.ts';
import { coldStarting, impatient, polling, ranked } from './builders/lines.ts';
import { changing, fromEmpty } from './builders/moments.ts';
import { paired, tandem } from './builders/networks.ts';
import { consumersDown } from './builders/outages.ts';
import { quorum } from './builders/quorums.ts';
import { replication } from './builders/replication.ts';
import { retries } from './builders/retries.ts';
import { hashRing } from './builders/rings.ts';
import { hotShard, resharding } from './builders/shards.ts';
import { boundedStation, endlessStation, openStation, sampler } from './builders/stations.ts';
import { sticking } from './builders/sticking.ts';
import { CaseError, type ReferenceCase } from './caseFile.ts';
import type { Builder, Experiment } from './experiment.ts';

const builders: Readonly<Record<string, Builder>> = {
  'M/M/1': openStation,
  'M/D/c': openStation,
  'M/G/1': openStation,
  'M/M/c': openStation,
  'GI/M/1': visitedStation,
  'MMPP/M/1': visitedStation,
  'M[X]/M/1': visitedStation,
  'M/G/1-PS': openStation,
  'M/M/c/K': boundedStation,
  'M/G/c/c': boundedStation,
  'M/G/inf': endlessStation,
  sampler: (given) => (given.parameters.has('keys') ? popularity : sampler)(given),
  tandem,
  'common random numbers': paired,
  'LB random': balanced,
  'LB round robin': balanced,
  'LB JSQ': balanced,
  'LB power-of-d': balanced,
  'LB weighted': balanced,
  'LB ordering': ordered,
  'cache LRU': replacing,
  'cache FIFO': replacing,
  'cache RANDOM': replacing,
  'cache LFU': replacing,
  'cache TTL': expiring,
  'cache stampede': stampede,
  'latency composition': composed,
  transient: fromEmpty,
  'non-homogeneous': changing,
  failover,
  replication,
  retries,
  'message queue outage': consumersDown,
  'M/M/1 priority': ranked,
  'M/M/1+D': impatient,
  'M/M/c+M': impatient,
  'M/G/1 vacations': polling,
  'M/G/1 setup': coldStarting,
  'M/M/1 breakdown': breakingStation,
  availability,
  Jackson: jackson,
  'closed network': closedRow,
  'fork-join': forkJoin,
  'scatter-gather': scatterGather,
  hedging: hedged,
  quorum,
  'sticky sessions': sticking,
  'consistent hashing': hashRing,
  'resharding modulo': resharding,
  'hot shard': hotShard,
  'D/D/1': evenStation,
  trace: exactInstants,
};

/** Throws `CaseError` for what the case gets wrong or no part can be set to. */
export function build(given: ReferenceCase): Experiment {
  if (!Object.hasOwn(builders, given.kind))
    throw new CaseError(`case "${given.id}": kind "${given.kind}" is not known; known are ${Object.keys(builders).join(', ')}`);
  return builders[given.kind](given);
}
