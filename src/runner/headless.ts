/** A run to its end without a page, a worker or a clock: tests, the command line, golden numbers. */

import type { Behavior } from '../engine/behavior.ts';
import type { Frame, FrameLayout, Note } from '../engine/frame.ts';
import type { RunLimits } from '../engine/limits.ts';
import type { Plan } from '../engine/plan.ts';
import { createRun } from '../engine/run.ts';
import { type NodeKind, nodeKinds } from '../nodes/specs.ts';

export interface HeadlessRun {
  layout: FrameLayout;
  frames: Frame[];
  notes: Note[];
  /** What the panels of parts show at the end, by plan index. */
  shows: { node: number; numbers: Float64Array }[];
}

export interface HeadlessOptions {
  /** Stops at this simulated second, or at the plan's end if that is earlier. */
  seconds?: number;
  /** What the run may use of memory. */
  limits?: RunLimits;
  /** Called with every frame as it closes; the frames are then not kept. */
  onFrame?: (frame: Frame, layout: FrameLayout) => void;
  /** Called after every slice of work (a fraction of a second) with the simulated time reached, for whoever shows progress. */
  onSlice?: (time: number) => void;
  /** Asked after every slice, which is then a short one; the run ends there as soon as it is so. */
  isEnough?: () => boolean;
}

/** Events between two looks at what has come out, so that frames do not pile up in the run. */
const usualSliceEvents = 100_000;
/** Of a run that may end before its time. */
const shortSliceEvents = 5_000;

/** Runs a plan from its beginning; `behaviors` are all kinds'. The same plan gives the same frames and notes, everywhere. */
export function runHeadless(plan: Plan, behaviors: Readonly<Record<NodeKind, Behavior>>, options: HeadlessOptions = {}): HeadlessRun {
  const until = Math.min(options.seconds ?? plan.seconds, plan.seconds);
  const run = createRun(
    plan,
    nodeKinds.map((kind) => behaviors[kind]),
    options.limits,
  );
  const kept: HeadlessRun = { layout: run.layout, frames: [], notes: [], shows: [] };
  const sliceEvents = options.isEnough ? shortSliceEvents : usualSliceEvents;
  let handled = sliceEvents;
  while (handled === sliceEvents && !options.isEnough?.()) {
    handled = run.advance(until, sliceEvents);
    for (const frame of run.takeFrames()) {
      if (options.onFrame) options.onFrame(frame, run.layout);
      else kept.frames.push(frame);
    }
    for (const note of run.takeNotes()) kept.notes.push(note);
    options.onSlice?.(run.now());
  }
  kept.shows = run.shows();
  return kept;
}
