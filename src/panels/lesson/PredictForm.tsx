import { useId, useState } from 'react';
import { useText } from '../../i18n/text.ts';
import type { Prediction, Step } from '../../lessons/lesson.ts';
import { guess } from '../../store/lesson.ts';
import { Button } from '../../ui/Button.tsx';
import { NumberBox } from '../../ui/NumberBox.tsx';
import { Slider } from '../../ui/Slider.tsx';
import { valueAt } from '../../ui/scale.ts';
import styles from './Lesson.module.css';
import { boxTimes, boxUnits, type LessonText, readable } from './lessonText.ts';

interface PredictFormProps {
  step: Step;
  question: string;
  answers: Readonly<Record<string, string>>;
  words: LessonText;
}

/** Asked before the run, which waits for it. The first guess counts. */
export function PredictForm({ step, question, answers, words }: PredictFormProps) {
  const { predict } = step;
  if (!predict) return null;
  return (
    <section className={styles.predict} aria-label={words.guess}>
      <p className={styles.question}>{question}</p>
      {predict.ask === 'number' ? (
        <NumberGuess asked={predict} words={words} />
      ) : (
        <ChoiceGuess asked={predict} answers={answers} words={words} />
      )}
      <p className={styles.faint}>{words.locked}</p>
    </section>
  );
}

type Asked<A extends Prediction['ask']> = Extract<Prediction, { ask: A }>;

function NumberGuess({ asked, words }: { asked: Asked<'number'>; words: LessonText }) {
  const t = useText();
  const times = boxTimes(asked.unit);
  const range = { min: asked.least * times, max: asked.most * times, scale: asked.scale };
  const [value, setValue] = useState(() => valueAt(range, 0.5));
  return (
    <>
      <div className={styles.guess}>
        <Slider range={range} value={value} label={words.guess} valueText={readable(value / times, asked.unit, t)} onChange={setValue} />
        <NumberBox range={range} value={value} unit={boxUnits[asked.unit]} label={words.guess} onChange={setValue} />
      </div>
      <Button look="primary" onClick={() => guess(value / times)}>
        {words.lockGuess}
      </Button>
    </>
  );
}

function ChoiceGuess({ asked, answers, words }: { asked: Asked<'choice'>; answers: Readonly<Record<string, string>>; words: LessonText }) {
  const name = useId();
  const [chosen, setChosen] = useState<string | null>(null);
  return (
    <>
      <div role="radiogroup" aria-label={words.guess} className={styles.choices}>
        {asked.answers.map(({ id }) => (
          <label key={id} className={styles.choice}>
            <input type="radio" name={name} value={id} checked={chosen === id} onChange={() => setChosen(id)} />
            {answers[id]}
          </label>
        ))}
      </div>
      <Button look="primary" disabled={chosen === null} onClick={() => chosen !== null && guess(chosen)}>
        {words.lockGuess}
      </Button>
    </>
  );
}
