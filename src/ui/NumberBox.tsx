import { type CSSProperties, type KeyboardEvent, useState } from 'react';
import styles from './Field.module.css';
import { formatExact } from './format.ts';
import { nextValue, parseNumber, type Range, within } from './scale.ts';

export interface NumberBoxProps {
  range: Range;
  value: number;
  unit?: string;
  label: string;
  describedBy?: string | undefined;
  disabled?: boolean;
  onChange: (value: number) => void;
}

/** Widths of a unit's letters in digits of the box: those of East Asia are half as wide again. */
const widthOf = (unit: string): number => [...unit].reduce((sum, letter) => sum + (letter > '\u2e7f' ? 1.6 : 1), 0);

/** A number to type. What is typed counts when the box is left or Enter pressed; Escape takes it back. */
export function NumberBox({ range, value, unit = '', label, describedBy, disabled, onChange }: NumberBoxProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const parsed = typed === null ? value : parseNumber(typed);
  const isValid = parsed !== null && within(range, parsed) === parsed;

  const commit = () => {
    if (typed === null) return;
    if (parsed !== null && within(range, parsed) !== value) onChange(within(range, parsed));
    setTyped(null);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') commit();
    if (event.key === 'Escape' && typed !== null) {
      event.stopPropagation();
      setTyped(null);
    }
    if (event.key === 'ArrowUp' || event.key === 'ArrowDown') {
      event.preventDefault();
      setTyped(null);
      onChange(nextValue(range, parsed ?? value, event.key === 'ArrowUp' ? 1 : -1));
    }
  };
  return (
    <span className={styles.withUnit} style={{ '--unit-width': `${widthOf(unit)}ch` } as CSSProperties}>
      <input
        type="text"
        inputMode="decimal"
        autoComplete="off"
        spellCheck={false}
        className={`${styles.box} ${styles.number}`}
        value={typed ?? formatExact(value)}
        aria-label={label}
        aria-describedby={describedBy}
        aria-invalid={!isValid}
        disabled={disabled}
        onFocus={(event) => event.currentTarget.select()}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onBlur={commit}
        onKeyDown={onKeyDown}
      />
      {unit ? <span className={styles.unit}>{unit}</span> : null}
    </span>
  );
}
