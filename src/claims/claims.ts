/** All claims, in the order of `ids.ts`. */

import { basics } from './basics.ts';
import { batch } from './batch.ts';
import type { Claim } from './claim.ts';
import { claimIds } from './ids.ts';
import { queues } from './queues.ts';

export const claims: readonly Claim[] = [...basics, ...queues, ...batch].sort((a, b) => claimIds.indexOf(a.id) - claimIds.indexOf(b.id));
