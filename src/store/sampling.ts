/** How many requests one dot of the traffic layer stands for. Pure. */

import type { Design } from '../design/design.ts';
import { sourcesOf } from '../design/wires.ts';
import { highestOf } from '../design/workloadFields.ts';
import type { Value } from '../schema/fields.ts';

/** Sampled requests per second of wall time: each is some seconds on screen, hop after hop, so this is 50 to 150 dots that can be told apart. */
const sampledPerSecond = 15;
/** What "as fast as it goes" is taken for; a busy design reaches less, an idle one more. */
const fastest = 100;

/**
 * Requests per second of simulated time that the canvas is made readable for: halfway, as factors go, between the mean and the
 * highest of the shape, so that a quiet hour still shows dots and a rush does not flood them.
 */
export function typicalRate(design: Design): number {
  const { params, trace } = design.workload;
  const rate = Number(params.traffic) * sourcesOf(design).reduce((sum, node) => sum + Number(node.params.ratePerSecond), 0);
  return rate * Math.sqrt(meanHeight(params.shape, trace?.values ?? []) * highestOf(design.workload.params));
}

function meanHeight(shape: Value, trace: readonly number[]): number {
  if (shape !== 'trace' || trace.length === 0) return 1;
  return trace.reduce((sum, height) => sum + height, 0) / trace.length;
}

/** A round number (1, 2, 5, 10, 20, …) of requests per dot that keeps the canvas readable at this speed. */
export function sampleEvery(design: Design, speed: number): number {
  const wanted = (typicalRate(design) * Math.min(speed, fastest)) / sampledPerSecond;
  let step = 1;
  // the next round number, or the one below it when that is near enough
  for (let i = 0; step < wanted / 1.4; i++) step *= i % 3 === 1 ? 2.5 : 2;
  return step;
}
