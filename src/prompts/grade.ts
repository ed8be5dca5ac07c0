/**
 * A hand-in graded: played on several seeds, each line of the rubric measured and traced to the second that proves it. Pure; what is
 * made of one seed is plain data, so that seeds may be played on different machines and put together exactly.
 */

import type { Design } from '../design/design.ts';
import { stopsRun } from '../design/problems.ts';
import type { Note } from '../engine/frame.ts';
import { runEnds } from '../engine/limits.ts';
import type { Goal, Measure } from '../goals/goal.ts';
import { incidentsOf } from '../goals/incidents.ts';
import { judge, judgeGoal, judgeNumber } from '../goals/judge.ts';
import type { RunSoFar, Situation } from '../goals/situation.ts';
import { behaviors } from '../nodes/behaviors.ts';
import { compile } from '../runner/compile.ts';
import { framesHash } from '../runner/framesHash.ts';
import { runHeadless } from '../runner/headless.ts';
import { type Book, bookOf, isInBook } from './books.ts';
import type { Task } from './calmDesign.ts';
import { gradedDesign } from './gradedDesign.ts';
import type { RubricLine } from './prompt.ts';
import type { LineGrade, SeedGrade } from './seedGrade.ts';
import { singlePointsOf } from './singlePoints.ts';
import { cutTo, type Span, spanKey, spanOf, windowsOf } from './stretches.ts';
import { partsOf } from './targets.ts';

/**
 * Plays one seed and grades it.
 * @param seed its number, from 1
 * @param onSlice called now and then with the simulated seconds reached, 0 while what comes before and after the run is played: a worker that is
 * slow, and not dead, never falls silent
 */
export function gradeSeed(task: Task, handedIn: Design, seed: number, onSlice: (seconds: number) => void = () => undefined): SeedGrade {
  const lives = () => onSlice(0);
  lives();
  const design = gradedDesign(task, handedIn, seed, lives);
  const missing = task.needs.filter(({ parts }) => partsOf(design, parts).length === 0).map(({ id }) => id);
  const { plan, problems, index } = compile(design);
  if (plan === null || problems.some(stopsRun)) {
    const lines = Object.fromEntries(task.rubric.map(({ id }): [string, LineGrade] => [id, { value: null, credit: 0, at: null }]));
    return { seed, lines, fatal: [], missing, points: 0, framesHash: null, endedAt: null, scenario: design.scenario, books: {} };
  }
  const { layout, frames, notes } = runHeadless(plan, behaviors, { onSlice });
  const time = frames.at(-1)?.end ?? 0;
  const whole: RunSoFar = { plan, index, layout, frames, notes, time, done: design.scenario };
  const endedAt = earlyEnd(notes);
  const asked = [...task.rubric.map(({ goal }) => goal.measure), ...task.fatal.map(({ when }) => when)];
  const singlePoints = JSON.stringify(asked).includes('"singlePoints"') ? { singlePoints: singlePointsOf(design, lives) } : {};
  const situation: Situation = { design, run: whole, ...singlePoints };
  const graded = cutTo(whole, spanOf(task, 'all'));
  const lines = Object.fromEntries(
    task.rubric.map((line): [string, LineGrade] => {
      const found = gradeLine(line, task, situation);
      const counts = !(line.group === 'functional' && missing.length > 0) && !(endedAt !== null && endedAt < spanOf(task, line.over).to);
      return [line.id, counts ? found : { ...found, credit: 0 }];
    }),
  );
  return {
    seed,
    lines,
    fatal: task.fatal.filter(({ when }) => judge(when, { ...situation, run: graded }) === true).map(({ id }) => id),
    missing,
    points: task.rubric.reduce((sum, { id, points }) => sum + points * lines[id].credit, 0),
    framesHash: framesHash(frames),
    endedAt,
    scenario: design.scenario,
    books: Object.fromEntries(
      task.rubric
        .filter(({ goal }) => isInBook(goal.measure))
        .map(({ over }): [string, Book] => [spanKey(spanOf(task, over)), bookOf(cutTo(whole, spanOf(task, over)))]),
    ),
  };
}

const earlyEnd = (notes: readonly Note[]): number | null => notes.find(({ code }) => runEnds.some((end) => end === code))?.time ?? null;

function gradeLine({ goal, over }: RubricLine, task: Task, situation: Situation): LineGrade {
  const span = spanOf(task, over);
  const whole = situation.run as RunSoFar;
  if (goal.measure.of === 'incident') return gradeIncident(goal, goal.measure, span, whole);
  const run = 'over' in goal.measure && goal.measure.over !== undefined && goal.measure.of !== 'quotient' ? whole : cutTo(whole, span);
  const { measured, credit } = judgeGoal(goal, { ...situation, run });
  return { value: measured, credit, at: isOverTime(goal.measure) ? worstSecond(goal, span, situation) : null };
}

/** What a fault of the stretch cost; nothing, where none of them cost the users anything. A service that never came back has no credit. */
function gradeIncident(goal: Goal, asked: Extract<Measure, { of: 'incident' }>, span: Span, whole: RunSoFar): LineGrade {
  const found = incidentsOf(whole).filter(({ faultAt }) => faultAt >= span.from && faultAt < span.to);
  const those = asked.which === 'worst' ? found : found.slice(asked.which, asked.which + 1);
  if (those.length === 0) return { value: 0, credit: judgeNumber(goal, 0).credit, at: span.from };
  const numbers = those.map((incident) => ({ number: incident[asked.figure], at: incident.faultAt }));
  const open = numbers.find(({ number }) => number === null);
  if (open) return { value: null, credit: 0, at: open.at };
  const worst = numbers.reduce((a, b) => ((b.number ?? 0) > (a.number ?? 0) ? b : a));
  return { value: worst.number, credit: judgeNumber(goal, worst.number).credit, at: worst.at };
}

const isOverTime = (asked: Measure): boolean =>
  asked.of === 'quotient'
    ? isOverTime(asked.over) || isOverTime(asked.under)
    : ['users', 'part', 'run', 'jobs', 'busiest'].includes(asked.of);

/** Start of the window of the stretch in which the goal's number was worst; its middle is what a reader should see. */
function worstSecond(goal: Goal, span: Span, situation: Situation): number | null {
  const run = situation.run as RunSoFar;
  const sign = goal.is === '>=' || goal.is === '>' ? -1 : 1;
  let worst: { at: number; number: number } | null = null;
  for (const window of windowsOf(span)) {
    const { measured } = judgeGoal(goal, { ...situation, run: cutTo(run, window) });
    if (measured === null) continue;
    const number = sign * (goal.is === '=' ? Math.abs(measured - goal.value) : measured);
    if (worst === null || number > worst.number) worst = { at: window.from, number };
  }
  return worst?.at ?? null;
}
