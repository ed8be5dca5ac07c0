import { useState } from 'react';
import { say } from '../../actions/toast.ts';
import { timelineText } from '../../i18n/late/timelineText.ts';
import { useLateText } from '../../i18n/lateText.ts';
import { useDesign } from '../../store/hooks.ts';
import { seek } from '../../store/runController.ts';
import { useCanRun } from '../useCanRun.ts';
import { parseMoment } from './span.ts';
import styles from './Timeline.module.css';

/** Names a moment instead of dragging to it. */
export function GoTo() {
  const words = useLateText(timelineText);
  const canRun = useCanRun();
  const seconds = useDesign((state) => state.design.seconds);
  const [typed, setTyped] = useState('');
  const go = (): void => {
    const time = parseMoment(typed);
    if (time === null || time > seconds) say(words.notAMoment(typed.trim()));
    else seek(time);
    setTyped('');
  };
  return (
    <input
      type="text"
      className={styles.goTo}
      aria-label={words.goTo}
      placeholder={words.goToHint}
      autoComplete="off"
      maxLength={12}
      disabled={!canRun}
      value={typed}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return;
        if (event.key === 'Enter' && typed.trim() !== '') go();
        if (event.key === 'Escape') setTyped('');
      }}
    />
  );
}
