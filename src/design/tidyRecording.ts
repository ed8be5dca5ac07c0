/** What a design keeps of a recording: whole microseconds, so that page, file and link hold the very same instants. */

import type { Recording } from './design.ts';
import { cleanText } from './text.ts';

export const mostRecorded = 10_000;
/** Whole microseconds of a second, and of a millisecond. */
export const instantScale = 1_000_000;
export const demandScale = 1000;
const latestSeconds = 86_400;
const longestDemandMs = 3_600_000;

const whole = (value: number, scale: number, most: number): number =>
  Number.isNaN(value) ? 0 : Math.round(Math.min(most, Math.max(0, value)) * scale) / scale + 0;

/** An instant as a design keeps it: not before the one before it. */
export const tidyInstant = (seconds: number, before: number): number => Math.max(before, whole(seconds, instantScale, latestSeconds));

export const tidyDemand = (ms: number): number => whole(ms, demandScale, longestDemandMs);

/** A recording as a design keeps it, whoever made it; demands that are not one per instant are dropped. */
export function tidyRecording({ name, instants, demandsMs }: Recording): Recording {
  let before = 0;
  const kept = instants.slice(0, mostRecorded).map((seconds) => {
    before = tidyInstant(seconds, before);
    return before;
  });
  return {
    name: cleanText(name),
    instants: kept,
    demandsMs: demandsMs.length === instants.length ? demandsMs.slice(0, kept.length).map(tidyDemand) : [],
  };
}
