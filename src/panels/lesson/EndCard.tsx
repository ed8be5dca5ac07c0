import { GraduationCap } from 'lucide-react';
import { Suspense } from 'react';
import { type Lesson, type LessonId, lessonIds } from '../../lessons/lesson.ts';
import type { Progress } from '../../lessons/progress.ts';
import { lessonPlaces } from '../../lessons/registry.ts';
import { leaveLesson, openLesson, startOver } from '../../store/lesson.ts';
import { makeItMine } from '../../store/persistence.ts';
import { sessionStore } from '../../store/sessionStore.ts';
import { Button } from '../../ui/Button.tsx';
import { latePart } from '../../ui/latePart.tsx';
import styles from './Lesson.module.css';
import { type LessonText, useWordsOf } from './lessonText.ts';

const ExitTicket = latePart(async () => (await import('./ExitTicket.tsx')).ExitTicket);

/** What was reached, and where to go from here. */
export function EndCard({ lesson, progress, words }: { lesson: Lesson; progress: Progress; words: LessonText }) {
  const right = lesson.quiz.filter(({ id }) => progress.answers[id]?.right).length;
  const next = lessonIds.slice(lessonIds.indexOf(lesson.id) + 1).find((id) => lessonPlaces[id] !== undefined);
  const keepIt = async () => {
    await makeItMine();
    sessionStore.getState().set({ lesson: null, runLocked: false });
  };
  return (
    <section className={styles.end} aria-label={words.finished} data-testid="lesson-end">
      <h3 className={styles.subtitle}>
        <GraduationCap size={20} aria-hidden />
        {words.finished}
      </h3>
      <p>{words.finishedHelp(right, lesson.quiz.length)}</p>
      {next ? <Next id={next} words={words} /> : null}
      <div className={styles.two}>
        <Button onClick={() => void startOver()}>{words.again}</Button>
        <Button onClick={() => void leaveLesson()}>{words.leaveNow}</Button>
      </div>
      <Suspense>
        <ExitTicket lesson={lesson.id} right={right} count={lesson.quiz.length} words={words} />
      </Suspense>
      <Button look="quiet" onClick={() => void keepIt()}>
        {words.keepDesign}
      </Button>
    </section>
  );
}

function Next({ id, words }: { id: LessonId; words: LessonText }) {
  const { title } = useWordsOf(id);
  return (
    <Button look="primary" onClick={() => void openLesson(id)}>
      {words.nextLesson(title)}
    </Button>
  );
}
