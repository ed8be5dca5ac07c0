import { strangerKind, strangersOf } from '../../design/strangerNotes.ts';
import { useLateText } from '../../i18n/lateText.ts';
import { strangerText } from '../../i18n/strangerText.ts';
import { useDesign } from '../../store/hooks.ts';
import styles from './Phone.module.css';

/** The player draws what runs; of what this version does not know it says the names. */
export function PhoneStrangers() {
  const words = useLateText(strangerText);
  const strangers = strangersOf(useDesign((state) => state.design));
  return (
    <section className={styles.preview} aria-label={words.title} data-testid="strangers">
      <ul className={styles.told}>
        {strangers.map(({ id, text, stranger }) => (
          <li key={id}>
            <strong>{text}</strong> {words.what(strangerKind(stranger))}
          </li>
        ))}
      </ul>
    </section>
  );
}
