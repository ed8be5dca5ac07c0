/**
 * A design on the bench: edited, run, struck and run on without a page, by the rules by which the page does it. What is set while a run
 * is under way becomes an act at that moment, a change of parts or wires begins the run again.
 */

import type { Design, ScenarioEvent } from '../design/design.ts';
import type { Frame, Note } from '../engine/frame.ts';
import type { Plan } from '../engine/plan.ts';
import { createRun, type Run } from '../engine/run.ts';
import type { Situation } from '../goals/situation.ts';
import { behaviors } from '../nodes/behaviors.ts';
import { nodeKinds } from '../nodes/specs.ts';
import { actsOf, changesBetween } from '../runner/changes.ts';
import { compile } from '../runner/compile.ts';
import { actsBetween, withRoomOf } from '../runner/diff.ts';
import type { PlanIndex } from '../runner/planIndex.ts';
import type { Move } from './lesson.ts';
import { edited, isEdit } from './moves.ts';

const kinds = nodeKinds.map((kind) => behaviors[kind]);
const sliceEvents = 100_000;

interface Going {
  run: Run;
  began: Plan;
  /** The plan that the run has reached by acts. */
  reached: Plan;
  index: PlanIndex;
  frames: Frame[];
  notes: Note[];
  done: ScenarioEvent[];
}

export interface Bench {
  situation(): Situation;
  /** @throws where the move means nothing here, or the design cannot run */
  make(move: Move): void;
}

export function createBench(start: Design): Bench {
  let design = start;
  let going: Going | null = null;

  function begin(): Going {
    const { plan, problems, index } = compile(design);
    if (plan === null) throw new Error(`cannot run: ${problems.map(({ code }) => code).join(', ')}`);
    return { run: createRun(plan, kinds), began: plan, reached: plan, index, frames: [], notes: [], done: [...design.scenario] };
  }

  function play(seconds: number): void {
    going ??= begin();
    const { run, frames, notes } = going;
    const until = run.now() + seconds;
    while (run.advance(until, sliceEvents) === sliceEvents) frames.push(...run.takeFrames());
    frames.push(...run.takeFrames());
    notes.push(...run.takeNotes());
  }

  function edit(next: Design): void {
    const before = design;
    design = next;
    if (going === null) return;
    const { plan, index } = compile(design);
    const acts = plan && going.run.now() > 0 ? actsBetween(going.reached, plan) : 'restart';
    if (plan === null || acts === 'restart') {
      going = null;
      return;
    }
    going.reached = withRoomOf(going.reached, plan);
    if (acts === 'same') return;
    for (const change of changesBetween(before, design)) take(going, change, actsOf(design, index, change));
  }

  function take({ run, done }: Going, change: ReturnType<typeof changesBetween>[number], acts: ReturnType<typeof actsOf>): void {
    const at = run.nextActTime();
    if (acts === null) throw new Error(`an act that cannot be done: ${JSON.stringify(change)}`);
    for (const act of acts) run.act({ at, ...act });
    done.push({ at, ...change });
  }

  return {
    situation: () => ({
      design,
      run: going && {
        plan: going.began,
        index: going.index,
        layout: going.run.layout,
        frames: going.frames,
        notes: going.notes,
        time: going.run.now(),
        done: going.done,
      },
    }),
    make(move) {
      if (isEdit(move)) edit(edited(design, move));
      else if ('play' in move) play(move.play);
      else if ('restart' in move) going = null;
      else {
        going ??= begin();
        take(going, move.act, actsOf(design, going.index, move.act));
      }
    },
  };
}
