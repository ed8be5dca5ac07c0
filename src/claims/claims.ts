/** All claims, in the order of `ids.ts`. */

import { activeActive } from './activeActive.ts';
import { automation } from './automation.ts';
import { balancing, checking } from './balancing.ts';
import { basics } from './basics.ts';
import { batch } from './batch.ts';
import { business } from './business.ts';
import { caching } from './caching.ts';
import { growing } from './campaign.ts';
import { cascades } from './cascades.ts';
import { cdn } from './cdn.ts';
import type { Claim } from './claim.ts';
import { databases } from './databases.ts';
import { drills } from './drills.ts';
import { limiting } from './gateway.ts';
import { hosts } from './hosts.ts';
import { hotShards } from './hotShards.ts';
import { claimIds } from './ids.ts';
import { observing } from './observing.ts';
import { overload } from './overload.ts';
import { queues } from './queues.ts';
import { regions } from './regions.ts';
import { replication } from './replication.ts';
import { retries } from './retries.ts';
import { sessions } from './sessions.ts';
import { sharding } from './sharding.ts';
import { siblings } from './siblings.ts';
import { siteFailover } from './siteFailover.ts';
import { sticking } from './sticking.ts';
import { workload } from './workload.ts';

export const claims: readonly Claim[] = [
  ...basics,
  ...queues,
  ...batch,
  ...caching,
  ...cdn,
  ...automation,
  ...sessions,
  ...workload,
  ...business,
  ...observing,
  ...hosts,
  ...balancing,
  ...checking,
  ...retries,
  ...overload,
  ...cascades,
  ...sticking,
  ...sharding,
  ...hotShards,
  ...growing,
  ...limiting,
  ...databases,
  ...replication,
  ...activeActive,
  ...siblings,
  ...regions,
  ...siteFailover,
  ...drills,
].sort((a, b) => claimIds.indexOf(a.id) - claimIds.indexOf(b.id));
