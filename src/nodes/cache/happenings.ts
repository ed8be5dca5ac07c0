import { type Happenings, watchCold } from '../happening.ts';

export const cacheHappenings = { cold: watchCold } satisfies Happenings;
export type CacheHappenings = typeof cacheHappenings;
