/** Which builder makes which kind of case; kinds that need a part the product lacks, with what that is. */

import { balanced, ordered } from './builders/balancing.ts';
import { composed, expiring, replacing, stampede } from './builders/caches.ts';
import { failover, replication } from './builders/failures.ts';
import { changing, fromEmpty } from './builders/moments.ts';
import { paired, tandem } from './builders/networks.ts';
import { consumersDown, retries } from './builders/outages.ts';
import { boundedStation, endlessStation, openStation, sampler } from './builders/stations.ts';
import { CaseError, type ReferenceCase } from './caseFile.ts';
import type { Builder, Experiment } from './experiment.ts';
import { Waiting } from './parts.ts';

const lacking =
  (what: string): Builder =>
  () => {
    throw new Waiting(what);
  };

const builders: Readonly<Record<string, Builder>> = {
  'M/M/1': openStation,
  'M/D/c': openStation,
  'M/G/1': openStation,
  'M/M/c': openStation,
  'GI/M/1': openStation,
  'MMPP/M/1': openStation,
  'M[X]/M/1': openStation,
  'M/G/1-PS': openStation,
  'M/M/c/K': boundedStation,
  'M/G/c/c': boundedStation,
  'M/G/inf': endlessStation,
  sampler,
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
  'M/M/1 priority': lacking('classes of priority'),
  'M/M/1+D': lacking('a queue timeout at the server'),
  'M/M/c+M': lacking('requests that leave the line when patience ends'),
  'M/G/1 vacations': lacking('consumers that poll'),
  'M/G/1 setup': lacking('cold starts'),
  'M/M/1 breakdown': lacking('breakdowns on a random schedule, work resumed after repair'),
  availability: lacking('breakdowns on a random schedule'),
  Jackson: lacking('routing by chance between stations'),
  'closed network': lacking('a fixed number of users who think between requests'),
  'fork-join': lacking('parallel calls'),
  'scatter-gather': lacking('parallel calls'),
  hedging: lacking('hedged requests'),
  quorum: lacking('quorum writes'),
  'sticky sessions': lacking('sticky sessions'),
  'consistent hashing': lacking('a hash ring'),
  'resharding modulo': lacking('shards by modulo of the key'),
  'hot shard': lacking('shards by modulo of the key'),
  'D/D/1': lacking('arrivals of the form constant'),
  trace: lacking('arrivals and services at given instants'),
};

/** Throws `Waiting` for what the product lacks, `CaseError` for what the case gets wrong. */
export function build(given: ReferenceCase): Experiment {
  if (!Object.hasOwn(builders, given.kind))
    throw new CaseError(`case "${given.id}": kind "${given.kind}" is not known; known are ${Object.keys(builders).join(', ')}`);
  return builders[given.kind](given);
}
