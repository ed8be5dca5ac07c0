import { useText } from '../i18n/text.ts';
import { useSession } from '../store/hooks.ts';
import styles from './Header.module.css';

/** Whether the work is safe, in words beside the title. */
export function SavedState() {
  const t = useText();
  const saved = useSession((state) => state.saved);
  const words = t.panels.header;
  switch (saved.state) {
    case 'saving':
      return <span className={styles.saved}>{words.saving}</span>;
    case 'preview':
      return <span className={styles.saved}>{words.previewSaved}</span>;
    case 'failed':
      return <span className={`${styles.saved} ${styles.failed}`}>{words.notSaved(saved.reason)}</span>;
    case 'saved':
      return <span className={styles.saved}>{words.savedAt(clock(saved.at, t.locale))}</span>;
  }
}

function clock(at: number, locale: string): string {
  return new Date(at).toLocaleTimeString(locale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
}
