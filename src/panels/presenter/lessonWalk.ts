/** Makes the moves of a lesson that is presented. */

import { goOn, goOnFromFound, guess, lessonStore, showStep } from '../../store/lesson.ts';
import { askEngine } from '../../store/lessonQuiz.ts';
import { showHow } from '../../store/lessonShow.ts';
import { play } from '../../store/runController.ts';
import { runStore } from '../../store/runStore.ts';
import { classStore, setAsked } from './classStore.ts';
import { classGuess, howDone, moveOf } from './lessonMove.ts';

export function lessonOn(): void {
  const place = lessonStore.getState();
  const said = classStore.getState();
  const { lesson, progress, shown } = place;
  const step = lesson?.steps[progress?.at ?? 0];
  const move = moveOf(place, said, runStore.getState().status);
  if (move === 'continue') void goOnFromFound();
  else if (move === 'later') showStep(shown + 1);
  else if (move === 'guess' && step) {
    guess(classGuess(step, said));
    if (howDone(step) === 'play') play();
    else void show();
  } else if (move === 'play') play();
  else if (move === 'show') void show();
  else if (move === 'on') {
    classStore.setState({ isShowing: false });
    goOn();
  } else if (move === 'answer') void answerNext();
}

export function lessonBack(): void {
  const { shown, found } = lessonStore.getState();
  if (shown > 0 && !found) showStep(shown - 1);
}

let shows = 0;

/** A step that is done may be left while its last move still rests. */
async function show(): Promise<void> {
  const mine = ++shows;
  classStore.setState({ isShowing: true });
  try {
    await showHow();
  } finally {
    if (shows === mine) classStore.setState({ isShowing: false });
  }
}

/** Of each question the first of its variants: the whole class has the same. */
async function answerNext(): Promise<void> {
  const { lesson } = lessonStore.getState();
  const quiz = lesson?.quiz.find(({ id }) => classStore.getState().asked[id] === undefined);
  if (!quiz) return;
  setAsked(quiz.id, 'playing');
  const answer = await askEngine(quiz, 0);
  if (classStore.getState().lesson === lesson?.id) setAsked(quiz.id, answer ?? 'failed');
}
