import { type CSSProperties, type KeyboardEvent, useEffect, useRef } from 'react';
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
  /** A gesture from first touch to release, or a burst of key presses, so that it can be one undo step. */
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
/** Key presses that follow faster than this are one burst. */
const burstMs = 600;

/** A native range. The keyboard moves by round values, so that no key press is lost to rounding. */
export function Slider({ range, value, label, valueText, onChange, onBegin, onEnd, disabled, className }: SliderProps) {
  const place = Math.min(1, Math.max(0, placeOf(range, value)));
  const burst = useBurst(onBegin, onEnd);
  const onKeyDown = (event: KeyboardEvent) => {
    const move = directions[event.key];
    if (!move || event.ctrlKey || event.metaKey) {
      burst.end();
      return;
    }
    event.preventDefault();
    burst.go();
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
      onPointerDown={() => {
        burst.end();
        onBegin?.();
      }}
      onPointerUp={onEnd}
      onPointerCancel={onEnd}
      onBlur={() => {
        burst.end();
        onEnd?.();
      }}
      onKeyDown={onKeyDown}
      onChange={(event) => onChange(valueAt(range, event.currentTarget.valueAsNumber / places))}
    />
  );
}

/** Begins with the first key press and ends when none has followed for a while, or by hand. */
function useBurst(onBegin: (() => void) | undefined, onEnd: (() => void) | undefined): { go: () => void; end: () => void } {
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  const latest = useRef(onEnd);
  latest.current = onEnd;
  const end = () => {
    if (timer.current === null) return;
    clearTimeout(timer.current);
    timer.current = null;
    latest.current?.();
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when the slider goes away
  useEffect(() => end, []);
  const go = () => {
    if (timer.current === null) onBegin?.();
    else clearTimeout(timer.current);
    timer.current = setTimeout(end, burstMs);
  };
  return { go, end };
}
