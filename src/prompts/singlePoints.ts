/** How many single points of failure a hand-in has, by killing: with few users, because who is there at all is asked, not who bears the load. */

import type { Design } from '../design/design.ts';
import { sourcesOf } from '../design/wires.ts';
import { behaviors } from '../nodes/behaviors.ts';
import { perSecondOf } from '../nodes/users/asked.ts';
import { isSinglePoint, killingsOf } from '../runner/singlePoints.ts';

/** Requests per second of all users together while machines are killed. */
const fewPerSecond = 20;

/**
 * @param design as it is graded; its timeline is left out
 * @param onSlice called now and then, so that whoever waits knows that it lives
 */
export function singlePointsOf(design: Design, onSlice: () => void = () => undefined): number {
  const rate = sourcesOf(design).reduce((sum, { params }) => sum + perSecondOf(params), 0);
  const { params } = design.workload;
  const traffic = rate > 0 ? Math.min(Number(params.traffic), fewPerSecond / rate) : Number(params.traffic);
  const quiet: Design = { ...design, workload: { ...design.workload, params: { ...params, traffic } } };
  return killingsOf(quiet).filter(({ plan }) => isSinglePoint(plan, behaviors, onSlice)).length;
}
