import type { ReactNode } from 'react';
import { NumberBox } from '../../ui/NumberBox.tsx';
import type { Range } from '../../ui/scale.ts';
import styles from './Trials.module.css';

interface FieldProps {
  label: string;
  help?: string;
  wide?: boolean;
  /** Room for two words. */
  snug?: boolean;
  children: ReactNode;
}

/** A control with its label above it. */
export function Field({ label, help, wide = false, snug = false, children }: FieldProps) {
  return (
    <div className={styles.field} data-wide={wide || undefined} data-snug={snug || undefined} title={help}>
      <span className={styles.label} aria-hidden>
        {label}
      </span>
      {children}
    </div>
  );
}

interface NumberFieldProps {
  label: string;
  help?: string;
  range: Range;
  unit?: string;
  value: number;
  disabled: boolean;
  onChange: (value: number) => void;
}

export function NumberField({ label, help, ...box }: NumberFieldProps) {
  return (
    <Field label={label} {...(help === undefined ? {} : { help })}>
      <NumberBox label={label} {...box} />
    </Field>
  );
}
