import { useText } from '../../i18n/text.ts';
import { goOnFromFound, startOver } from '../../store/lesson.ts';
import type { Kept } from '../../store/lessonShelf.ts';
import { Button } from '../../ui/Button.tsx';
import styles from './Lesson.module.css';
import type { LessonText } from './lessonText.ts';

/** The laptop was closed in the middle: both ways are as near. */
export function ContinueForm({ found, count, goal, words }: { found: Kept; count: number; goal: string; words: LessonText }) {
  const t = useText();
  const then = new Date(found.savedAt);
  const isToday = then.toDateString() === new Date().toDateString();
  const time = isToday
    ? then.toLocaleTimeString(t.locale, { hour: '2-digit', minute: '2-digit' })
    : then.toLocaleString(t.locale, { dateStyle: 'medium', timeStyle: 'short' });
  const { at } = found.progress;
  return (
    <div className={styles.step}>
      <p className={styles.goal}>{goal}</p>
      <p className={styles.task}>{at >= count ? words.foundQuestions(time) : words.found(at + 1, time)}</p>
      <div className={styles.two}>
        <Button look="primary" onClick={() => void goOnFromFound()}>
          {words.goOnFrom}
        </Button>
        <Button look="primary" onClick={() => void startOver()}>
          {words.startOver}
        </Button>
      </div>
    </div>
  );
}
