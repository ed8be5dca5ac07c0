import { useLateText } from '../../i18n/lateText.ts';
import styles from './Interview.module.css';
import { interviewText } from './interviewWords.ts';

/** In the place of the charts, as long as a strict interview shows none. */
export function ChartsLocked() {
  const words = useLateText(interviewText);
  return (
    <p className={styles.locked} data-charts-locked>
      {words.chartsLocked}
    </p>
  );
}
