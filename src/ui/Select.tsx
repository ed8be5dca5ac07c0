import { ChevronDown } from 'lucide-react';
import styles from './Field.module.css';

interface SelectProps<O extends string> {
  value: O;
  options: readonly { value: O; label: string }[];
  label: string;
  describedBy?: string | undefined;
  disabled?: boolean;
  className?: string | undefined;
  onChange: (value: O) => void;
}

/** The native list: right on every device, and nothing to get wrong. */
export function Select<O extends string>({ value, options, label, describedBy, disabled, className, onChange }: SelectProps<O>) {
  return (
    <span className={[styles.selectWrap, className].filter(Boolean).join(' ')}>
      <select
        className={`${styles.box} ${styles.select}`}
        value={value}
        aria-label={label}
        aria-describedby={describedBy}
        disabled={disabled}
        onChange={(event) => onChange(event.currentTarget.value as O)}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      <ChevronDown size={16} aria-hidden />
    </span>
  );
}
