/** Plays a drawing to its end and makes what came out easy to ask. */

import type { Design, ScenarioEvent } from '../design/design.ts';
import { type Readings, readingsOf } from '../engine/readings.ts';
import { type Drawing, draw } from '../library/template.ts';
import { behaviors } from '../nodes/behaviors.ts';
import { compile } from '../runner/compile.ts';
import { runHeadless } from '../runner/headless.ts';

export interface Asked {
  /** Another seed than the usual one, for a second world. */
  seed?: string;
  /** What happens on the way, in the words of the design's timeline. */
  scenario?: readonly ScenarioEvent[];
}

/**
 * @param drawing fields that it leaves out are at their defaults; `seconds` 600 unless it says so
 * @returns the readings of the whole run
 * @throws where the design cannot run, naming its problems
 */
export function play(drawing: Drawing, { seed, scenario = [] }: Asked = {}): Readings {
  const drawn = draw(drawing);
  return playDesign({ ...drawn, seed: seed ?? drawn.seed, scenario: [...drawn.scenario, ...scenario] });
}

/** As `play`, of a design that is there already (a template's). */
export function playDesign(design: Design): Readings {
  const { plan, problems } = compile(design);
  if (plan === null) throw new Error(`cannot run: ${problems.map(({ code }) => code).join(', ')}`);
  const { layout, frames, notes } = runHeadless(plan, behaviors);
  return readingsOf(plan, layout, frames, notes);
}
