/** What conditions are judged on: a design, and as much of a run of it as there is. The page, lessons and graders make one each. */

import type { Design, ScenarioEvent } from '../design/design.ts';
import type { Frame, FrameLayout, Note } from '../engine/frame.ts';
import type { Plan } from '../engine/plan.ts';
import type { PlanIndex } from '../runner/planIndex.ts';

export interface RunSoFar {
  /** Of the design as the run began. */
  plan: Plan;
  index: PlanIndex;
  layout: FrameLayout;
  /** Closed frames, oldest first. */
  frames: readonly Frame[];
  notes: readonly Note[];
  /** Simulated seconds that were played. */
  time: number;
  /** What was done to it by hand, and what the scenario did, each at its time; those that lie ahead count for nothing. */
  done: readonly ScenarioEvent[];
}

export interface Situation {
  /** As it stands now: what was set while the run went on is in it. */
  design: Design;
  run: RunSoFar | null;
  /** How many single points a trial of the design found (`runner/singlePoints.ts`); left out where nobody has tried. */
  singlePoints?: number;
}
