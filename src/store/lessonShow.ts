/** Shows how a step is done: its moves one after the other before the learner's eyes, on the learner's own design. It can be taken back. */

import type { Id } from '../design/design.ts';
import type { Move } from '../lessons/lesson.ts';
import { edited, isEdit } from '../lessons/moves.ts';
import { designStore } from './designStore.ts';
import { lessonStore, untick } from './lesson.ts';
import { doNow, pause, playTo, restart } from './runController.ts';
import { runStore } from './runStore.ts';
import { sessionStore } from './sessionStore.ts';

/** Between two moves, so that eyes can follow. */
const restMs = 900;
const rest = () => {
  const still = globalThis.matchMedia?.('(prefers-reduced-motion: reduce)').matches ?? false;
  return new Promise((done) => setTimeout(done, still ? 0 : restMs));
};

/**
 * Begins where the step began. Ends early when the lesson is left.
 * @param isPointing selects the parts it sets; not where that opens something before them
 */
export async function showHow(isPointing = true): Promise<void> {
  const { lesson, progress } = lessonStore.getState();
  const step = progress && lesson?.steps[progress.at];
  if (!step) return;
  const here = () => lessonStore.getState().progress?.at === progress.at && lessonStore.getState().lesson === lesson;
  const { design, edit } = designStore.getState();
  pause();
  lessonStore.setState({ beforeShowing: design });
  edit('resetStep', () => progress.begins[progress.at]);
  for (const move of step.moves) {
    if (!here()) return;
    await make(move, isPointing);
    if (!('play' in move)) await rest();
  }
}

/** As it was before; the step is to be done once more. */
export function takeBackShowing(): void {
  const { beforeShowing } = lessonStore.getState();
  if (!beforeShowing) return;
  designStore.getState().edit('resetStep', () => beforeShowing);
  restart();
  lessonStore.setState({ beforeShowing: null });
  untick();
}

async function make(move: Move, isPointing: boolean): Promise<void> {
  if (isEdit(move)) {
    const { edit } = designStore.getState();
    edit(labelOf(move), (design) => edited(design, move));
    const part = touched(move);
    if (isPointing && part !== null) sessionStore.getState().select({ nodes: [part] });
  } else if ('play' in move) await played(move.play);
  else if ('restart' in move) restart();
  else doNow(move.act);
}

const labelOf = (move: Move): string =>
  'add' in move
    ? 'addNode'
    : 'wire' in move
      ? 'connect'
      : 'setWorkload' in move
        ? 'setWorkload'
        : 'setWire' in move
          ? 'setLinkParam'
          : 'remove' in move || 'unwire' in move
            ? 'remove'
            : 'setParam';

function touched(move: Move): Id | null {
  if ('set' in move) return move.set[0];
  if ('add' in move) return move.add.id;
  return 'wire' in move ? move.wire[1] : null;
}

/** As fast as it goes; comes back when the run stands there. */
function played(seconds: number): Promise<void> {
  const until = runStore.getState().time + seconds;
  playTo(until);
  return new Promise((done) => {
    const stop = runStore.subscribe(({ time, status }) => {
      if (time < until - 0.002 && status !== 'finished' && status !== 'crashed' && sessionStore.getState().lesson !== null) return;
      stop();
      done();
    });
  });
}
