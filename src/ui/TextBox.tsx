import { type ComponentProps, useState } from 'react';
import styles from './Field.module.css';

interface TextBoxProps extends Omit<ComponentProps<'input'>, 'value' | 'onChange'> {
  value: string;
  label: string;
  /** Called once, when the box is left or Enter pressed. */
  onCommit: (value: string) => void;
  /** Without the look of a box, for titles. */
  bare?: boolean;
}

/** One line of text. It counts when the box is left or Enter pressed; Escape takes it back. */
export function TextBox({ value, label, onCommit, bare = false, className, ...rest }: TextBoxProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const commit = () => {
    if (typed !== null && typed.trim() !== value) onCommit(typed.trim());
    setTyped(null);
  };
  return (
    <input
      type="text"
      autoComplete="off"
      {...rest}
      className={[bare ? '' : styles.box, className].filter(Boolean).join(' ')}
      aria-label={label}
      value={typed ?? value}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return;
        if (event.key === 'Enter') event.currentTarget.blur();
        if (event.key === 'Escape') {
          event.stopPropagation();
          setTyped(null);
        }
      }}
    />
  );
}
