import { useEffect } from 'react';
import styles from './Toast.module.css';

interface ToastProps {
  /** Null: nothing to say. The place stays, so that screen readers hear the next one. */
  text: string | null;
  /** Changes with every message, also when the words are the same. */
  id: number;
  action?: { label: string; perform: () => void } | undefined;
  onDone: () => void;
}

const shownMs = 6000;

export function Toast({ text, id, action, onDone }: ToastProps) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new id starts the time again
  useEffect(() => {
    if (text === null) return;
    const timer = setTimeout(onDone, shownMs);
    return () => clearTimeout(timer);
  }, [id, text === null]);
  return (
    <div className={styles.place} role="status">
      {text === null ? null : (
        <div className={styles.toast}>
          <span>{text}</span>
          {action ? (
            <button type="button" className={styles.action} onClick={action.perform}>
              {action.label}
            </button>
          ) : null}
        </div>
      )}
    </div>
  );
}
