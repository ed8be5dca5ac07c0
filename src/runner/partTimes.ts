/** Histograms of parts put together over frames: see `Frame.partTimes`. */

import type { Frame } from '../engine/frame.ts';
import { bucketCount } from '../engine/histogram.ts';
import { classOfKey, nodeOfKey } from '../engine/partTimes.ts';
import { type RequestClass, requestClasses } from '../engine/plan.ts';

/**
 * Durations of these parts, counted by bucket.
 * @param nodes by plan index
 * @param only of this class of requests; all classes where it is left out
 */
export function partTimesOf(frames: readonly Pick<Frame, 'partTimes'>[], nodes: readonly number[], only?: RequestClass): Float64Array {
  const cls = only === undefined ? -1 : requestClasses.indexOf(only);
  const counts = new Float64Array(bucketCount);
  for (const { partTimes = [] } of frames) {
    for (let i = 0; i < partTimes.length; i += 2) {
      const key = partTimes[i] >>> 16;
      if (nodes.includes(nodeOfKey(key)) && (cls < 0 || classOfKey(key) === cls)) counts[partTimes[i] & 65535] += partTimes[i + 1];
    }
  }
  return counts;
}
