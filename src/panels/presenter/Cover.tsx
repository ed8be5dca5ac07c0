import { Suspense, useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { uncover } from '../../store/covers.ts';
import { useSession } from '../../store/hooks.ts';
import { presentingStore } from '../../store/presenting.ts';
import { shareLink } from '../../store/share.ts';
import { latePart } from '../../ui/latePart.tsx';
import { momentOnScreen } from '../share/momentOnScreen.ts';
import styles from './Presenter.module.css';
import type { PresenterText } from './presenterWords.ts';

const QrCode = latePart(async () => (await import('../share/QrCode.tsx')).QrCode);

/** Letters from which on a code has so many squares that only the front rows can read it, and those no camera reads. */
const denseFrom = 300;
const longest = 1300;

interface CoverProps {
  words: PresenterText;
  isLesson: boolean;
}

/** What stands before the whole page: nothing, so that all look at who speaks; or a code, so that all look at their own screen. */
export function Cover({ words, isLesson }: CoverProps) {
  const by = useStore(presentingStore, (state) => state.cover);
  if (by === null) return null;
  if (by === 'black') return <button type="button" className={styles.black} aria-label={words.isBlack} onClick={uncover} />;
  return (
    <section className={styles.code} aria-label={words.code} data-testid="class-code">
      <Suspense>
        <CodeOfNow words={words} isLesson={isLesson} />
      </Suspense>
    </section>
  );
}

function CodeOfNow({ words, isLesson }: CoverProps) {
  const lesson = useSession((state) => state.lesson);
  const [link, setLink] = useState<string | null>(null);
  useEffect(() => {
    let isHere = true;
    void linkOfNow(isLesson ? lesson : null).then((made) => isHere && setLink(made));
    return () => {
      isHere = false;
    };
  }, [isLesson, lesson]);
  if (location.protocol === 'file:') return <p className={styles.codeTitle}>{words.codeOnlyHosted}</p>;
  if (link === null) return null;
  if (link.length > longest) return <p className={styles.codeTitle}>{words.codeTooLong}</p>;
  return (
    <>
      <h2 className={styles.codeTitle}>{words.codeOf[isLesson ? 'lesson' : 'moment']}</h2>
      <QrCode text={link} label={words.codeLabel} className={styles.squares} />
      {link.length > denseFrom ? (
        <p className={styles.address}>{words.codeDense}</p>
      ) : (
        <p className={`${styles.address} ${styles.plain}`}>{link.replace(/^https?:\/\//, '')}</p>
      )}
    </>
  );
}

/** A lesson has a short name. Of a run the moment goes along; what is seen of the canvas does not: a class has other screens. */
async function linkOfNow(lesson: string | null): Promise<string> {
  if (lesson !== null) return `${location.href.replace(/[?#].*$/s, '')}#l=${lesson}`;
  const moment = await momentOnScreen();
  return (await shareLink(moment && { ...moment, view: null, part: null, request: null })).link;
}
