/** How many requests one dot of the traffic layer stands for. Pure. */

import type { Design } from '../design/design.ts';
import { sourcesOf } from '../design/wires.ts';

/** Sampled requests per second of wall time: each is some seconds on screen, hop after hop, so this is 50 to 150 dots that can be told apart. */
const sampledPerSecond = 15;
/** What "as fast as it goes" is taken for; a busy design reaches less, an idle one more. */
const fastest = 100;

/** Requests per second of simulated time when the workload stands at its highest. */
export function peakRate(design: Design): number {
  const { params } = design.workload;
  const rate = Number(params.traffic) * sourcesOf(design).reduce((sum, node) => sum + Number(node.params.ratePerSecond), 0);
  const factor = params.shape === 'spike' ? Number(params.spikeFactor) : params.shape === 'day' ? 1 + Number(params.dayAmplitude) : 1;
  return rate * factor;
}

/** A round number (1, 2, 5, 10, 20, …) of requests per dot that keeps the canvas readable at this speed. */
export function sampleEvery(design: Design, speed: number): number {
  const wanted = (peakRate(design) * Math.min(speed, fastest)) / sampledPerSecond;
  let step = 1;
  for (let i = 0; step < wanted; i++) step *= i % 3 === 1 ? 2.5 : 2;
  return step;
}
