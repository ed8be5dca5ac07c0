/** What to practise next: the groups of a report that cost most points, each with the lesson that explains it and the task that trains it. Pure. */

import type { LessonId } from '../../lessons/lesson.ts';
import { rubricGroups } from '../../prompts/marks.ts';
import type { Grade } from '../../prompts/merge.ts';
import type { PromptId } from '../../prompts/prompt.ts';

export type RubricGroup = (typeof rubricGroups)[number];

/** Lessons that are advised. */
const trainingLessons = [
  'one-server',
  'two-tiers',
  'balancer',
  'replicas',
  'cache',
  'cdn',
  'scaling',
  'two-centres',
  'sync',
  'up-or-out',
  'services',
] as const satisfies readonly LessonId[];
type TrainingLesson = (typeof trainingLessons)[number];

/** Lessons in the order in which they lead there; tasks in which most hangs on it, the plainest first. */
const trainers: Readonly<Record<RubricGroup, { lessons: readonly TrainingLesson[]; prompts: readonly PromptId[] }>> = {
  functional: { lessons: ['two-tiers', 'services'], prompts: ['url-shortener', 'photos'] },
  steady: { lessons: ['cache', 'scaling'], prompts: ['news-feed', 'url-shortener', 'video'] },
  chaos: { lessons: ['balancer', 'two-centres'], prompts: ['chat', 'rate-limiter', 'video'] },
  correctness: { lessons: ['replicas', 'sync'], prompts: ['ticketing', 'payments', 'flash-sale'] },
  cost: { lessons: ['up-or-out', 'cdn'], prompts: ['video', 'photos', 'url-shortener'] },
  'single-points': { lessons: ['balancer', 'replicas'], prompts: ['url-shortener', 'rate-limiter'] },
  headroom: { lessons: ['one-server', 'scaling'], prompts: ['flash-sale', 'notifications', 'news-feed'] },
};

export interface Exercise {
  group: RubricGroup;
  /** Points that the group could still have given. */
  lost: number;
  lesson: TrainingLesson;
  prompt: PromptId;
}

const mostExercises = 3;
/** Less than that is no weakness. */
const leastLost = 0.5;

/**
 * @param taken the task of the report, which is not advised again
 * @returns the costliest group first; no lesson and no task twice; none for a report without a flaw
 */
export function nextExercises(lines: Grade['lines'], taken: string): Exercise[] {
  const lost = rubricGroups
    .map((group) => ({
      group,
      lost: lines.reduce((sum, line) => (line.group === group ? sum + line.points - line.earned : sum), 0),
    }))
    .filter((each) => each.lost >= leastLost)
    .sort((a, b) => b.lost - a.lost);
  const exercises: Exercise[] = [];
  for (const each of lost) {
    const { lessons, prompts } = trainers[each.group];
    const lesson = lessons.find((id) => exercises.every((other) => other.lesson !== id));
    const prompt = prompts.find((id) => id !== taken && exercises.every((other) => other.prompt !== id));
    if (lesson !== undefined && prompt !== undefined) exercises.push({ ...each, lesson, prompt });
  }
  return exercises.slice(0, mostExercises);
}
