import { useLateText } from '../../i18n/lateText.ts';
import styles from './Lesson.module.css';
import { LessonCard } from './LessonCard.tsx';
import { lessonText } from './lessonText.ts';

/** On a phone a lesson can be read, guessed at and run; building needs more room, and it says so. */
export function PhoneLesson() {
  const words = useLateText(lessonText);
  return (
    <div className={styles.phone}>
      <p className={styles.phoneNote}>{words.phone}</p>
      <LessonCard />
    </div>
  );
}
