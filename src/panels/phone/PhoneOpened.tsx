import { useLateText } from '../../i18n/lateText.ts';
import { useText } from '../../i18n/text.ts';
import { useSession } from '../../store/hooks.ts';
import { openedText, verdictTold } from '../openedWords.ts';
import styles from './Phone.module.css';

/** Whether a link had to be mended to be opened, and whether its numbers may be others than its maker saw. What was mended is read on a computer. */
export function PhoneOpened() {
  const t = useText();
  const words = useLateText(openedText);
  const { repairs, otherEngine, verdict } = useSession((state) => state.opened);
  return (
    <section className={styles.preview} data-opened>
      <ul className={styles.told}>
        {repairs.length > 0 ? <li>{words.repaired(repairs.length)}</li> : null}
        {otherEngine ? <li>{words.otherEngine}</li> : null}
        {otherEngine && verdict ? <li data-verdict>{verdictTold(verdict, words, t.common.duration)}</li> : null}
      </ul>
    </section>
  );
}
