import { useText } from '../../i18n/text.ts';
import type { Prediction } from '../../lessons/lesson.ts';
import { placeOf } from '../../ui/scale.ts';
import styles from './Lesson.module.css';
import { type LessonText, readable } from './lessonText.ts';

type Asked = Extract<Prediction, { ask: 'number' }>;

const width = 240;
const margin = 8;

/** The guess above the line, what came out below it: how far apart they are is seen before it is read. */
export function NumberLine({ asked, guess, came, words }: { asked: Asked; guess: number; came: number; words: LessonText }) {
  const t = useText();
  const range = { min: asked.least, max: asked.most, scale: asked.scale };
  const at = (value: number) => margin + Math.min(1, Math.max(0, placeOf(range, value))) * (width - 2 * margin);
  const [mine, real] = [at(guess), at(came)];
  const read = (value: number) => readable(value, asked.unit, t);
  return (
    <svg
      className={styles.line}
      viewBox={`0 0 ${width} 72`}
      role="img"
      aria-label={`${words.you}: ${read(guess)}. ${words.itWas}: ${read(came)}.`}
    >
      <line className={styles.axis} x1={margin} x2={width - margin} y1={34} y2={34} />
      <line className={styles.gap} x1={mine} x2={real} y1={34} y2={34} />
      <path className={styles.guessMark} d={`M${mine},27l7,7l-7,7l-7,-7z`} />
      <circle className={styles.cameMark} cx={real} cy={34} r={6} />
      <text className={styles.guessText} x={anchored(mine).x} y={18} textAnchor={anchored(mine).anchor}>
        {words.you} {read(guess)}
      </text>
      <text className={styles.cameText} x={anchored(real).x} y={60} textAnchor={anchored(real).anchor}>
        {words.itWas} {read(came)}
      </text>
    </svg>
  );
}

/** A label stays within the picture wherever its mark stands. */
function anchored(x: number): { x: number; anchor: 'start' | 'middle' | 'end' } {
  if (x < width * 0.3) return { x: Math.max(0, x - 8), anchor: 'start' };
  return x > width * 0.7 ? { x: Math.min(width, x + 8), anchor: 'end' } : { x, anchor: 'middle' };
}
