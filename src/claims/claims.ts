/** All claims, in the order of `ids.ts`. */

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
import { hosts } from './hosts.ts';
import { claimIds } from './ids.ts';
import { observing } from './observing.ts';
import { overload } from './overload.ts';
import { queues } from './queues.ts';
import { retries } from './retries.ts';
import { sessions } from './sessions.ts';
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
  ...growing,
].sort((a, b) => claimIds.indexOf(a.id) - claimIds.indexOf(b.id));
