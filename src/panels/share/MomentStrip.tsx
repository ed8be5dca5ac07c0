import { X } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { SharedMoment } from '../../design/sharedMoment.ts';
import { useRun } from '../../store/hooks.ts';
import { seek } from '../../store/runController.ts';
import { sessionStore } from '../../store/sessionStore.ts';
import { formatClock } from '../../ui/format.ts';
import { lookAt, pointAt } from './lookAt.ts';
import styles from './Share.module.css';
import { useShareText } from './shareWords.ts';

/** Seconds that count as the same moment. */
const hair = 1e-6;

/** Which second of the run a link led to, the way there, and what its maker says of it. */
export function MomentStrip({ moment }: { moment: SharedMoment }) {
  const words = useShareText().strip;
  const tenths = useRun((state) => Math.floor(state.time * 10 + hair));
  const isThere = useRun((state) => Math.abs(state.time - moment.at) < hair);
  const isReached = useRun((state) => state.time >= moment.at - hair);
  const [hasBeen, setBeen] = useState(false);
  if (isReached && !hasBeen) setBeen(true);
  const canRun = useRun((state) => state.layout !== null && state.status !== 'crashed');
  useEffect(() => lookAt(moment.view), [moment]);
  useEffect(() => {
    if (hasBeen) pointAt(moment);
  }, [moment, hasBeen]);
  const clock = formatClock(moment.at);
  return (
    <section className={styles.strip} aria-label={words.label} data-testid="shared-moment" data-there={isThere || undefined}>
      {canRun && !hasBeen ? (
        <>
          <span role="status">{words.going(clock)}</span>
          <progress className={styles.way} max={moment.at} value={tenths / 10} aria-label={words.going(clock)} />
        </>
      ) : (
        <p className={styles.words}>
          <span>{words.at(clock)}</span>
          {moment.note === '' ? null : (
            <>
              <span>{words.note}</span>
              <q className={styles.quote}>{moment.note}</q>
            </>
          )}
        </p>
      )}
      {canRun && hasBeen && !isThere ? (
        <button type="button" className={styles.stripButton} onClick={() => seek(moment.at)}>
          {words.back}
        </button>
      ) : null}
      <button
        type="button"
        className={styles.stripButton}
        aria-label={words.close}
        onClick={() => sessionStore.getState().set({ moment: null })}
      >
        <X size={16} aria-hidden />
      </button>
    </section>
  );
}
