import { useEffect, useState } from 'react';
import { useText } from '../../i18n/text.ts';
import type { Lesson, LessonWords, Quiz } from '../../lessons/lesson.ts';
import { type Answered, isFinished, type Progress } from '../../lessons/progress.ts';
import { grade, stopGrading } from '../../store/lessonQuiz.ts';
import { announce } from '../../ui/announce.ts';
import { Button } from '../../ui/Button.tsx';
import { formatShare } from '../../ui/format.ts';
import { parseNumber } from '../../ui/scale.ts';
import { EndCard } from './EndCard.tsx';
import styles from './Lesson.module.css';
import { boxTimes, boxUnits, filled, type LessonText, plainNumbers, readable } from './lessonText.ts';

interface QuizListProps {
  lesson: Lesson;
  progress: Progress;
  said: LessonWords;
  words: LessonText;
}

/** Questions with numbers as answers; what is right the engine says, by playing the numbers of the question. */
export function QuizList({ lesson, progress, said, words }: QuizListProps) {
  useEffect(() => stopGrading, []);
  return (
    <div className={styles.step}>
      {isFinished(lesson, progress) ? <EndCard lesson={lesson} progress={progress} words={words} /> : null}
      <h3 className={styles.subtitle}>{words.questions}</h3>
      <p className={styles.faint}>{words.questionsHelp}</p>
      {lesson.quiz.map((quiz) => (
        <Question key={quiz.id} quiz={quiz} answered={progress.answers[quiz.id]} said={said.quiz[quiz.id]} words={words} />
      ))}
    </div>
  );
}

interface QuestionProps {
  quiz: Quiz;
  answered: Answered | undefined;
  said: LessonWords['quiz'][string];
  words: LessonText;
}

function Question({ quiz, answered, said, words }: QuestionProps) {
  const t = useText();
  const [variant, setVariant] = useState(() => answered?.variant ?? Math.floor(Math.random() * quiz.variants.length));
  const [typed, setTyped] = useState('');
  const [state, setState] = useState<'open' | 'playing' | 'failed'>('open');
  const { unit, within } = quiz.answer;
  const given = parseNumber(typed);
  const isAnswered = answered !== undefined && answered.variant === variant;
  const question = filled(said.question, plainNumbers(quiz.variants[variant].given));
  const check = async () => {
    if (given === null || state === 'playing') return;
    setState('playing');
    setState((await grade(quiz, variant, given / boxTimes(unit))) ? 'open' : 'failed');
  };
  const verdict = isAnswered ? verdictOf(answered, (value) => readable(value, unit, t), words) : '';
  useEffect(() => announce(verdict, 'answer'), [verdict]);
  return (
    <form
      className={styles.quiz}
      data-quiz={quiz.id}
      data-variant={variant}
      onSubmit={(event) => {
        event.preventDefault();
        void check();
      }}
    >
      <p className={styles.question}>{question}</p>
      {isAnswered ? (
        <>
          <p className={styles.verdict} data-right={answered.right} data-testid="quiz-verdict">
            {verdict}
          </p>
          <p className={styles.explanation}>{said.explanation}</p>
          <Button
            size="small"
            onClick={() => {
              setVariant((variant + 1) % quiz.variants.length);
              setTyped('');
            }}
          >
            {words.another}
          </Button>
        </>
      ) : (
        <>
          <div className={styles.answer}>
            <input
              className={styles.box}
              inputMode="decimal"
              autoComplete="off"
              aria-label={question}
              value={typed}
              onChange={(event) => setTyped(event.currentTarget.value)}
            />
            <span>{boxUnits[unit]}</span>
            <Button type="submit" look="primary" disabled={given === null || state === 'playing'}>
              {state === 'playing' ? words.checking : words.check}
            </Button>
          </div>
          <p className={styles.faint}>{state === 'failed' ? words.notGraded : words.within(formatShare(within))}</p>
        </>
      )}
    </form>
  );
}

const verdictOf = ({ right, given, answer }: Answered, read: (value: number) => string, words: LessonText): string =>
  right ? words.right(read(answer)) : words.wrong(read(given), read(answer));
