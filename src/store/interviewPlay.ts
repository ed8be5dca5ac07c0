/** What is played of an interview: checks on the way, and reports. */

import type { Design } from '../design/design.ts';
import { designsOf, stepAt } from '../prompts/buildHistory.ts';
import { withoutHidden } from '../prompts/drill.ts';
import type { GradeJob } from '../prompts/gradeJob.ts';
import { calmTask } from '../prompts/interview.ts';
import { limitOf } from '../prompts/interviewClock.ts';
import { type Grade, mergeSeeds } from '../prompts/merge.ts';
import { usualSeeds } from '../prompts/seedGrade.ts';
import { buildSteps } from './buildRecorder.ts';
import { designStore } from './designStore.ts';
import { gradeCrew } from './grading.ts';
import { interviewStore, keep, moveOn } from './interview.ts';
import { sessionStore } from './sessionStore.ts';

export type Played = 'check' | 'report' | 'shared';

/** Plays seeds of a design; null where that failed, which is said. */
export async function playSeeds(what: Played, task: GradeJob['task'], design: Design, seeds: number): Promise<Grade | null> {
  interviewStore.setState({ busy: { what, played: 0, of: seeds }, failed: null });
  let played = 0;
  const ends = await Promise.all(
    Array.from({ length: seeds }, (_, i) =>
      gradeCrew()
        .add({ task, design, seed: i + 1 })
        .ended.then((end) => {
          interviewStore.setState({ busy: { what, played: ++played, of: seeds } });
          return end;
        }),
    ),
  );
  interviewStore.setState({ busy: null });
  const grades = ends.flatMap((end) => (end.end === 'done' ? [end.result] : []));
  if (grades.length === seeds) return mergeSeeds(task, grades);
  interviewStore.setState({ failed: ends.flatMap((end) => (end.end === 'failed' ? [end.reason] : []))[0] ?? null });
  return null;
}

/** The steady load on one seed, without chaos: what a candidate may look at on the way. */
export async function checkNow(): Promise<void> {
  const { prompt, busy } = interviewStore.getState();
  if (!prompt || busy) return;
  const design = withoutHidden(designStore.getState().design);
  const grade = await playSeeds('check', calmTask(prompt), design, 1);
  if (!grade) return;
  interviewStore.setState({ check: { grade, design } });
  keep({ hasChecked: true });
  if (!grade.cannotRun) moveOn('deep-dive');
  sessionStore.getState().set({ chartsLocked: false });
}

/** The design that counts: the one in hand; in strict mode the one there was when the time was over. */
function handedIn(): Design {
  const { kept, prompt } = interviewStore.getState();
  const inHand = withoutHidden(designStore.getState().design);
  const limit = kept ? limitOf(kept.pace, kept.extra) : null;
  if (!kept || !prompt || kept.mode !== 'strict' || limit === null || kept.clock.elapsed <= limit) return inHand;
  const steps = buildSteps();
  return designsOf(prompt.given, steps.slice(0, stepAt(steps, limit) + 1)).at(-1) ?? inHand;
}

/** Everything, on all seeds, with the chaos that was promised. */
export async function reportNow(): Promise<void> {
  const { prompt, busy } = interviewStore.getState();
  if (!prompt || busy) return;
  const design = handedIn();
  moveOn('wrap');
  const grade = await playSeeds('report', prompt, design, usualSeeds);
  if (grade) interviewStore.setState({ report: { grade, design, verified: 'not yet' } });
}

/** Plays the whole report once more and compares every seed's frames. */
export async function verifyReport(): Promise<void> {
  const { prompt, report, busy } = interviewStore.getState();
  if (!prompt || !report || busy) return;
  interviewStore.setState({ report: { ...report, verified: 'running' } });
  const again = await playSeeds('report', prompt, report.design, usualSeeds);
  const same = again !== null && isSame(again, report.grade);
  interviewStore.setState({ report: { ...report, verified: again === null ? 'not yet' : same ? 'same' : 'differs' } });
}

/** Whether two grades come from the same runs and say the same. */
export const isSame = (a: Grade, b: Grade): boolean =>
  a.score === b.score && JSON.stringify(a.seeds) === JSON.stringify(b.seeds) && JSON.stringify(a.lines) === JSON.stringify(b.lines);
