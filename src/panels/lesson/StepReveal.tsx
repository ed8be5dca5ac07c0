import { CircleCheck, Target } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useText } from '../../i18n/text.ts';
import type { Lesson, LessonWords, Step } from '../../lessons/lesson.ts';
import type { Guess, Progress, Ticked } from '../../lessons/progress.ts';
import { goOn } from '../../store/lesson.ts';
import { announce } from '../../ui/announce.ts';
import { Button } from '../../ui/Button.tsx';
import { formatNumber } from '../../ui/format.ts';
import { TakeBack } from './Hints.tsx';
import styles from './Lesson.module.css';
import { filled, type LessonText, readable } from './lessonText.ts';
import { NumberLine } from './NumberLine.tsx';
import { useLesson } from './useLesson.ts';

interface StepRevealProps {
  lesson: Lesson;
  progress: Progress;
  step: Step;
  tick: Ticked;
  said: LessonWords;
  words: LessonText;
  /** The step in hand, not one that is read again. */
  isNow: boolean;
}

/** Within this share of the result a guess is as good as right. */
const closeEnough = 0.15;

/** What came of a step, in the learner's own numbers: the guess laid over the result, and one sentence. */
export function StepReveal({ lesson, progress, step, tick, said, words, isNow }: StepRevealProps) {
  const t = useText();
  const wasShown = useLesson((state) => state.beforeShowing !== null);
  const { explanation, question, answers = {} } = said.steps[step.id];
  const values = Object.entries(step.shown ?? {}).map(([name, { unit }]): [string, string] => [
    name,
    tick.shown[name] === undefined ? '–' : readable(tick.shown[name], unit, t),
  ]);
  const sentence = filled(explanation, Object.fromEntries(values));
  const next = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (!isNow) return;
    announce(words.ticked(sentence), 'answer');
    // Who pressed Run by key goes on by key; who types elsewhere is left alone.
    if (document.activeElement === document.body) next.current?.focus();
  }, [isNow, words, sentence]);
  const guess = progress.guesses[step.id];
  return (
    <>
      <p className={styles.done}>
        <CircleCheck size={18} aria-hidden />
        {words.done}
      </p>
      {step.predict && question ? <p className={styles.asked}>{question}</p> : null}
      {step.predict?.ask === 'number' && typeof guess === 'number' && typeof tick.came === 'number' ? (
        <>
          <NumberLine asked={step.predict} guess={guess} came={tick.came} words={words} />
          <p className={styles.verdict}>
            {words.guessed(
              readable(guess, step.predict.unit, t),
              readable(tick.came, step.predict.unit, t),
              factorText(guess, tick.came, words),
            )}
          </p>
        </>
      ) : null}
      {step.predict?.ask === 'choice' && tick.came !== null ? (
        <p className={styles.verdict} data-right={guess === tick.came}>
          <Target size={16} aria-hidden />
          {verdictOn(guess, tick.came, answers, words)}
        </p>
      ) : null}
      <p className={styles.explanation} data-testid="lesson-explanation">
        {sentence}
      </p>
      {isNow ? (
        <div className={styles.foot}>
          <Button ref={next} look="primary" onClick={goOn}>
            {progress.at + 1 < lesson.steps.length ? words.next : words.toQuestions}
          </Button>
          {wasShown ? <TakeBack words={words} /> : null}
        </div>
      ) : null}
    </>
  );
}

/** A class may have given none. */
function verdictOn(guess: Guess | undefined, came: Guess, answers: Readonly<Record<string, string>>, words: LessonText): string {
  const answer = answers[came] ?? '';
  if (guess === '') return `${words.itWas}: ${answer}`;
  return guess === came ? words.rightChoice : words.wrongChoice(answer);
}

function factorText(guess: number, came: number, words: LessonText): string {
  if (Math.abs(guess - came) <= closeEnough * Math.abs(came)) return words.factor.same;
  const times = (ratio: number) => formatNumber(ratio, '×');
  return came > guess ? words.factor.more(times(came / guess)) : words.factor.less(times(guess / came));
}
