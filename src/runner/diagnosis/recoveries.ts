/** When users had no more failures after some, over the whole of a run: what stands on its timeline. Pure. */

import { completedColumn, type Frame, type FrameLayout, failedColumn } from '../../engine/frame.ts';
import { failureReasons, requestClasses } from '../../engine/plan.ts';
import { runColumn } from '../columnIndex.ts';
import { leastLost, quietSeconds, type Recovery, tellingShare } from './aftermath.ts';

/**
 * @param intervals of the run from its beginning, in order of time; neighbours may be merged
 * @returns stretches of failures that are over, the oldest first: seconds of simulated time, and how many requests failed
 */
export function recoveriesOf(layout: FrameLayout, intervals: readonly Pick<Frame, 'start' | 'end' | 'values'>[]): readonly Recovery[] {
  const good = requestClasses.map((name) => runColumn(layout, completedColumn(name)));
  const bad = requestClasses.flatMap((name) => failureReasons.map((reason) => runColumn(layout, failedColumn(name, reason))));
  const found: Recovery[] = [];
  let open = null as Recovery | null;
  for (const { start, end, values } of intervals) {
    const sum = (columns: readonly number[]): number => columns.reduce((all, column) => all + (column < 0 ? 0 : values[column]), 0);
    const failed = sum(bad);
    if (failed > 0 && failed / (failed + sum(good)) >= tellingShare) {
      open = { since: open?.since ?? start, until: end, lost: (open?.lost ?? 0) + failed };
    } else if (open && end - open.until >= quietSeconds) {
      if (open.lost >= leastLost) found.push(open);
      open = null;
    }
  }
  return found;
}
