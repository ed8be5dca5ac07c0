/** Beside the figures: another run in grey or not, lines that are not to be crossed, a shorter time. */

import { Maximize2, Target, ZoomIn, ZoomOut } from 'lucide-react';
import { useStore } from 'zustand';
import { timelineText } from '../i18n/late/timelineText.ts';
import { useLateText } from '../i18n/lateText.ts';
import { futuresStore } from '../store/futures.ts';
import { knownUntil } from '../store/known.ts';
import { momentStore } from '../store/moment.ts';
import { runStore } from '../store/runStore.ts';
import { sessionStore } from '../store/sessionStore.ts';
import { Button } from '../ui/Button.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { tip } from '../ui/tip.ts';
import styles from './Beside.module.css';
import { setZoom, zoomedBy, zoomStore } from './zoom.ts';

export function BesideTools({ isOpen }: { isOpen: boolean }) {
  const words = useLateText(timelineText);
  const showsGhost = useStore(futuresStore, (state) => state.showsGhost);
  const hasGhost = useStore(futuresStore, (state) => state.kept.length > 0);
  const zoom = useStore(zoomStore, (state) => state.zoom);
  const zoomBy = (by: -1 | 1): void => {
    const { time } = runStore.getState();
    setZoom(zoomedBy(zoom, by, momentStore.getState().at ?? time, Math.max(knownUntil(), time, 1)));
  };
  const requirements = (
    <IconButton size="small" label={words.requirements} onClick={() => sessionStore.getState().set({ dialog: 'requirements' })}>
      <Target size={14} aria-hidden />
    </IconButton>
  );
  if (!isOpen) return requirements;
  return (
    <div className={styles.tools}>
      <Button
        look="quiet"
        size="small"
        aria-pressed={showsGhost}
        disabled={!hasGhost}
        className={styles.ghost}
        {...tip(words.ghostHelp)}
        onClick={() => futuresStore.setState({ showsGhost: !showsGhost })}
      >
        <svg width="18" height="8" aria-hidden="true">
          <line x1="0" y1="4" x2="18" y2="4" stroke="currentColor" strokeWidth="2" strokeDasharray="3 3" />
        </svg>
        {words.ghostLast}
      </Button>
      {requirements}
      <IconButton size="small" label={words.chartsShorter} onClick={() => zoomBy(-1)}>
        <ZoomIn size={14} aria-hidden />
      </IconButton>
      <IconButton size="small" label={words.chartsLonger} disabled={zoom === null} onClick={() => zoomBy(1)}>
        <ZoomOut size={14} aria-hidden />
      </IconButton>
      <IconButton size="small" label={words.chartsWhole} disabled={zoom === null} onClick={() => setZoom(null)}>
        <Maximize2 size={14} aria-hidden />
      </IconButton>
    </div>
  );
}
