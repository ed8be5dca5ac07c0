import { Lightbulb, Wand } from 'lucide-react';
import { useEffect, useState } from 'react';
import { showHow, takeBackShowing } from '../../store/lessonShow.ts';
import { announce } from '../../ui/announce.ts';
import { Button } from '../../ui/Button.tsx';
import { useLayout } from '../useLayout.ts';
import styles from './Lesson.module.css';
import type { LessonText } from './lessonText.ts';
import { useLesson } from './useLesson.ts';

/** Seconds without progress after which the page says where to look, what to change, and offers to show it. */
const after = [60, 120, 180] as const;

/** Help comes by itself to who is stuck, and not before. */
export function Hints({ hints, words }: { hints: readonly [string, string]; words: LessonText }) {
  const movedAt = useLesson((state) => state.movedAt);
  const wasShown = useLesson((state) => state.beforeShowing !== null);
  const [level, setLevel] = useState(0);
  useEffect(() => {
    setLevel(0);
    const timers = after.map((seconds, i) =>
      setTimeout(
        () => {
          setLevel(i + 1);
          if (hints[i]) announce(words.hinted(hints[i]), 'answer');
        },
        Math.max(0, movedAt + seconds * 1000 - performance.now()),
      ),
    );
    return () => {
      for (const timer of timers) clearTimeout(timer);
    };
  }, [movedAt, hints, words]);
  return (
    <>
      {hints.slice(0, Math.min(level, 2)).map((hint) => (
        <p key={hint} className={styles.hint} data-testid="lesson-hint">
          <Lightbulb size={16} aria-hidden />
          <span>
            <strong>{words.hint}</strong> {hint}
          </span>
        </p>
      ))}
      {level >= 3 && !wasShown ? <ShowMe words={words} /> : null}
      {wasShown ? <TakeBack words={words} /> : null}
    </>
  );
}

export function ShowMe({ words }: { words: LessonText }) {
  const isPhone = useLayout() === 'phone';
  return (
    <Button onClick={() => void showHow(!isPhone)}>
      <Wand size={16} aria-hidden />
      {words.show}
    </Button>
  );
}

export function TakeBack({ words }: { words: LessonText }) {
  return (
    <Button size="small" onClick={takeBackShowing}>
      {words.takeBack}
    </Button>
  );
}
