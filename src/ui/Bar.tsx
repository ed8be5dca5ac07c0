import type { ReactNode } from 'react';
import styles from './Bar.module.css';

interface BarProps {
  value: number;
  max: number;
  /** Without one it only repeats in a picture what stands beside it. */
  label?: string;
  className?: string | undefined;
}

/** How much of a whole. Its colours are `--bar-fill` on `--bar-track`. */
export function Bar({ value, max, label, className }: BarProps) {
  return (
    <progress
      className={className ? `${styles.bar} ${className}` : styles.bar}
      value={value}
      max={max}
      aria-label={label}
      aria-hidden={label === undefined}
    />
  );
}

interface ProgressLineProps {
  /** Of 1; null while nothing is under way. */
  share: number | null;
  status: string;
  /** What the bar is called and what stands beside it; '' for nothing yet. */
  text: string;
  title?: string | undefined;
  worlds?: number;
  children?: ReactNode;
}

/** How far something is that takes its time: a bar while it goes on, and words. */
export function ProgressLine({ share, status, text, title, worlds, children }: ProgressLineProps) {
  return (
    <span className={styles.line} role="status" data-status={status} data-worlds={worlds} title={title}>
      {share === null ? null : <Bar value={share} max={1} label={text} />}
      <span>
        {text}
        {children}
      </span>
    </span>
  );
}
