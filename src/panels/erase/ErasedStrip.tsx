import { useLateText } from '../../i18n/lateText.ts';
import { useSession } from '../../store/hooks.ts';
import { makeItMine } from '../../store/persistence.ts';
import { Button } from '../../ui/Button.tsx';
import styles from '../Strip.module.css';
import { eraseText } from './eraseWords.ts';

/** In a tab whose document was erased from another one: it is still in hand, and can be kept. */
export function ErasedStrip() {
  const words = useLateText(eraseText);
  // the tab that erases says so itself
  const isHere = useSession(({ dialog }) => dialog === 'erase');
  if (isHere) return null;
  return (
    <section className={`${styles.strip} ${styles.warning}`} role="alert" data-erased="elsewhere">
      <span>{words.strip}</span>
      <Button look="primary" size="small" onClick={() => void makeItMine()}>
        {words.keep}
      </Button>
    </section>
  );
}
