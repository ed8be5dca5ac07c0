import { Minus, Plus } from 'lucide-react';
import type { CSSProperties } from 'react';
import { useStore } from 'zustand';
import { useText } from '../../i18n/text.ts';
import type { Prediction, Step } from '../../lessons/lesson.ts';
import { Button } from '../../ui/Button.tsx';
import { NumberBox } from '../../ui/NumberBox.tsx';
import { Slider } from '../../ui/Slider.tsx';
import { boxTimes, boxUnits, readable } from '../lesson/lessonText.ts';
import { classStore, setNumber, setVotes, votesOf } from './classStore.ts';
import { middleOf } from './lessonMove.ts';
import styles from './PresentedLesson.module.css';
import type { PresenterText } from './presenterWords.ts';

type Asks<A extends Prediction['ask']> = Extract<Prediction, { ask: A }>;

interface ClassQuestionProps {
  step: Step;
  predict: Prediction;
  question: string;
  answers: Readonly<Record<string, string>>;
  words: PresenterText;
}

/** What the class is asked before the run: hands are counted, or a number is agreed on. What comes out is not here to be seen. */
export function ClassQuestion({ step, predict, question, answers, words }: ClassQuestionProps) {
  return (
    <div className={styles.asks} data-testid="class-question">
      <p className={styles.question}>{question}</p>
      {predict.ask === 'choice' ? (
        <Votes step={step} predict={predict} answers={answers} words={words} />
      ) : (
        <AgreedNumber step={step} predict={predict} words={words} />
      )}
      <p className={styles.way}>{words.lesson[predict.ask === 'choice' ? 'voting' : 'guessing']}</p>
    </div>
  );
}

interface VotesProps extends Pick<ClassQuestionProps, 'step' | 'answers' | 'words'> {
  predict: Asks<'choice'>;
}

function Votes({ step, predict, answers, words }: VotesProps) {
  const state = useStore(classStore);
  const all = predict.answers.reduce((sum, { id }) => sum + votesOf(state, step.id, id), 0);
  return (
    <ol className={styles.answers}>
      {predict.answers.map(({ id }, i) => {
        const count = votesOf(state, step.id, id);
        const name = answers[id] ?? id;
        const share = { '--share': `${all > 0 ? (100 * count) / all : 0}%` } as CSSProperties;
        return (
          <li key={id} className={styles.vote} style={share} data-answer={id}>
            <kbd className={styles.digit}>{i + 1}</kbd>
            <span className={styles.name}>{name}</span>
            <Button square aria-label={words.lesson.fewer(name)} disabled={count === 0} onClick={() => setVotes(step.id, id, count - 1)}>
              <Minus size={18} aria-hidden />
            </Button>
            <NumberBox
              range={{ min: 0, max: 999, integer: true }}
              value={count}
              label={words.lesson.votes(name)}
              onChange={(next) => setVotes(step.id, id, next)}
            />
            <Button square aria-label={words.lesson.more(name)} onClick={() => setVotes(step.id, id, count + 1)}>
              <Plus size={18} aria-hidden />
            </Button>
          </li>
        );
      })}
    </ol>
  );
}

interface AgreedProps extends Pick<ClassQuestionProps, 'step' | 'words'> {
  predict: Asks<'number'>;
}

function AgreedNumber({ step, predict, words }: AgreedProps) {
  const t = useText();
  const value = useStore(classStore, (state) => state.numbers[step.id]) ?? middleOf(predict);
  const times = boxTimes(predict.unit);
  const range = { min: predict.least * times, max: predict.most * times, scale: predict.scale };
  const label = words.lesson.classGuess;
  const change = (typed: number) => setNumber(step.id, typed / times);
  return (
    <div className={styles.agreed}>
      <strong className={styles.number}>{readable(value, predict.unit, t)}</strong>
      <Slider range={range} value={value * times} label={label} valueText={readable(value, predict.unit, t)} onChange={change} />
      <NumberBox range={range} value={value * times} unit={boxUnits[predict.unit]} label={label} onChange={change} />
    </div>
  );
}
