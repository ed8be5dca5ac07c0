import { X } from 'lucide-react';
import { useEffect } from 'react';
import { useLateText } from '../../i18n/lateText.ts';
import type { Lesson, LessonWords } from '../../lessons/lesson.ts';
import { isLocked, type Progress } from '../../lessons/progress.ts';
import { useDesign } from '../../store/hooks.ts';
import { leaveLesson, showStep } from '../../store/lesson.ts';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { ContinueForm } from './ContinueForm.tsx';
import styles from './Lesson.module.css';
import { type LessonText, lessonText, useWordsOf } from './lessonText.ts';
import { QuizList } from './QuizList.tsx';
import { ringRound } from './ring.ts';
import { StepReveal } from './StepReveal.tsx';
import { StepTask } from './StepTask.tsx';
import { useLesson } from './useLesson.ts';

/** The lesson that is taken: where one stands, what to do, and what came of it. */
export function LessonCard() {
  const words = useLateText(lessonText);
  const lesson = useLesson((state) => state.lesson);
  const progress = useLesson((state) => state.progress);
  if (!lesson || !progress) return <p className={styles.loading}>{words.loading}</p>;
  return <Taken lesson={lesson} progress={progress} words={words} />;
}

function Taken({ lesson, progress, words }: { lesson: Lesson; progress: Progress; words: LessonText }) {
  const said = useWordsOf(lesson.id);
  const found = useLesson((state) => state.found);
  const shown = useLesson((state) => state.shown);
  const step = lesson.steps[shown];
  useRing(lesson, progress, shown, found !== null);
  return (
    <section
      className={styles.card}
      aria-label={words.label}
      data-testid="lesson-card"
      data-lesson={lesson.id}
      data-step={step?.id ?? 'questions'}
    >
      <header className={styles.head}>
        <div className={styles.titles}>
          <p className={styles.faint}>{words.numbered(lesson.number, lesson.minutes)}</p>
          <h2 className={styles.title}>{said.title}</h2>
        </div>
        <IconButton label={words.leave} onClick={() => void leaveLesson()}>
          <X size={18} aria-hidden />
        </IconButton>
      </header>
      {found ? (
        <ContinueForm found={found} count={lesson.steps.length} words={words} goal={said.goal} />
      ) : (
        <>
          <Dots lesson={lesson} progress={progress} shown={shown} words={words} />
          {shown === 0 ? (
            <p className={`${styles.goal} ${styles.aim}`}>
              <strong>{words.goal}</strong> {said.goal}
            </p>
          ) : null}
          {step ? (
            <StepBody lesson={lesson} progress={progress} shown={shown} said={said} words={words} />
          ) : (
            <QuizList lesson={lesson} progress={progress} said={said} words={words} />
          )}
        </>
      )}
    </section>
  );
}

interface BodyProps {
  lesson: Lesson;
  progress: Progress;
  shown: number;
  said: LessonWords;
  words: LessonText;
}

function StepBody({ lesson, progress, shown, said, words }: BodyProps) {
  const step = lesson.steps[shown];
  const tick = progress.ticked[step.id];
  return (
    <div className={styles.step} key={step.id}>
      <p className={styles.count}>{words.step(shown + 1, lesson.steps.length)}</p>
      {tick ? (
        <StepReveal lesson={lesson} progress={progress} step={step} tick={tick} said={said} words={words} isNow={shown === progress.at} />
      ) : (
        <StepTask lesson={lesson} progress={progress} step={step} said={said} words={words} />
      )}
      {shown === progress.at ? null : <Button onClick={() => showStep(progress.at)}>{words.backToNow}</Button>}
    </div>
  );
}

/** One for each step, and one for the questions; those that are done can be read again. */
function Dots({ lesson, progress, shown, words }: Omit<BodyProps, 'said'>) {
  const all = [...lesson.steps.map(({ id }) => id), 'questions'];
  return (
    <ol className={styles.dots} aria-label={words.steps}>
      {all.map((id, at) => {
        const state = progress.ticked[id] ? 'done' : at === progress.at ? 'now' : 'ahead';
        const name = id === 'questions' ? words.questionsDot : words.step(at + 1, lesson.steps.length);
        return (
          <li key={id}>
            <button
              type="button"
              className={styles.dot}
              data-state={state}
              aria-current={at === shown ? 'step' : undefined}
              aria-label={`${name}, ${words.stepState[state]}`}
              disabled={at > progress.at}
              onClick={() => showStep(at)}
            />
          </li>
        );
      })}
    </ol>
  );
}

/** The canvas makes its parts anew now and then; the ring is put on again with every change of the design. */
function useRing(lesson: Lesson, progress: Progress, shown: number, isAsking: boolean): void {
  const design = useDesign((state) => state.design);
  const step = lesson.steps[shown];
  const control =
    isAsking || isLocked(lesson, progress) || shown !== progress.at || !step || progress.ticked[step.id]
      ? undefined
      : (step.control ?? { runs: true as const });
  // biome-ignore lint/correctness/useExhaustiveDependencies: with every change of the design
  useEffect(() => {
    const frame = requestAnimationFrame(() => ringRound(control));
    return () => {
      cancelAnimationFrame(frame);
      ringRound(undefined);
    };
  }, [control, design]);
}
