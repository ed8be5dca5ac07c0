/** How old jobs were when they were done, as one number. */

import type { Design } from '../design/design.ts';
import type { Frame } from '../engine/frame.ts';
import { partTimesOf } from '../runner/partTimes.ts';
import { percentiles } from '../runner/percentiles.ts';
import type { Measure } from './goal.ts';
import { idsOf } from './parts.ts';
import type { RunSoFar } from './situation.ts';

const quantiles = { p50Seconds: 'p50', p95Seconds: 'p95', p99Seconds: 'p99' } as const;

/** @param frames of the stretch; at least one */
export function jobsNumber(
  { figure, parts, class: only }: Extract<Measure, { of: 'jobs' }>,
  design: Design,
  { plan }: RunSoFar,
  frames: readonly Frame[],
): number | null {
  const nodes = idsOf(design, parts).map((id) => plan.nodes.findIndex((node) => node.id === id));
  return percentiles(partTimesOf(frames, nodes, only))[quantiles[figure]];
}
