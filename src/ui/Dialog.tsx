import { X } from 'lucide-react';
import { type ReactNode, Suspense, useId, useLayoutEffect, useRef } from 'react';
import { Button } from './Button.tsx';
import styles from './Dialog.module.css';

export interface DialogProps {
  title: string;
  closeLabel: string;
  onClose: () => void;
  wide?: boolean;
  /** As much of the screen as there is. */
  full?: boolean;
  /** Of a full one: as wide as the window, too. */
  screen?: boolean;
  /** Of a full one: no taller than what it holds. */
  fit?: boolean;
  /** Buttons at the end. */
  foot?: ReactNode;
  children: ReactNode;
}

/**
 * The browser's own modal dialog: it keeps the focus in, gives it back, and closes on Escape, without a style element
 * that the content security policy would refuse. Open for as long as it is mounted.
 */
export function Dialog(props: DialogProps) {
  const { title: name, closeLabel, onClose, wide = false, full = false, screen = false, fit = false, foot, children } = props;
  const dialog = useRef<HTMLDialogElement>(null);
  const title = useRef<HTMLHeadingElement>(null);
  const titleId = useId();
  useLayoutEffect(() => {
    const element = dialog.current;
    if (element && !element.open) {
      element.showModal();
      // Its name is read first; nothing is pressed by a hasty Enter.
      title.current?.focus();
    }
    // Closed before it goes, so that the keyboard returns to where it was, and nothing holds what is gone.
    return () => element?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      data-screen={screen || undefined}
      data-fit={fit || undefined}
      className={full ? `${styles.dialog} ${styles.full}` : wide ? `${styles.dialog} ${styles.wide}` : styles.dialog}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onPointerDown={(event) => {
        if (event.target === dialog.current) onClose();
      }}
    >
      <header className={styles.head}>
        <h2 ref={title} id={titleId} className={styles.title} tabIndex={-1}>
          {name}
        </h2>
        {/* No tooltip of ours: it would open beneath the browser's top layer. */}
        <Button look="quiet" square aria-label={closeLabel} title={closeLabel} onClick={onClose}>
          <X size={18} aria-hidden />
        </Button>
      </header>
      {/* What comes late waits in here: were the dialog itself to wait, React would hide it, which closes it, and an Escape meanwhile were lost. */}
      <div className={styles.body}>
        <Suspense>{children}</Suspense>
      </div>
      {foot ? <footer className={styles.foot}>{foot}</footer> : null}
    </dialog>
  );
}
