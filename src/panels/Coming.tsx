/** What stands in for a window that was asked for and is still on its way: it says so once the wait can be felt, and lets go of it. */

import { useEffect, useState } from 'react';
import { useText } from '../i18n/text.ts';
import { Button } from '../ui/Button.tsx';
import styles from './Coming.module.css';

/** A wait shorter than this is not noticed as one (Nielsen, 1993, chapter 5: thought goes on up to a second); a window that only flashes is. */
const quietMs = 400;

/** Closed before it goes, so that the keyboard is where it was when the window itself opens, and returns there from that. */
function show(box: HTMLDialogElement): () => void {
  box.showModal();
  // no hasty Enter, meant for what is coming, cancels it
  box.querySelector('p')?.focus();
  return () => box.close();
}

export function Coming({ onClose }: { onClose: () => void }) {
  const t = useText();
  const [isFelt, setFelt] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setFelt(true), quietMs);
    // Nothing is open yet that would hear Escape; what lies beneath must not take it for its own.
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      event.stopPropagation();
      event.preventDefault();
      onClose();
    };
    document.addEventListener('keydown', onKey, true);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('keydown', onKey, true);
    };
  }, [onClose]);
  if (!isFelt) return null;
  return (
    <dialog ref={show} data-coming className={styles.coming} aria-label={t.common.coming} onCancel={onClose}>
      <p tabIndex={-1}>{t.common.coming}</p>
      <Button onClick={onClose}>{t.common.cancel}</Button>
    </dialog>
  );
}
