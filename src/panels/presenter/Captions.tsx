import { Suspense, useEffect, useMemo, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { fieldWords } from '../../i18n/fieldWords.ts';
import { useLateText } from '../../i18n/lateText.ts';
import { useText } from '../../i18n/text.ts';
import { useRun } from '../../store/hooks.ts';
import { scenesStore } from '../../store/presenting.ts';
import { formatClock } from '../../ui/format.ts';
import { latePart } from '../../ui/latePart.tsx';
import { SlowNote } from '../story/SlowNote.tsx';
import { useAnnounced } from '../story/StoryTold.tsx';
import { storyWords } from '../story/storyWords.ts';
import { tellingOf } from '../story/tellings.ts';
import { useDiagnosis } from '../story/useDiagnosis.ts';
import { type Caption, eventAt, holdMs, sameCaption } from './captions.ts';
import styles from './Presenter.module.css';
import type { PresenterText } from './presenterWords.ts';

const RestLine = latePart(async () => (await import('../story/RestLine.tsx')).RestLine);

interface CaptionsProps {
  isWaiting: boolean;
  words: PresenterText;
}

/** The story line as captions: what happens, what users notice, where it began. It stands until it could be read. */
export function Captions({ isWaiting, words }: CaptionsProps) {
  const t = useText();
  const ofStory = useLateText(storyWords);
  const fields = useLateText(fieldWords);
  const scenes = useStore(scenesStore, (state) => state.scenes);
  const told = useDiagnosis();
  const status = useRun((state) => state.status);
  const crash = useRun((state) => (state.status === 'crashed' ? state.crash : null));
  const time = useRun((state) => Math.floor(state.time * 10 + 1e-6) / 10);
  const telling = tellingOf(told, { t, words: ofStory, fields });
  useAnnounced(telling);
  const event = eventAt(scenes, time);
  const now: Caption =
    crash === null
      ? {
          kind: telling.kind,
          event: event ? `${formatClock(event.time)} ${event.words}` : '',
          effect: telling.effect,
          cause: telling.cause || telling.aftermath,
        }
      : { kind: 'crashed', event: '', effect: ofStory.crashed(crash), cause: '' };
  const { kind, event: happened, effect, cause } = useHeld(now, status === 'playing');
  const isQuiet = kind === 'quiet' && happened === '';
  return (
    <div className={styles.captions} data-story={kind} data-testid="caption">
      {happened ? <p className={styles.event}>{happened}</p> : null}
      <p className={styles.effect}>
        {isQuiet ? (
          <Suspense fallback={told.now > 0 ? null : effect}>
            <RestLine words={ofStory} />
          </Suspense>
        ) : (
          effect
        )}
      </p>
      {cause ? <p className={styles.cause}>{cause}</p> : null}
      {isWaiting ? (
        <p className={styles.cause} role="status">
          {words.waiting}
        </p>
      ) : null}
      <SlowNote isTrouble={telling.kind === 'failing' || telling.kind === 'slow'} words={ofStory} />
    </div>
  );
}

/** The newest caption, once the one before has stood long enough; at once where the run stands, and so is where somebody went. */
function useHeld(now: Caption, isHeld: boolean): Caption {
  const { kind, event, effect, cause } = now;
  const wanted = useMemo(() => ({ kind, event, effect, cause }), [kind, event, effect, cause]);
  const [shown, setShown] = useState<Caption>(wanted);
  const since = useRef(performance.now());
  useEffect(() => {
    if (sameCaption(shown, wanted)) return;
    const change = (): void => {
      since.current = performance.now();
      setShown(wanted);
    };
    const left = isHeld ? since.current + holdMs(shown) - performance.now() : 0;
    if (left <= 0) {
      change();
      return;
    }
    const timer = setTimeout(change, left);
    return () => clearTimeout(timer);
  }, [wanted, shown, isHeld]);
  return shown;
}
