import { GraduationCap, LayoutTemplate, Share2 } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useLive } from '../../canvas/liveFeed.ts';
import { isSeen, seenParts } from '../../design/sight.ts';
import { useLateText } from '../../i18n/lateText.ts';
import { useText } from '../../i18n/text.ts';
import { useDesign, useRun } from '../../store/hooks.ts';
import { sessionStore } from '../../store/sessionStore.ts';
import { formatShare } from '../../ui/format.ts';
import { latePart } from '../../ui/latePart.tsx';
import { LatePlace } from '../LatePlace.tsx';
import { usersNow } from '../usersNow.ts';
import styles from './Phone.module.css';
import { phoneText } from './phoneWords.ts';

const ShareSheet = latePart(async () => (await import('./ShareSheet.tsx')).ShareSheet);

/** A single lost request among thousands is no verdict. */
const worthTelling = 0.001;

/** What this is and how it does, in a sentence. */
export function PhoneHead() {
  const t = useText();
  const words = useLateText(phoneText);
  const title = useDesign((state) => state.design.title) || t.panels.header.untitled;
  const [isSharing, setSharing] = useState(false);
  const close = () => setSharing(false);
  return (
    <header className={styles.head}>
      <div className={styles.titles}>
        <h1 className={styles.title}>{title}</h1>
        <p className={styles.verdict} data-testid="verdict">
          {useVerdict()}
        </p>
      </div>
      <button
        type="button"
        className={styles.square}
        aria-label={t.panels.header.learn}
        onClick={() => sessionStore.getState().set({ dialog: 'learn' })}
      >
        <GraduationCap size={20} aria-hidden />
      </button>
      <button
        type="button"
        className={styles.square}
        aria-label={words.templates}
        onClick={() => sessionStore.getState().set({ dialog: 'templates' })}
      >
        <LayoutTemplate size={20} aria-hidden />
      </button>
      <button type="button" className={styles.square} aria-label={words.share} aria-haspopup="dialog" onClick={() => setSharing(true)}>
        <Share2 size={20} aria-hidden />
      </button>
      {isSharing ? (
        <LatePlace form="dialog" onClose={close}>
          <ShareSheet onClose={close} />
        </LatePlace>
      ) : null}
    </header>
  );
}

function useVerdict(): string {
  const t = useText();
  const words = useLateText(phoneText);
  const design = useDesign((state) => state.design);
  const health = useLive((state) => state.health);
  const frames = useRun((state) => state.frames);
  const layout = useRun((state) => state.layout);
  const now = useMemo(() => (layout ? usersNow(frames, layout) : null), [layout, frames]);
  if (!now) return words.before;
  const seen = seenParts(design);
  const bad = design.nodes.filter(({ id }) => {
    const its = health.get(id);
    return its && isSeen(seen, id) && (its.lost > 0 || its.word === 'saturated');
  });
  const share = now.failedPerSecond / Math.max(now.offered, now.failedPerSecond, 1e-9);
  const names = new Intl.ListFormat(t.locale).format(bad.slice(0, 3).map(({ label }) => label));
  const sentences = [share >= worthTelling ? words.failing(formatShare(share)) : '', bad.length > 0 ? words.bad(names) : ''];
  return sentences.filter(Boolean).join(' ') || words.well;
}
