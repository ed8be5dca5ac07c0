/** What the engine leaves to the garbage collector: bytes that come to the heap while events are played. */

import { getHeapStatistics } from 'node:v8';
import type { Design } from '../../src/design/design.ts';
import { createRun } from '../../src/engine/run.ts';
import { behaviorList } from '../../src/nodes/behaviors.ts';
import { planOf } from './plans.ts';

const sliceEvents = 2000;
/** The least of so many is what an event leaves: in the others the compiler, which works beside the run, was not done or began anew. */
const windows = 4;

const heapBytes = () => getHeapStatistics().used_heap_size;

/**
 * Per event, in slices so short that the heap is seldom cleared within one (those slices are left out). A number with a fraction on
 * the heap takes 16 bytes in Node. What is made at the end of a frame is counted, too.
 * @param warmEvents played before, for the compiler
 */
export function allocatedPerEvent(design: Design, warmEvents: number, events: number): number {
  const run = createRun(planOf(design), behaviorList);
  let played = 0;
  const slice = () => {
    const done = run.advance(Infinity, sliceEvents);
    played += done;
    run.takeFrames();
    return done;
  };
  while (played < warmEvents) slice();
  let least = Number.POSITIVE_INFINITY;
  for (let window = 0; window < windows; window++) least = Math.min(least, allocatedBy(slice, events / windows));
  return least;
}

function allocatedBy(slice: () => number, events: number): number {
  let bytes = 0;
  let counted = 0;
  for (let played = 0; played < events; ) {
    const before = heapBytes();
    const done = slice();
    const more = heapBytes() - before;
    played += done;
    if (done === 0) break;
    if (more < 0) continue;
    bytes += more;
    counted += done;
  }
  return bytes / counted;
}
