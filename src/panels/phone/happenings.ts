/** What began and ended in the run without anybody having done it, for the list of events. */

import { happeningText } from '../../i18n/late/happeningText.ts';
import { timelineText } from '../../i18n/late/timelineText.ts';
import { fetchText } from '../../i18n/lateText.ts';
import { designStore } from '../../store/designStore.ts';
import { runStore } from '../../store/runStore.ts';
import { sessionStore } from '../../store/sessionStore.ts';
import { happenedItems } from '../timeline/happened.ts';
import type { TimelineItem } from '../timeline/items.ts';

/** Tells now, and whenever another second of the run is seen. Returns how to stop. */
export function watchHappenings(tell: (told: readonly TimelineItem[]) => void): () => void {
  let seen = '';
  let isOver = false;
  const look = async (): Promise<void> => {
    const { layout, frames, index, startedFrom, runId, time } = runStore.getState();
    const { locale } = sessionStore.getState();
    const mark = `${runId} ${frames.length} ${Math.floor(time)} ${locale}`;
    if (mark === seen) return;
    seen = mark;
    if (!layout || !index || !startedFrom) return tell([]);
    const [words, ofParts] = await Promise.all([fetchText(timelineText, locale), fetchText(happeningText, locale)]);
    const { design } = designStore.getState();
    const labels = index.nodes.map(({ id }) => design.nodes.find((node) => node.id === id)?.label ?? id);
    if (!isOver && mark === seen) tell(happenedItems({ layout, intervals: frames, index, startedFrom, design, labels }, words, ofParts));
  };
  const lookNow = (): void => void look();
  const stops = [runStore.subscribe(lookNow), sessionStore.subscribe(lookNow)];
  lookNow();
  return () => {
    isOver = true;
    for (const stop of stops) stop();
  };
}
