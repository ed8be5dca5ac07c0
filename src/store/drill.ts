/** The failure drill of an interview in the run that is watched: it keeps the concealed fault on the timeline and notes when what happened. */

import type { Id } from '../design/design.ts';
import { type Drill, drillFor, isNamed, isWell, withDrill, withoutHidden } from '../prompts/drill.ts';
import type { FaultSort } from '../prompts/faultDeck.ts';
import { callsNow } from './callsNow.ts';
import { designStore } from './designStore.ts';
import { interviewStore, keep, moveOn } from './interview.ts';
import { play, restart } from './runController.ts';
import { runStore } from './runStore.ts';

const drillNow = (): Drill | null => {
  const { kept, isElsewhere } = interviewStore.getState();
  return kept?.drill && !kept.drill.isOver && !isElsewhere ? kept.drill : null;
};
const elapsed = (): number => interviewStore.getState().kept?.clock.elapsed ?? 0;

export type DrillBegin = 'begun' | 'impossible' | 'elsewhere';

/** Plays the design from its beginning, with what was drawn for it; not where nothing of the deck can befall it, or another document is in hand. */
export function beginDrill(): DrillBegin {
  const { kept } = interviewStore.getState();
  const { design, documentId } = designStore.getState();
  if (documentId === null || documentId !== kept?.documentId) return 'elsewhere';
  const drill = kept ? drillFor(kept.luck, design, callsNow) : null;
  if (!drill) return 'impossible';
  keep({ drill });
  moveOn('failure-drill');
  laid();
  restart();
  play();
  return 'begun';
}

/** The fault stands on the timeline whatever was edited or undone. It is no edit of the candidate's. */
function laid(): void {
  const drill = drillNow();
  const { design, documentId } = designStore.getState();
  if (!drill || documentId !== interviewStore.getState().kept?.documentId) return;
  const next = withDrill(design, drill.events);
  if (next !== design) designStore.setState({ design: next });
}

/** Watches design and run while a drill is on. Returns how to stop. */
export function watchDrill(): () => void {
  laid();
  let seen = 0;
  const look = () => {
    const drill = drillNow();
    if (!drill) return;
    const { time, frames, layout } = runStore.getState();
    if (frames.length === seen) return;
    seen = frames.length;
    if (drill.struckAt === null) {
      if (time > drill.at) keep({ drill: { ...drill, struckAt: elapsed() } });
    } else if (drill.wellAt === null && layout && isWell(frames, layout, drill.at)) keep({ drill: { ...drill, wellAt: elapsed() } });
  };
  const stops = [designStore.subscribe(laid), runStore.subscribe(look)];
  return () => {
    for (const stop of stops) stop();
  };
}

/** What the candidate says that broke. Before it struck nobody can be right. */
export function answerDrill(part: Id, sort: FaultSort): boolean {
  const drill = drillNow();
  if (!drill) return false;
  const isRight = drill.struckAt !== null && isNamed(drill, part, sort);
  if (!isRight) keep({ drill: { ...drill, wrong: drill.wrong + 1 } });
  else if (drill.namedAt === null) keep({ drill: { ...drill, namedAt: elapsed() } });
  return isRight;
}

/** The fault is taken off the timeline; what was measured stays. */
export function endDrill(): void {
  const drill = drillNow();
  if (!drill) return;
  keep({ drill: { ...drill, isOver: true } });
  const { design } = designStore.getState();
  const well = withoutHidden(design);
  if (well !== design) designStore.setState({ design: well });
}
