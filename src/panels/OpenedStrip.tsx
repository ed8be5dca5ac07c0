import { useLateText } from '../i18n/lateText.ts';
import { useText } from '../i18n/text.ts';
import { useSession } from '../store/hooks.ts';
import { openedWhole, sessionStore } from '../store/sessionStore.ts';
import { Button } from '../ui/Button.tsx';
import { Popover } from '../ui/Popover.tsx';
import { openedText, verdictTold } from './openedWords.ts';
import styles from './Strip.module.css';

/** What had to be mended to open a document, what of it could not be read, and whether its numbers may be others. */
export function OpenedStrip() {
  const t = useText();
  const words = useLateText(openedText);
  const { repairs, damagedCopies, otherEngine, verdict } = useSession((state) => state.opened);
  return (
    <section className={`${styles.strip} ${styles.warning}`}>
      {repairs.length > 0 ? (
        <span>
          {words.repaired(repairs.length)}{' '}
          <Popover
            label={words.whatWasMended}
            trigger={
              <Button size="small" look="quiet">
                {words.whatWasMended}
              </Button>
            }
          >
            <ul className={styles.list}>
              {repairs.slice(0, 50).map((repair) => (
                <li key={`${repair.code}/${repair.part}/${repair.field}/${repair.given}`}>
                  {words.repairs[repair.code](`${repair.part} ${repair.field}`.trim(), repair.given, repair.kept)}
                </li>
              ))}
            </ul>
          </Popover>
        </span>
      ) : null}
      {damagedCopies > 0 ? <span>{words.damaged}</span> : null}
      {otherEngine ? (
        <span>
          {words.otherEngine} {verdict ? <span data-verdict>{verdictTold(verdict, words, t.common.duration)}</span> : null}
        </span>
      ) : null}
      <Button size="small" look="quiet" onClick={() => sessionStore.getState().set({ opened: openedWhole })}>
        {t.common.close}
      </Button>
    </section>
  );
}
