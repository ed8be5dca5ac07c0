import type { ComponentProps } from 'react';
import styles from './Button.module.css';

export interface ButtonProps extends ComponentProps<'button'> {
  /** `plain` has a border, `primary` is the one thing to do here, `quiet` has neither, `danger` breaks or deletes. */
  look?: 'plain' | 'primary' | 'quiet' | 'danger';
  size?: 'normal' | 'small';
  /** Square, for one icon. */
  square?: boolean;
}

export function Button({ look = 'plain', size = 'normal', square = false, className, ...rest }: ButtonProps) {
  const names = [
    styles.button,
    look === 'plain' ? '' : styles[look],
    size === 'small' ? styles.small : '',
    square ? styles.icon : '',
    className,
  ];
  return <button type="button" {...rest} className={names.filter(Boolean).join(' ')} />;
}
