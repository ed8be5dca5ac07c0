import { GraduationCap, LayoutTemplate, Share2 } from 'lucide-react';
import { Suspense, useState } from 'react';
import { useLateText } from '../../i18n/lateText.ts';
import { useText } from '../../i18n/text.ts';
import { useDesign } from '../../store/hooks.ts';
import { sessionStore } from '../../store/sessionStore.ts';
import { latePart } from '../../ui/latePart.tsx';
import { Coming } from '../Coming.tsx';
import { LatePlace } from '../LatePlace.tsx';
import styles from './Phone.module.css';
import { phoneText } from './phoneWords.ts';

const ShareSheet = latePart(async () => (await import('./ShareSheet.tsx')).ShareSheet);

const PhoneVerdict = latePart(async () => (await import('./PhoneVerdict.tsx')).PhoneVerdict);

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
          <Suspense fallback={words.before}>
            <PhoneVerdict />
          </Suspense>
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
        <LatePlace form="dialog" fallback={<Coming onClose={close} />} onClose={close}>
          <ShareSheet onClose={close} />
        </LatePlace>
      ) : null}
    </header>
  );
}
