/** What `next` does in a lesson before a class: one key from the question to its reason and on. Pure. */

import type { Step } from '../../lessons/lesson.ts';
import { onlyPlays } from '../../lessons/moves.ts';
import type { Guess } from '../../lessons/progress.ts';
import { isLocked } from '../../lessons/progress.ts';
import type { RunStatus } from '../../runner/protocol.ts';
import type { LessonState } from '../../store/lesson.ts';
import { valueAt } from '../../ui/scale.ts';
import type { ClassState } from './classStore.ts';

export type LessonMove =
  /** On from where it was left another day. */
  | 'continue'
  /** An earlier step was looked at again: towards the one in hand. */
  | 'later'
  /** Takes what the class says, and plays. */
  | 'guess'
  /** Plays, for all to watch. */
  | 'play'
  /** Makes the moves of the step. */
  | 'show'
  | 'on'
  /** The engine answers the next question. */
  | 'answer'
  | 'nothing';

type Place = Pick<LessonState, 'lesson' | 'progress' | 'found' | 'shown'>;

export function moveOf({ lesson, progress, found, shown }: Place, said: ClassState, status: RunStatus): LessonMove {
  if (!lesson || !progress) return 'nothing';
  if (found) return 'continue';
  if (shown < progress.at) return 'later';
  const step = lesson.steps[progress.at];
  if (!step) return lesson.quiz.some(({ id }) => said.asked[id] === undefined) ? 'answer' : 'nothing';
  if (progress.ticked[step.id]) return 'on';
  if (said.isShowing) return 'nothing';
  if (isLocked(lesson, progress)) return 'guess';
  return howDone(step) === 'play' && status === 'paused' ? 'play' : 'show';
}

/** Steps that only play are watched; whoever presses again while they do is shown the end of it. */
export const howDone = (step: Step): 'play' | 'show' => (onlyPlays(step) ? 'play' : 'show');

/** The answer of most; of none where nobody voted, which is no answer at all. A number: what was set, or the middle. */
export function classGuess(step: Step, { votes, numbers }: ClassState): Guess {
  const { predict } = step;
  if (predict?.ask === 'number') return numbers[step.id] ?? middleOf(predict);
  const counts = Object.entries(votes[step.id] ?? {}).filter(([, count]) => count > 0);
  return counts.reduce((best, one) => (one[1] > best[1] ? one : best), ['', 0])[0];
}

export const middleOf = ({ least, most, scale }: { least: number; most: number; scale: 'linear' | 'log' }): number =>
  valueAt({ min: least, max: most, scale }, 0.5);
