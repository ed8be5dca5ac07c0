import { useRef } from 'react';
import type { Id } from '../../design/design.ts';
import { setLabel } from '../../design/edits.ts';
import { useLateText } from '../../i18n/lateText.ts';
import { designStore } from '../../store/designStore.ts';
import { announce } from '../../ui/announce.ts';
import { TextBox } from '../../ui/TextBox.tsx';
import { focusLine } from './lines.ts';
import styles from './Outline.module.css';
import { outlineText } from './outlineWords.ts';

interface RenameBoxProps {
  id: Id;
  label: string;
  onDone: () => void;
}

/** In the place of a name while it is changed. Enter keeps the new one, Escape the old; both give the keyboard back to the line. */
export function RenameBox({ id, label, onDone }: RenameBoxProps) {
  const words = useLateText(outlineText);
  const byKey = useRef(false);
  const leave = (): void => {
    onDone();
    if (byKey.current) focusLine(id);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: hears what its box does
    <span
      className={styles.rename}
      onKeyDownCapture={({ key }) => {
        byKey.current = key === 'Enter' || key === 'Escape';
      }}
      onKeyUp={({ key }) => key === 'Escape' && leave()}
      onBlur={leave}
    >
      <TextBox
        value={label}
        label={words.newName(label)}
        maxLength={60}
        autoFocus
        onFocus={(event) => event.currentTarget.select()}
        onCommit={(text) => {
          designStore.getState().edit('rename', (design) => setLabel(design, id, text));
          announce(words.renamed(text), 'answer');
        }}
      />
    </span>
  );
}
