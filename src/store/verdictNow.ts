/** What the run so far came to, to be told in a link. Fetched when one is made. */

import type { SharedVerdict } from '../design/sharedVerdict.ts';
import type { Frame, FrameLayout } from '../engine/frame.ts';
import { emptyTally, figuresOf, tallyFrames } from '../runner/tally.ts';

/** @param frames of the run from its beginning, oldest first; null when nothing was offered in them */
export function verdictOf(frames: readonly Frame[], layout: FrameLayout): SharedVerdict | null {
  const tally = emptyTally(layout);
  tallyFrames(tally, frames);
  const { goodputPerSecond, availability, latency } = figuresOf(tally);
  return availability === null ? null : { seconds: tally.end, servedPerSecond: goodputPerSecond, availability, p99: latency.p99 };
}
