import { useEffect } from 'react';
import { announce } from './announce.ts';
import styles from './Toast.module.css';

interface ToastProps {
  /** Null: nothing to say. */
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
    announce(text, 'answer');
    const timer = setTimeout(onDone, shownMs);
    return () => clearTimeout(timer);
  }, [id, text === null]);
  return (
    <div className={styles.place}>
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
