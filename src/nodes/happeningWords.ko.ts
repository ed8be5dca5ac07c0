/** What parts go through, in Korean. Fetched with the timeline. */

import { cacheHappeningsKo } from './cache/happenings.ko.ts';
import { cdnHappeningsKo } from './cdn/happenings.ko.ts';

export const happeningWordsKo = { cache: cacheHappeningsKo, cdn: cdnHappeningsKo } as const;
