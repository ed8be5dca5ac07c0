/** What the engine leaves to the garbage collector: bytes that come to the heap while events are played. */

import { getHeapStatistics } from 'node:v8';
import type { Design } from '../../src/design/design.ts';
import { createRun } from '../../src/engine/run.ts';
import { behaviorList } from '../../src/nodes/behaviors.ts';
import { planOf } from './plans.ts';

const sliceEvents = 2000;

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
  let bytes = 0;
  let counted = 0;
  while (played < warmEvents + events && !run.finished()) {
    const before = heapBytes();
    const done = slice();
    const more = heapBytes() - before;
    if (more < 0) continue;
    bytes += more;
    counted += done;
  }
  return bytes / counted;
}
