/** Says on the canvas which moment it shows when that is not the newest, and what a change there would begin. */

import { useEffect, useRef } from 'react';
import { createPortal } from 'react-dom';
import { useStore } from 'zustand';
import { say } from '../../actions/toast.ts';
import { clockTick } from '../../charts/axes.ts';
import { timelineText } from '../../i18n/late/timelineText.ts';
import { useLateText } from '../../i18n/lateText.ts';
import { futuresStore } from '../../store/futures.ts';
import { useRun } from '../../store/hooks.ts';
import { frameAt, knownStore } from '../../store/known.ts';
import { momentStore } from '../../store/moment.ts';
import { formatClock } from '../../ui/format.ts';
import styles from './MomentSign.module.css';

export function MomentSign() {
  const words = useLateText(timelineText);
  const canvas = document.getElementById('canvas');
  useEffect(
    () =>
      futuresStore.subscribe(({ kept }, before) => {
        const newest = kept.at(-1);
        if (newest && newest !== before.kept.at(-1) && kept.length >= before.kept.length && newest.branchedAt !== null)
          say(words.branched(formatClock(newest.branchedAt)));
      }),
    [words],
  );
  return canvas === null
    ? null
    : createPortal(
        <div className={styles.place}>
          <Shown words={words.showing} />
          <Rewound />
        </div>,
        canvas,
      );
}

/** Written without React, as often as somebody points elsewhere. */
function Shown({ words }: { words: (time: string) => string }) {
  const sign = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    const draw = (): void => {
      const { at } = momentStore.getState();
      const isShown = at !== null && frameAt(at) !== null;
      if (!sign.current) return;
      sign.current.hidden = !isShown;
      if (at !== null && isShown) sign.current.textContent = words(clockTick(Math.floor(at + 1e-6)));
      document.getElementById('canvas')?.toggleAttribute('data-moment', isShown);
    };
    draw();
    const stop = momentStore.subscribe(draw);
    return () => {
      stop();
      document.getElementById('canvas')?.removeAttribute('data-moment');
    };
  }, [words]);
  return <p ref={sign} className={styles.shown} data-testid="moment" hidden />;
}

/** Less than this lies ahead of the newest moment by the rhythm of messages alone, simulated seconds. */
const leastBack = 0.5;

function Rewound() {
  const words = useLateText(timelineText);
  const time = useRun((state) => Math.floor(state.time * 10 + 1e-6) / 10);
  const isStill = useRun((state) => state.status === 'paused' || state.status === 'finished');
  const until = useStore(knownStore, (state) => Math.floor(state.until * 10 + 1e-6) / 10);
  if (!isStill || until - time < leastBack) return null;
  return (
    <p className={styles.rewound} data-testid="rewound">
      {words.rewound(formatClock(time), formatClock(until))}
    </p>
  );
}
