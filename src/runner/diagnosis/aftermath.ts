/** What came of it: trouble that is over, and whether what somebody changed has helped. */

import type { ScenarioEvent } from '../../design/design.ts';
import type { Frame, FrameLayout } from '../../engine/frame.ts';
import { endsOver, lookSeconds, type UsersThen, usersOver } from './effect.ts';

export interface Recovery {
  /** Simulated seconds: of the first and of the last failures. */
  since: number;
  until: number;
  /** Requests that failed meanwhile. */
  lost: number;
}

export const tellingShare = 0.001;
/** Failures that pause for less than this are still going on. */
export const quietSeconds = 3;
/** For so long after its end it is told. */
const rememberedSeconds = 30;
export const leastLost = 3;

/** @returns the newest stretch of failures, if it ended a moment ago; null while requests fail, and long after */
export function recoveryOf(layout: FrameLayout, frames: readonly Frame[]): Recovery | null {
  const last = frames.at(-1);
  if (!last) return null;
  let [since, until, lost] = [0, -1, 0];
  for (let i = frames.length - 1; i >= 0; i--) {
    const frame = frames[i];
    if (until < 0 ? last.end - frame.end > rememberedSeconds : since - frame.end > quietSeconds) break;
    const { good, failed } = endsOver(layout, [frame]);
    if (failed < tellingShare * Math.max(1, good + failed)) continue;
    if (until < 0) until = frame.end;
    since = frame.start;
    lost += failed;
  }
  const isOver = until >= 0 && last.end - until >= quietSeconds;
  return isOver && lost >= leastLost ? { since, until, lost } : null;
}

export interface Aftermath {
  change: ScenarioEvent;
  before: UsersThen;
  after: UsersThen;
  verdict: 'better' | 'worse' | 'same';
}

/** What it takes until a change can be seen, and for how long it is told; simulated seconds. */
const settleSeconds = 3;
const toldSeconds = 90;
/** What differs by less than this is the same. */
const tellingFactor = 1.5;

const isTried = ({ act }: ScenarioEvent): boolean => ['set', 'set-link', 'recover', 'mend', 'mend-link'].includes(act);

/**
 * @param done what was done while the run went on, in order of time
 * @returns the newest change, and users before and since; null when nothing was changed lately, or nothing was wrong before
 */
export function aftermathOf(layout: FrameLayout, frames: readonly Frame[], done: readonly ScenarioEvent[]): Aftermath | null {
  const now = frames.at(-1)?.end ?? 0;
  const change = done.filter((event) => event.at <= now && isTried(event)).at(-1);
  if (!change || now - change.at < settleSeconds || now - change.at > toldSeconds) return null;
  const before = usersOver(
    layout,
    frames.filter(({ start, end }) => end <= change.at + 1e-9 && start >= change.at - lookSeconds - 1),
  );
  const from = Math.max(change.at + settleSeconds - 1, now - lookSeconds);
  const after = usersOver(
    layout,
    frames.filter(({ start }) => start >= from - 1e-9),
  );
  const wasWrong = before.failedShare >= tellingShare || (before.p99 ?? 0) >= 0.25;
  return wasWrong && after.samples > 0 ? { change, before, after, verdict: verdictOf(before, after) } : null;
}

/** Failures come before times. */
function verdictOf(before: UsersThen, after: UsersThen): Aftermath['verdict'] {
  const [a, b] = [Math.max(before.failedShare, tellingShare / 2), Math.max(after.failedShare, tellingShare / 2)];
  if (a >= tellingFactor * b) return 'better';
  if (b >= tellingFactor * a) return 'worse';
  if (before.p99 === null || after.p99 === null) return 'same';
  return before.p99 >= tellingFactor * after.p99 ? 'better' : after.p99 >= tellingFactor * before.p99 ? 'worse' : 'same';
}
