import { Fingerprint as Sign } from 'lucide-react';
import { useState } from 'react';
import { runStore } from '../../store/runStore.ts';
import { hashOfRun } from '../../store/runSummary.ts';
import { formatClock } from '../../ui/format.ts';
import styles from './Fingerprint.module.css';
import { useDialogText } from './words.ts';

/** All numbers of the run in sixteen digits, as it stood when the dialog opened: two people can compare them by eye. */
export function Fingerprint() {
  const words = useDialogText().fingerprint;
  const [taken] = useState(() => {
    const state = runStore.getState();
    const last = state.frames.at(-1);
    return last ? { hash: hashOfRun(state), at: last.end } : null;
  });
  if (!taken) return null;
  return (
    <section className={styles.box} aria-label={words.title}>
      <Sign size={20} aria-hidden />
      <div>
        <p className={styles.head}>
          <span>{words.title}</span>
          <code className={styles.code} data-metric="fingerprint" data-value={taken.hash} data-at={taken.at}>
            {taken.hash}
          </code>
        </p>
        <p className={styles.help}>{words.help(formatClock(taken.at))}</p>
      </div>
    </section>
  );
}
