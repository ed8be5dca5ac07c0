import { X } from 'lucide-react';
import { type ReactNode, useEffect, useRef } from 'react';
import { useText } from '../../i18n/text.ts';
import styles from './Phone.module.css';

interface SheetProps {
  title: string;
  onClose: () => void;
  children: ReactNode;
}

/** A pane from below. Not modal: the picture above it goes on and can be pressed. Escape closes it, and the keyboard goes back. */
export function Sheet({ title, onClose, children }: SheetProps) {
  const t = useText();
  const pane = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another part is another sheet
  useEffect(() => {
    const before = document.activeElement as HTMLElement | null;
    pane.current?.focus({ preventScroll: true });
    return () => before?.focus?.({ preventScroll: true });
  }, [title]);
  return (
    <div
      ref={pane}
      className={styles.sheet}
      role="dialog"
      aria-label={title}
      tabIndex={-1}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
      }}
    >
      <div className={styles.sheetHead}>
        <h2 className={styles.sheetTitle}>{title}</h2>
        <button type="button" className={styles.square} aria-label={t.common.close} onClick={onClose}>
          <X size={20} aria-hidden />
        </button>
      </div>
      <div className={styles.sheetBody}>{children}</div>
    </div>
  );
}
