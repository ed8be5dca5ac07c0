/** The run as a line of time: what happened, what is planned, where it stands; to be gone along by dragging, by keys and by name. */

import { ChevronsLeft, ChevronsRight, NotebookText, ZoomIn, ZoomOut } from 'lucide-react';
import { useEffect, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { startMomentFeed } from '../../canvas/momentFeed.ts';
import { timelineText } from '../../i18n/late/timelineText.ts';
import { useLateText } from '../../i18n/lateText.ts';
import { useDesign, useRun } from '../../store/hooks.ts';
import { startKeeping } from '../../store/keepFutures.ts';
import { knownStore } from '../../store/known.ts';
import { scenesStore } from '../../store/presenting.ts';
import { seek } from '../../store/runController.ts';
import { runStore } from '../../store/runStore.ts';
import { sessionStore } from '../../store/sessionStore.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { useCanRun } from '../useCanRun.ts';
import { GoTo } from './GoTo.tsx';
import { neighbour } from './items.ts';
import { MomentSign } from './MomentSign.tsx';
import { Pins } from './Pins.tsx';
import { pageAt, wholeLength, zoomed } from './span.ts';
import styles from './Timeline.module.css';
import { Track } from './Track.tsx';
import { useItems } from './useItems.ts';
import { watchHiding } from './watchHiding.ts';

export function Timeline() {
  const words = useLateText(timelineText);
  const canRun = useCanRun();
  useEffect(startKeeping, []);
  useEffect(remember, []);
  useEffect(startMomentFeed, []);
  useEffect(() => watchHiding(words.hidden), [words]);
  const items = useItems();
  useEffect(() => scenesStore.setState({ scenes: items }), [items]);
  const seconds = useDesign((state) => state.design.seconds);
  const until = useStore(knownStore, (state) => Math.ceil(state.until));
  const [length, setLength] = useState<number | null>(null);
  const lastAhead = useMemo(() => items.reduce((last, item) => (item.kind === 'ahead' ? Math.max(last, item.time) : last), 0), [items]);
  const whole = wholeLength(until, lastAhead, seconds);
  // The page turns when the run comes to its end, not with every tick.
  const from = useRun((state) => pageAt(state.time, length ?? whole, whole).from);
  const to = useRun((state) => pageAt(state.time, length ?? whole, whole).to);
  const span = useMemo(() => ({ from, to }), [from, to]);
  const isCut = length !== null && length < whole;
  const walk = (by: -1 | 1): void => {
    const found = neighbour(items, runStore.getState().time, by) ?? (by < 0 ? 0 : null);
    if (found !== null) seek(found);
  };

  return (
    <section className={styles.timeline} id="timeline" aria-label={words.title}>
      <div className={styles.tools}>
        <IconButton label={words.previous} disabled={!canRun} onClick={() => walk(-1)}>
          <ChevronsLeft size={16} aria-hidden />
        </IconButton>
        <IconButton label={words.next} disabled={!canRun || items.length === 0} onClick={() => walk(1)}>
          <ChevronsRight size={16} aria-hidden />
        </IconButton>
      </div>
      <Track items={items} span={span} isCut={isCut} onWalk={walk} onZoom={(by) => setLength(zoomed(length, by, whole))} />
      <div className={styles.tools}>
        <IconButton label={words.zoomOut} disabled={!isCut} onClick={() => setLength(zoomed(length, 1, whole))}>
          <ZoomOut size={16} aria-hidden />
        </IconButton>
        <IconButton label={words.zoomIn} disabled={(length ?? whole) <= 5} onClick={() => setLength(zoomed(length, -1, whole))}>
          <ZoomIn size={16} aria-hidden />
        </IconButton>
        <Pins />
        <IconButton label={words.notebook} onClick={() => sessionStore.getState().set({ dialog: 'notebook' })}>
          <NotebookText size={16} aria-hidden />
        </IconButton>
        <GoTo />
      </div>
      <MomentSign />
    </section>
  );
}

/** Pins and rows of the notebook come back with their document; after the line itself. */
function remember(): () => void {
  let isGone = false;
  let stop = (): void => {
    isGone = true;
  };
  void import('../../store/past.ts').then(
    ({ startRemembering }) => {
      if (!isGone) stop = startRemembering();
    },
    () => undefined,
  );
  return () => stop();
}
