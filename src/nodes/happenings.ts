/** Kind -> what its parts go through that only their numbers show. A kind without a line here has nothing of the sort. */

import { cacheHappenings } from './cache/happenings.ts';
import { cdnHappenings } from './cdn/happenings.ts';

export const happenings = { cache: cacheHappenings, cdn: cdnHappenings } as const;
