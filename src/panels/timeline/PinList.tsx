import { Flag, X } from 'lucide-react';
import { useStore } from 'zustand';
import { timelineText } from '../../i18n/late/timelineText.ts';
import { useLateText } from '../../i18n/lateText.ts';
import { useRun } from '../../store/hooks.ts';
import { addPin, longestPinName, mostPins, pinsStore, removePin, renamePin } from '../../store/pins.ts';
import { seek } from '../../store/runController.ts';
import { runStore } from '../../store/runStore.ts';
import { Button } from '../../ui/Button.tsx';
import { formatClock } from '../../ui/format.ts';
import { TextBox } from '../../ui/TextBox.tsx';
import styles from './Timeline.module.css';

/** Moments with a name: made here, renamed here, and on the line above to be pressed. */
export function PinList() {
  const words = useLateText(timelineText);
  const pins = useStore(pinsStore, (state) => state.pins);
  const now = formatClock(useRun((state) => Math.floor(state.time * 10 + 1e-6) / 10));
  const add = (): void => addPin(Math.round(runStore.getState().time * 1000) / 1000, words.pinnedAt(now));
  return (
    <div className={styles.pins}>
      <p className={styles.pinsHelp}>{words.pinsHelp}</p>
      {pins.length === 0 ? <p>{words.noPins}</p> : null}
      <ul>
        {pins.map(({ id, time, name }) => (
          <li key={id}>
            <Button look="quiet" size="small" aria-label={words.goToPin(formatClock(time))} onClick={() => seek(time)}>
              {formatClock(time)}
            </Button>
            <TextBox
              value={name}
              label={words.pinName(formatClock(time))}
              maxLength={longestPinName}
              onCommit={(text) => text !== '' && renamePin(id, text)}
            />
            <Button look="quiet" size="small" square aria-label={words.removePin(name)} onClick={() => removePin(id)}>
              <X size={14} aria-hidden />
            </Button>
          </li>
        ))}
      </ul>
      <Button size="small" disabled={pins.length >= mostPins} onClick={add}>
        <Flag size={14} aria-hidden />
        {words.addPin(now)}
      </Button>
    </div>
  );
}
