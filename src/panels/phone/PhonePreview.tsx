import { useText } from '../../i18n/text.ts';
import { useSession } from '../../store/hooks.ts';
import { makeItMine } from '../../store/persistence.ts';
import { sessionStore } from '../../store/sessionStore.ts';
import styles from './Phone.module.css';

let nextToast = 1;

/** Whose design this is, and the way to keep it on this phone. */
export function PhonePreview() {
  const t = useText();
  const previewOf = useSession((state) => state.previewOf);
  if (previewOf === 'lesson') return null;
  const words = t.panels.preview;
  const keep = async (): Promise<void> => {
    await makeItMine();
    sessionStore.getState().set({ toast: { id: nextToast++, text: words.made, undo: false } });
  };
  return (
    <section className={styles.preview} aria-label={words.make}>
      <span>
        {previewOf === 'erased'
          ? t.panels.header.previewSaved
          : words[previewOf === 'other-tab' ? 'otherTab' : previewOf === 'case' ? 'case' : 'text']}
      </span>
      <button type="button" className={styles.button} onClick={() => void keep()}>
        {words.make}
      </button>
    </section>
  );
}
