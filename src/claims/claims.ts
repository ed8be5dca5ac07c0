/** All claims, in the order of `ids.ts`. */

import { basics } from './basics.ts';
import type { Claim } from './claim.ts';
import { claimIds } from './ids.ts';

export const claims: readonly Claim[] = [...basics].sort((a, b) => claimIds.indexOf(a.id) - claimIds.indexOf(b.id));
