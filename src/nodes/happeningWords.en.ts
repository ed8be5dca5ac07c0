/** What parts go through, in English. Fetched with the timeline. */

import { cacheHappeningsEn } from './cache/happenings.en.ts';
import { cdnHappeningsEn } from './cdn/happenings.en.ts';

export const happeningWordsEn = { cache: cacheHappeningsEn, cdn: cdnHappeningsEn } as const;
