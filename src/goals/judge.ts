/** Whether something asked for is so: conditions are true, false, or cannot be told yet; goals are worth part of their credit. Pure. */

import { lastTime, untilActs } from './framesOver.ts';
import type { Comparison, Condition, Goal } from './goal.ts';
import { leastSoFar, measure } from './measure.ts';
import { idsOf } from './parts.ts';
import type { Situation } from './situation.ts';

export interface Judged {
  /** In the unit of the measure; null while it cannot be said. */
  measured: number | null;
  met: boolean | null;
  /** Where it cannot be measured yet and is missed already all the same: what it will at least come to. */
  soFar?: number;
  /** 0 to 1: full where it is met, none at `zeroAt` and beyond, linear between. None for what cannot be measured. */
  credit: number;
}

/** What is asked for exactly may differ by what sums of doubles lose. */
const exact = 1e-9;

const compare: Readonly<Record<Comparison, (a: number, b: number) => boolean>> = {
  '<=': (a, b) => a <= b,
  '>=': (a, b) => a >= b,
  '<': (a, b) => a < b,
  '>': (a, b) => a > b,
  '=': (a, b) => Math.abs(a - b) <= exact * Math.max(1, Math.abs(b)),
};

/** Met, missed, or open; what is over its limit before it has ended is missed. */
export function judgeGoal(goal: Goal, situation: Situation): Judged {
  const measured = measure(goal.measure, situation);
  const soFar = measured === null && (goal.is === '<=' || goal.is === '<') ? leastSoFar(goal.measure, situation) : null;
  if (soFar !== null && !compare[goal.is](soFar, goal.value)) return { measured, soFar, met: false, credit: 0 };
  return judgeNumber(goal, measured);
}

/** @param measured what the goal's measure came to, however it was found out */
export function judgeNumber(goal: Goal, measured: number | null): Judged {
  if (measured === null) return { measured, met: null, credit: 0 };
  const met = compare[goal.is](measured, goal.value);
  return { measured, met, credit: met ? 1 : partOf(goal, measured) };
}

function partOf({ value, zeroAt }: Goal, measured: number): number {
  if (zeroAt === undefined || zeroAt === value) return 0;
  return Math.min(1, Math.max(0, (zeroAt - measured) / (zeroAt - value)));
}

/** @returns null while nobody can say: it hangs on a number that cannot be measured yet */
export function judge(condition: Condition, situation: Situation): boolean | null {
  if ('measure' in condition) return judgeGoal(condition, situation).met;
  if ('all' in condition) return every(condition.all.map((each) => judge(each, situation)));
  if ('any' in condition) return not(every(condition.any.map((each) => not(judge(each, situation)))));
  if ('not' in condition) return not(judge(condition.not, situation));
  const { design, run } = situation;
  if ('wired' in condition) return wiresBetween(situation, ...condition.wired).length > 0;
  if ('setTo' in condition) {
    const { parts, field, value } = condition.setTo;
    const ids = idsOf(design, parts);
    return ids.length > 0 && design.nodes.every(({ id, params }) => !ids.includes(id) || params[field] === value);
  }
  if ('wireSetTo' in condition) {
    const { from, to, field, value } = condition.wireSetTo;
    const wires = wiresBetween(situation, from, to);
    return wires.length > 0 && wires.every(({ params }) => params[field] === value);
  }
  if ('happened' in condition) return run !== null && lastTime(condition.happened, design, run) !== null;
  const { seconds, since } = condition.played;
  const from = since && run ? lastTime(since, design, run) : 0;
  return run !== null && from !== null && run.time - from >= seconds - untilActs;
}

const not = (so: boolean | null): boolean | null => (so === null ? null : !so);

/** False as soon as one is, unknown as long as one is. */
const every = (each: readonly (boolean | null)[]): boolean | null => (each.includes(false) ? false : each.includes(null) ? null : true);

function wiresBetween({ design }: Situation, from: Parameters<typeof idsOf>[1], to: Parameters<typeof idsOf>[1]) {
  const starts = idsOf(design, from);
  const ends = idsOf(design, to);
  return design.links.filter((link) => starts.includes(link.from) && ends.includes(link.to));
}
