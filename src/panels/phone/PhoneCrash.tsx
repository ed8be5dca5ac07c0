/** On a phone, where the run stopped by an error: why, and the way to try again. */

import { RotateCcw } from 'lucide-react';
import { mishapIn, mishapText } from '../../i18n/late/mishapText.ts';
import { useLateText } from '../../i18n/lateText.ts';
import { useText } from '../../i18n/text.ts';
import { useRun } from '../../store/hooks.ts';
import { play } from '../../store/runController.ts';
import phone from './Phone.module.css';
import styles from './PhoneCrash.module.css';

export function PhoneCrash() {
  const { notLoaded, run } = useText().panels;
  const why = mishapIn(useLateText(mishapText), useRun(({ crash }) => crash) ?? '');
  return (
    <div className={styles.crash} role="alert">
      <p>
        <strong>{run.status.crashed}.</strong> {why.charAt(0).toUpperCase() + why.slice(1)}.
      </p>
      <button type="button" className={phone.button} onClick={play}>
        <RotateCcw size={18} aria-hidden />
        {notLoaded.again}
      </button>
    </div>
  );
}
