import { Fingerprint as Sign } from 'lucide-react';
import { useState } from 'react';
import { useText } from '../../i18n/text.ts';
import { runStore } from '../../store/runStore.ts';
import { hashOfRun } from '../../store/runSummary.ts';
import { formatClock } from '../../ui/format.ts';
import styles from './Fingerprint.module.css';

/** All numbers of the run in sixteen digits, as it stood when the dialog opened: two people can compare them by eye. */
export function Fingerprint() {
  const t = useText();
  const [taken] = useState(() => {
    const state = runStore.getState();
    const last = state.frames.at(-1);
    return last ? { hash: hashOfRun(state), at: last.end } : null;
  });
  if (!taken) return null;
  return (
    <section className={styles.box} aria-label={t.dialogs.fingerprint.title}>
      <Sign size={20} aria-hidden />
      <div>
        <p className={styles.head}>
          <span>{t.dialogs.fingerprint.title}</span>
          <code className={styles.code} data-metric="fingerprint" data-value={taken.hash} data-at={taken.at}>
            {taken.hash}
          </code>
        </p>
        <p className={styles.help}>{t.dialogs.fingerprint.help(formatClock(taken.at))}</p>
      </div>
    </section>
  );
}
