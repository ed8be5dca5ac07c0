import { useText } from '../i18n/text.ts';
import styles from './SkipLinks.module.css';

/** First in the order of the Tab key: the ways past the header. Buttons, because the address is for designs. */
export function SkipLinks() {
  const t = useText();
  const to = (id: string) => () => {
    const place = document.getElementById(id);
    const stop = place?.querySelector<HTMLElement>('[tabindex="0"]') ?? place;
    stop?.focus();
  };
  return (
    <>
      <button type="button" className={styles.skip} onClick={to('canvas')}>
        {t.panels.skip.canvas}
      </button>
      <button type="button" className={styles.skip} onClick={to('run')}>
        {t.panels.skip.run}
      </button>
      <button type="button" className={styles.skip} onClick={to('inspector')}>
        {t.panels.skip.inspector}
      </button>
    </>
  );
}
