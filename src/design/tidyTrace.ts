/** What a design keeps of a trace: few points of few digits, so that page, file and link hold the very same series. */

import type { Trace } from './design.ts';
import { cleanText } from './text.ts';

export const mostTraceValues = 240;
/** A series is played in a second at least and a day at most. */
export const longestTraceSeconds = 86_400;

/** A height as a design keeps it: 0 to 1, four decimals, so that page, file and link hold the very same number. */
export function tidyHeight(height: number): number {
  return Number.isNaN(height) ? 0 : Math.round(Math.min(1, Math.max(0, height)) * 10_000) / 10_000 + 0;
}

/** A trace as a design keeps it, whoever made it. */
export function tidyTrace(trace: Trace): Trace {
  return {
    name: cleanText(trace.name),
    values: trace.values.slice(0, mostTraceValues).map(tidyHeight),
    seconds: Number.isNaN(trace.seconds) ? 600 : Math.min(longestTraceSeconds, Math.max(1, trace.seconds)),
  };
}
