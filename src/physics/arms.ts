/**
 * One arm of a steady state, played section by section: the warm-up first, then as many sections as somebody asks for. A section is
 * a stretch of time in which, on average, a thirtieth of the requests that count arrive.
 */

import type { Plan } from '../engine/plan.ts';
import { glanceRow, type Run } from '../engine/run.ts';
import type { Budget } from './budget.ts';
import { CaseError, type Goal } from './caseFile.ts';
import type { Arm } from './experiment.ts';
import { planOf, playTo, runOf } from './play.ts';
import { UpTime } from './upTime.ts';
import { columnsOf, Window } from './window.ts';

/** Sections that count. */
export const sectionCount = 30;

/** An arm is played for at most this many times its sections, where its precision needs more than the case foresaw. */
export const mostLengths = 4;

/** A run goes on for as long as its clock does: health checks and looks are events, too. */
const mostSeconds = 1e9;
const mostLooks = 1e8;

/** Where sections begin and end, in seconds of the design's time; `warm` sections come before those that count. */
function sectionsOf({ perSecond, cycleSeconds, leastWarmup = 0 }: Arm, goal: Goal): { seconds: number; warm: number } {
  const plain = goal.n / perSecond / sectionCount;
  const seconds = cycleSeconds ? Math.ceil(plain / cycleSeconds - 1e-9) * cycleSeconds : plain;
  return { seconds, warm: Math.max(1, Math.ceil(Math.max(goal.warmup, leastWarmup) / perSecond / seconds)) };
}

/** Looks at how many calls are inside, at even steps up to a moment. */
function lookAround(run: Run, plan: Plan, look: NonNullable<Arm['look']>, from: number, to: number, window: Window): void {
  const { node, everySeconds, each } = look;
  const rows = new Float32Array(run.slots * glanceRow);
  const first = plan.nodes.slice(0, node).reduce((sum, { slots }) => sum + slots, 0);
  for (let at = from + everySeconds; at < to; at += everySeconds) {
    playTo(run, at);
    run.glance(rows);
    let inside = 0;
    for (let slot = first; slot < first + plan.nodes[node].slots; slot++) {
      if (rows[slot * glanceRow] === 0) continue;
      if (each) window.look(rows[slot * glanceRow + 5]);
      else inside += rows[slot * glanceRow + 5];
    }
    if (!each) window.look(inside);
  }
}

/**
 * Plays one arm and hands out the sections that count, in order of time. Nothing is played before the first is asked for, and nothing
 * beyond the last that is.
 * @param seed of everything that is left to chance
 */
export function* sectionsPlayed(arm: Arm, seed: string, goal: Goal, budget: Budget): Generator<Window> {
  const { seconds, warm } = sectionsOf(arm, goal);
  const usual = (warm + sectionCount) * seconds;
  const frames = arm.bursts ? Math.ceil(seconds / arm.bursts.everySeconds) : 1;
  const looks = usual / Math.min(arm.look?.everySeconds ?? Infinity, arm.bursts?.everySeconds ?? Infinity);
  if (!(usual <= mostSeconds) || looks > mostLooks)
    throw new CaseError(`so few requests a second that the run would take ${usual.toPrecision(3)} simulated seconds`);
  const all = warm + sectionCount * mostLengths;
  const plan = planOf(arm.design, arm.otherLuck ? `${seed} again` : seed, all * seconds, seconds / frames);
  const run = runOf(plan, budget);
  const columns = columnsOf(run.layout);
  const heard = arm.listen === undefined ? null : run.listen(arm.listen);
  if (arm.keys !== undefined) heard?.countKeys(arm.keys);
  const upTime =
    arm.conditions &&
    new UpTime(
      plan.nodes.map(({ instances }) => instances),
      arm.conditions,
    );
  let counting = false;
  for (let section = 0; section < all; section++) {
    heard?.clear();
    const window = new Window(run.layout, columns);
    // a hair beyond the edge, where rounding may have put it
    const end = section === all - 1 ? plan.seconds : (section + 1) * seconds * (1 + 1e-12);
    if (arm.look) lookAround(run, plan, arm.look, section * seconds, end, window);
    playTo(run, end);
    for (const frame of run.takeFrames()) {
      window.addFrame(frame);
      if (!arm.bursts) continue;
      const counts = window.countIn(frame, arm.bursts.node, arm.bursts.metric) > 0;
      if (counts && !counting) window.bursts++;
      counting = counts;
    }
    const notes = run.takeNotes();
    if (upTime) window.addHeld(upTime.until(end, notes));
    if (heard) window.addWaits(heard);
    if (section >= warm) yield window;
  }
}
