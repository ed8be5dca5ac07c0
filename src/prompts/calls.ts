/** How busy the parts of a design are, found out by playing it in peace. Apart from what only finds parts, for it brings all kinds' behaviours along. Pure. */

import type { Design } from '../design/design.ts';
import { setSeconds } from '../design/edits.ts';
import { behaviors } from '../nodes/behaviors.ts';
import { nodeColumns } from '../runner/columnIndex.ts';
import { totalOf } from '../runner/columns.ts';
import { compile } from '../runner/compile.ts';
import { runHeadless } from '../runner/headless.ts';
import type { Calls } from './targets.ts';

/** Simulated seconds of peace that tell busy parts from others: caches are warm enough by then to keep load off what stands behind. */
const watchedSeconds = 20;

/**
 * Plays the beginning of a design in peace and counts; empty when it cannot run.
 * @param onSlice called now and then, so that whoever waits knows that it lives
 */
export function callsOf(design: Design, onSlice: () => void = () => undefined): Calls {
  const { plan } = compile({ ...setSeconds(design, watchedSeconds), scenario: [] });
  if (plan === null) return new Map();
  const { layout, frames } = runHeadless(plan, behaviors, { onSlice });
  return new Map(plan.nodes.map(({ id }, node) => [id, totalOf(frames, nodeColumns(layout, node, 'arrived'))]));
}
