import type { ComponentProps } from 'react';
import styles from './Field.module.css';

export function TextArea({ label, className, ...rest }: ComponentProps<'textarea'> & { label: string }) {
  return (
    <textarea
      spellCheck={false}
      {...rest}
      aria-label={label}
      className={[styles.box, styles.textArea, className].filter(Boolean).join(' ')}
    />
  );
}
