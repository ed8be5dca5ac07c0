/** What frames do not hold: how many calls were inside a part at the same moment. */

import { type Readings, readingsOf } from '../engine/readings.ts';
import { createRun } from '../engine/run.ts';
import { type Drawing, draw } from '../library/template.ts';
import { behaviorList } from '../nodes/behaviors.ts';
import { compile } from '../runner/compile.ts';
import { GLANCE } from '../runner/protocol.ts';

/** Simulated seconds between two looks. */
const step = 0.005;

/** Plays a drawing and looks often how many calls are inside a part. @param from looks begin at this second */
export function peakInside(drawing: Drawing, part: string, from: number): { run: Readings; atOnce: number } {
  const { plan, index } = compile(draw(drawing));
  if (plan === null) throw new Error('cannot run');
  const run = createRun(plan, behaviorList);
  const slot = index.nodes.find(({ id }) => id === part)?.firstSlot ?? 0;
  const glance = new Float32Array(run.slots * GLANCE.size);
  let atOnce = 0;
  for (let time = step; time < plan.seconds; time += step) {
    run.advance(time, Number.MAX_SAFE_INTEGER);
    if (time < from) continue;
    run.glance(glance);
    atOnce = Math.max(atOnce, glance[slot * GLANCE.size + GLANCE.inside]);
  }
  run.advance(plan.seconds, Number.MAX_SAFE_INTEGER);
  return { run: readingsOf(plan, run.layout, run.takeFrames(), run.takeNotes()), atOnce };
}
