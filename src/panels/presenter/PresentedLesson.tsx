import { useEffect } from 'react';
import { useStore } from 'zustand';
import { useLateText } from '../../i18n/lateText.ts';
import { useText } from '../../i18n/text.ts';
import type { Lesson, LessonWords, Step } from '../../lessons/lesson.ts';
import { isLocked, type Progress } from '../../lessons/progress.ts';
import { filled, lessonText, plainNumbers, readable, useWordsOf } from '../lesson/lessonText.ts';
import { StepControl } from '../lesson/StepControl.tsx';
import { StepReveal } from '../lesson/StepReveal.tsx';
import { useLesson } from '../lesson/useLesson.ts';
import { ClassQuestion } from './ClassQuestion.tsx';
import { type Asked, beginClass, classStore } from './classStore.ts';
import { howDone } from './lessonMove.ts';
import styles from './PresentedLesson.module.css';
import { type PresenterText, usePresenterText } from './presenterWords.ts';

/** The lesson as a class sees it: one thing at a time, in large type, and nothing that tells the answer before it is asked for. */
export function PresentedLesson() {
  const words = usePresenterText();
  const lesson = useLesson((state) => state.lesson);
  const progress = useLesson((state) => state.progress);
  useEffect(() => {
    if (lesson) beginClass(lesson.id);
  }, [lesson]);
  return (
    <aside className={styles.column} id="inspector" aria-label={words.lesson.label} tabIndex={-1}>
      {lesson && progress ? <Taught lesson={lesson} progress={progress} words={words} /> : null}
    </aside>
  );
}

interface TaughtProps {
  lesson: Lesson;
  progress: Progress;
  words: PresenterText;
}

function Taught({ lesson, progress, words }: TaughtProps) {
  const said = useWordsOf(lesson.id);
  const found = useLesson((state) => state.found);
  const shown = useLesson((state) => state.shown);
  const step = lesson.steps[shown];
  return (
    <section className={styles.lesson} data-testid="presented-lesson" data-step={found ? 'found' : (step?.id ?? 'questions')}>
      <p className={styles.place}>
        {step ? words.lesson.place(lesson.number, shown + 1, lesson.steps.length) : words.lesson.questions(lesson.number)}
      </p>
      <h2 className={styles.title}>{said.title}</h2>
      {found ? (
        <p className={styles.task}>{words.lesson.goOnFrom(Math.min(found.progress.at + 1, lesson.steps.length))}</p>
      ) : step ? (
        <TaughtStep key={step.id} lesson={lesson} progress={progress} step={step} said={said} words={words} isNow={shown === progress.at} />
      ) : (
        <Questions lesson={lesson} said={said} words={words} />
      )}
    </section>
  );
}

function TaughtStep({ lesson, progress, step, said, words, isNow }: TaughtProps & { step: Step; said: LessonWords; isNow: boolean }) {
  const ofLesson = useLateText(lessonText);
  const isShowing = useStore(classStore, (state) => state.isShowing);
  const { task, question, answers } = said.steps[step.id];
  const tick = progress.ticked[step.id];
  if (tick)
    return (
      <div className={styles.reveal}>
        <StepReveal lesson={lesson} progress={progress} step={step} tick={tick} said={said} words={ofLesson} isNow={isNow} />
      </div>
    );
  return (
    <>
      <p className={styles.task}>{task}</p>
      {isLocked(lesson, progress) && step.predict ? (
        <ClassQuestion step={step} predict={step.predict} question={question ?? ''} answers={answers ?? {}} words={words} />
      ) : (
        <>
          <StepControl control={step.control} words={ofLesson} />
          <p className={styles.way} role="status">
            {isShowing ? words.lesson.showing : words.lesson[howDone(step) === 'play' ? 'plays' : 'shows']}
          </p>
        </>
      )}
    </>
  );
}

/** Each with room for what the class says, and its answer when it is asked for. */
function Questions({ lesson, said, words }: { lesson: Lesson; said: LessonWords; words: PresenterText }) {
  const asked = useStore(classStore, (state) => state.asked);
  const left = lesson.quiz.filter(({ id }) => asked[id] === undefined);
  // One question at a time: those that were answered, and the next.
  const shown = lesson.quiz.filter(({ id }) => asked[id] !== undefined || id === left[0]?.id);
  return (
    <>
      {shown.map((quiz) => (
        <article key={quiz.id} className={styles.quiz} data-quiz={quiz.id}>
          <p className={styles.question}>{filled(said.quiz[quiz.id].question, plainNumbers(quiz.variants[0].given))}</p>
          <Answer unit={quiz.answer.unit} answer={asked[quiz.id]} explanation={said.quiz[quiz.id].explanation} words={words} />
        </article>
      ))}
      {left.length === 0 ? <p className={styles.way}>{words.lesson.ended}</p> : null}
    </>
  );
}

interface AnswerProps {
  unit: Lesson['quiz'][number]['answer']['unit'];
  answer: Asked | undefined;
  explanation: string;
  words: PresenterText;
}

function Answer({ unit, answer, explanation, words }: AnswerProps) {
  const t = useText();
  if (answer === undefined) return <p className={styles.way}>{words.lesson.ask}</p>;
  if (answer === 'playing') return <p className={styles.way}>{words.lesson.showing}</p>;
  if (answer === 'failed') return <p className={styles.way}>{words.lesson.noAnswer}</p>;
  return (
    <>
      <p className={styles.answer} role="status" data-testid="presented-answer">
        {words.lesson.answer(readable(answer, unit, t))}
      </p>
      <p className={styles.task}>{explanation}</p>
    </>
  );
}
