/** Which frames of a run a measure is about, and when something was last done to it. */

import type { Design } from '../design/design.ts';
import type { Frame } from '../engine/frame.ts';
import type { Act, Over } from './goal.ts';
import { idsOf } from './parts.ts';
import type { RunSoFar } from './situation.ts';

/** An act takes effect a moment after it is done: what is played from then on is shorter by so many seconds, and a run that stands has it ahead. */
export const untilActs = 0.002;

/** Those that lie wholly within; all of them where nothing is said. */
export function framesOver(design: Design, run: RunSoFar, over: Over = {}): readonly Frame[] {
  const { frames } = run;
  if ('last' in over) {
    const from = (frames.at(-1)?.end ?? 0) - over.last;
    return frames.filter(({ start }) => start >= from);
  }
  if ('since' in over) {
    const from = (lastTime(over.since, design, run) ?? 0) + (over.skip ?? 0);
    return frames.filter(({ start }) => start >= from);
  }
  const { from = 0, to = Infinity } = over;
  return from === 0 && to === Infinity ? frames : frames.filter(({ start, end }) => start >= from && end <= to);
}

/** When it was last done, up to now, in simulated seconds; null if never. */
export function lastTime({ act, parts, fault }: Act, design: Design, { done, time }: RunSoFar): number | null {
  const ids = parts === undefined ? null : idsOf(design, parts);
  const times = done.filter(
    (event) =>
      event.at <= time + untilActs &&
      event.act === act &&
      (ids === null || ('node' in event && ids.includes(event.node))) &&
      (fault === undefined || ('fault' in event && event.fault === fault)),
  );
  return times.length === 0 ? null : Math.max(...times.map(({ at }) => at));
}
