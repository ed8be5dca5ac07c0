/** How a case's design is played: compiled as the page compiles it, advanced in slices. */

import type { Design } from '../design/design.ts';
import { usualLimits } from '../engine/limits.ts';
import type { Plan } from '../engine/plan.ts';
import { createRun, type Run } from '../engine/run.ts';
import { behaviors } from '../nodes/behaviors.ts';
import { nodeKinds } from '../nodes/specs.ts';
import { compile } from '../runner/compile.ts';
import type { Budget } from './budget.ts';
import { CaseError } from './caseFile.ts';

/** About a tenth of a second: how soon a case that is stopped stops. */
const sliceEvents = 200_000;

const inOrder = nodeKinds.map((kind) => behaviors[kind]);

/**
 * The design's plan with a length and frames of the case's own.
 * @param seed the luck, named after the case
 * @param seconds length of the run, and of a frame, in the design's own time
 */
export function planOf(design: Design, seed: string, seconds: number, frameSeconds: number): Plan {
  const { plan, problems } = compile(design);
  if (!plan) throw new CaseError(`the design cannot run: ${problems.map(({ code }) => code).join(', ')}`);
  return { ...plan, seed, seconds, frameSeconds };
}

/** A run that counts towards the budget, and stops with it. */
export function runOf(plan: Plan, budget: Budget): Run {
  return budget.watch(createRun(plan, inOrder, { ...usualLimits, breakdownNotes: Infinity }));
}

/** Plays up to a moment, in seconds of the design's time. */
export function playTo(run: Run, time: number): void {
  while (run.advance(time, sliceEvents) === sliceEvents);
}
