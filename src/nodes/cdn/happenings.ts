import { type Happenings, watchCold } from '../happening.ts';

export const cdnHappenings = { cold: watchCold } satisfies Happenings;
export type CdnHappenings = typeof cdnHappenings;
