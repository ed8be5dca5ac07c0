/** An interview as it is taken: its phases on the clock, what was asked and estimated, and what the chaos was promised to be. Pure. */

import type { Task } from './calmDesign.ts';
import { seedOf } from './calmDesign.ts';
import { valueOf } from './formula.ts';
import type { Estimate, Prompt } from './prompt.ts';
import { usualSeeds } from './seedGrade.ts';

export const phases = [
  { id: 'requirements', minutes: 5 },
  { id: 'estimates', minutes: 7 },
  { id: 'design', minutes: 12 },
  { id: 'deep-dive', minutes: 12 },
  { id: 'failure-drill', minutes: 6 },
  { id: 'wrap', minutes: 3 },
] as const;
export type PhaseId = (typeof phases)[number]['id'];
export const phaseIds: readonly PhaseId[] = phases.map(({ id }) => id);

/** Times the usual length; 0 = without a clock. */
export const paces = [0, 1, 1.5, 2] as const;
export type Pace = (typeof paces)[number];

/** `strict`: no ready designs, no theory, no charts before a check, no more time; the design counts that is there when the time is over. */
export const modes = ['coach', 'strict'] as const;
export type Mode = (typeof modes)[number];

/** Ids of the facts that are told by now: the free ones, and those whose question was asked. */
export function factsKnown({ facts, clarifications }: Prompt, asked: readonly string[]): string[] {
  const unlocked = new Set(clarifications.flatMap(({ id, unlocks }) => (asked.includes(id) ? unlocks : [])));
  return facts.filter(({ id, free }) => free || unlocked.has(id)).map(({ id }) => id);
}

/** Share of the worth of all questions that was asked for, 0 to 1. */
export const worthAsked = ({ clarifications }: Prompt, asked: readonly string[]): number =>
  clarifications.reduce((sum, { id, worth }) => (asked.includes(id) ? sum + worth : sum), 0);

/** What the facts come to. */
export const answerOf = ({ facts }: Prompt, { answer }: Estimate): number =>
  valueOf(answer, Object.fromEntries(facts.map(({ id, value }) => [id, value])));

/** Right within the estimate's factor either way. */
export function isRight(prompt: Prompt, estimate: Estimate, given: number): boolean {
  const answer = answerOf(prompt, estimate);
  return given > 0 && given <= answer * estimate.within && given >= answer / estimate.within;
}

/** What is promised before the drill, word for word: which chaos there will be, and with which luck. */
export const commitmentText = (task: Pick<Task, 'id' | 'chaos'>): string =>
  JSON.stringify({ id: task.id, chaos: task.chaos, seeds: Array.from({ length: usualSeeds }, (_, i) => seedOf(task, i + 1)) });

/** The task in peace, for a check on the way: steady load, no chaos, and only the lines that can be said of it. */
export function calmTask(task: Task): Task {
  const isCalm = (id: string) => id === 'steady';
  return {
    ...task,
    run: { ...task.run, chaosSeconds: 0 },
    chaos: [],
    rubric: task.rubric.filter(({ over, goal }) => (typeof over === 'string' && isCalm(over)) || goal.measure.of === 'design'),
    fatal: [],
  };
}
