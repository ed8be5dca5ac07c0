import type { CSSProperties, KeyboardEvent } from 'react';
import styles from './Slider.module.css';
import { nextValue, placeOf, type Range, valueAt } from './scale.ts';

export interface SliderProps {
  range: Range;
  value: number;
  /** For those who do not see the label beside it. */
  label: string;
  /** The value in words and units. */
  valueText: string;
  onChange: (value: number) => void;
  /** A gesture from first touch to release, so that it can be one undo step. */
  onBegin?: (() => void) | undefined;
  onEnd?: (() => void) | undefined;
  disabled?: boolean;
  className?: string | undefined;
}

const directions: Readonly<Record<string, readonly [1 | -1, number]>> = {
  ArrowRight: [1, 1],
  ArrowUp: [1, 1],
  ArrowLeft: [-1, 1],
  ArrowDown: [-1, 1],
  PageUp: [1, 10],
  PageDown: [-1, 10],
};

const places = 1000;

/** A native range. The keyboard moves by round values, so that no key press is lost to rounding. */
export function Slider({ range, value, label, valueText, onChange, onBegin, onEnd, disabled, className }: SliderProps) {
  const place = Math.min(1, Math.max(0, placeOf(range, value)));
  const onKeyDown = (event: KeyboardEvent) => {
    const move = directions[event.key];
    if (!move) return;
    event.preventDefault();
    if (!event.repeat) onBegin?.();
    onChange(nextValue(range, value, move[0], move[1]));
  };
  return (
    <input
      type="range"
      className={className ? `${styles.slider} ${className}` : styles.slider}
      min={0}
      max={places}
      step={1}
      value={Math.round(place * places)}
      style={{ '--filled': `${place * 100}%` } as CSSProperties}
      aria-label={label}
      aria-valuetext={valueText}
      disabled={disabled}
      onPointerDown={onBegin}
      onPointerUp={onEnd}
      onPointerCancel={onEnd}
      onBlur={onEnd}
      onKeyDown={onKeyDown}
      onKeyUp={onEnd}
      onChange={(event) => onChange(valueAt(range, event.currentTarget.valueAsNumber / places))}
    />
  );
}
