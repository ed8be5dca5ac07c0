import { type ReactNode, useState } from 'react';
import type { Design } from '../../design/design.ts';
import { useLateText } from '../../i18n/lateText.ts';
import { NumberBox } from '../../ui/NumberBox.tsx';
import type { Range } from '../../ui/scale.ts';
import styles from './Trials.module.css';
import { trialText } from './trialWords.ts';

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

/** Longer is possible; this much is played in a few seconds. */
const usualSeconds = 60;

/** How long each run of a trial is to be, never longer than the design's own. @param asked the last time */
export function useTrialSeconds(design: Design, asked: number | undefined): [seconds: number, set: (seconds: number) => void] {
  const [seconds, setSeconds] = useState(asked ?? usualSeconds);
  return [Math.min(seconds, design.seconds), setSeconds];
}

interface SecondsFieldProps {
  design: Design;
  value: number;
  disabled: boolean;
  onChange: (seconds: number) => void;
}

export function SecondsField({ design, ...box }: SecondsFieldProps) {
  const words = useLateText(trialText);
  return (
    <NumberField
      label={words.seconds}
      range={{ min: 1, max: Math.max(1, design.seconds), integer: true, scale: 'log' }}
      unit="s"
      {...box}
    />
  );
}
