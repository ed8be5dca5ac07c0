/** Plays an experiment on the product's engine and reads its metrics, each with its interval. */

import type { Design } from '../design/design.ts';
import type { Plan } from '../engine/plan.ts';
import { createRun, type Run } from '../engine/run.ts';
import { behaviors } from '../nodes/behaviors.ts';
import { nodeKinds } from '../nodes/specs.ts';
import { compile } from '../runner/compile.ts';
import { type Estimate, estimate } from '../statistics/estimate.ts';
import { CaseError, type Goal } from './caseFile.ts';
import type { Arm, Experiment, Replicated, Row, Steady } from './experiment.ts';
import { columnsOf, Window } from './window.ts';

/** Sections of a steady state, and groups of replications. */
const sections = 30;

/** A run goes on for as long as its clock does: health checks and looks are events, too. */
const mostSeconds = 1e9;
const mostLooks = 1e8;

const sliceEvents = 500_000;

const inOrder = nodeKinds.map((kind) => behaviors[kind]);

/** The design's plan with a length and frames of the case's own; the luck is named after the case. */
function planOf(design: Design, seed: string, seconds: number, frameSeconds: number): Plan {
  const { plan, problems } = compile(design);
  if (!plan) throw new CaseError(`the design cannot run: ${problems.map(({ code }) => code).join(', ')}`);
  return { ...plan, seed, seconds, frameSeconds };
}

/** Plays up to a moment. */
export function playTo(run: Run, time: number): void {
  while (run.advance(time, sliceEvents) === sliceEvents);
}

/** Where sections begin and end. */
function sectionsOf({ perSecond, cycleSeconds }: Arm, goal: Goal): { seconds: number; warm: number } {
  const plain = goal.n / perSecond / sections;
  const seconds = cycleSeconds ? Math.ceil(plain / cycleSeconds - 1e-9) * cycleSeconds : plain;
  return { seconds, warm: Math.max(1, Math.ceil(goal.warmup / perSecond / seconds)) };
}

/** Looks at how many calls are inside, at even steps up to a moment. */
function lookAround(run: Run, plan: Plan, look: NonNullable<Arm['look']>, from: number, to: number, window: Window): void {
  const { node, everySeconds, each } = look;
  const rows = new Float32Array(run.slots * 7);
  const first = plan.nodes.slice(0, node).reduce((sum, { slots }) => sum + slots, 0);
  for (let at = from + everySeconds; at < to; at += everySeconds) {
    playTo(run, at);
    run.glance(rows);
    let inside = 0;
    for (let slot = first; slot < first + plan.nodes[node].slots; slot++) {
      if (rows[slot * 7] === 0) continue;
      if (each) window.look(rows[slot * 7 + 5]);
      else inside += rows[slot * 7 + 5];
    }
    if (!each) window.look(inside);
  }
}

function playArm(arm: Arm, seed: string, goal: Goal): Window[] {
  const { seconds, warm } = sectionsOf(arm, goal);
  const all = warm + sections;
  const frames = arm.bursts ? Math.ceil(seconds / arm.bursts.everySeconds) : 1;
  const looks = (all * seconds) / Math.min(arm.look?.everySeconds ?? Infinity, arm.bursts?.everySeconds ?? Infinity);
  if (all * seconds > mostSeconds || looks > mostLooks)
    throw new CaseError(`so few requests a second that the run would take ${(all * seconds).toPrecision(3)} simulated seconds`);
  const plan = planOf(arm.design, arm.otherLuck ? `${seed} again` : seed, all * seconds, seconds / frames);
  const run = createRun(plan, inOrder);
  const columns = columnsOf(run.layout);
  const heard = arm.listen === undefined ? null : run.listen(arm.listen);
  const windows: Window[] = [];
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
    run.takeNotes();
    if (section < warm) continue;
    if (heard) window.addWaits(heard);
    windows.push(window);
  }
  return windows;
}

function merged(windows: readonly Window[]): Window {
  const all = new Window(windows[0].layout, windows[0].columns);
  for (const window of windows) all.add(window);
  return all;
}

function measureSteady(experiment: Steady, seed: string, goal: Goal): Record<string, Estimate> {
  if (goal.n === 0) throw new CaseError('suggested_run.requests is missing');
  const arms = experiment.arms.map((arm) => playArm(arm, seed, goal));
  const whole = arms.map(merged);
  const cut = arms[0].map((_, s) => arms.map((windows) => windows[s]));
  const found: Record<string, Estimate> = {};
  for (const [name, read] of Object.entries(experiment.metrics)) found[name] = estimate(read(whole), cut.map(read));
  for (const [name, read] of Object.entries(experiment.acrossSections ?? {})) found[name] = certain(read(cut));
  return found;
}

const certain = (value: number): Estimate => ({ value, low: value, high: value, refused: null });

function measureReplicated(experiment: Replicated, seed: string, goal: Goal): Record<string, Estimate> {
  const { design, seconds, frameSeconds = seconds, acts, play, metrics } = experiment;
  const plan = planOf(design, seed, seconds, frameSeconds);
  const rows: Row[] = [];
  for (let r = 0; r < Math.max(1, goal.n); r++) {
    const own = acts ? { ...plan, acts: [...plan.acts, ...acts(r)] } : plan;
    rows.push(play(createRun({ ...own, seed: `${seed} ${r}` }, inOrder), r));
  }
  const found: Record<string, Estimate> = {};
  const groupCount = Math.min(sections, Math.floor(rows.length / 2));
  const groups = Array.from({ length: groupCount }, (_, g) => rows.filter((_, r) => r % groupCount === g));
  for (const [name, read] of Object.entries(metrics)) {
    found[name] = rows.length === 1 ? certain(read(rows)) : estimate(read(rows), groups.map(read));
  }
  return found;
}

/** @param seed of everything that is left to chance; the same seed measures the same numbers */
export function measure(experiment: Experiment, seed: string, goal: Goal): Record<string, Estimate> {
  return experiment.form === 'steady' ? measureSteady(experiment, seed, goal) : measureReplicated(experiment, seed, goal);
}
