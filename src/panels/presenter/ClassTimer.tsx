import { Minus, Plus } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { moveTimer } from '../../store/covers.ts';
import { useRun } from '../../store/hooks.ts';
import { presentingStore } from '../../store/presenting.ts';
import { announce } from '../../ui/announce.ts';
import { formatClock } from '../../ui/format.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { clockText } from '../interview/clockText.ts';
import styles from './Presenter.module.css';
import type { PresenterText } from './presenterWords.ts';

const minuteMs = 60_000;

/** Time that was given to the class, and under it the clock of the run. Nothing blinks when it is over. */
export function ClassTimer({ words }: { words: PresenterText }) {
  const endsAt = useStore(presentingStore, (state) => state.timerEndsAt);
  return endsAt === null ? null : <Shown endsAt={endsAt} words={words} />;
}

function Shown({ endsAt, words }: { endsAt: number; words: PresenterText }) {
  const [now, setNow] = useState(() => performance.now());
  const clock = useRun((state) => formatClock(Math.floor(state.time)).replace(/\.0$/, ''));
  useEffect(() => {
    const tick = (): void => setNow(performance.now());
    tick();
    const timer = setInterval(tick, 250);
    return () => clearInterval(timer);
  }, []);
  const left = Math.max(0, Math.ceil((endsAt - now) / 1000 - 1e-3));
  const isOver = left === 0;
  const was = useRef(isOver);
  useEffect(() => {
    if (isOver && !was.current) announce(words.timeOver, 'answer');
    was.current = isOver;
  }, [isOver, words]);
  const move = (byMs: number, label: string, Icon: typeof Plus) => (
    <IconButton label={label} onPointerDown={(event) => event.preventDefault()} onClick={() => moveTimer(byMs)}>
      <Icon size={20} aria-hidden />
    </IconButton>
  );
  return (
    <section className={styles.timer} aria-label={words.timer} data-testid="class-timer" data-over={isOver || undefined}>
      {move(-minuteMs, words.lessTime, Minus)}
      <p className={styles.left} role="timer">
        {isOver ? words.timeOver : clockText(left)}
      </p>
      {move(minuteMs, words.moreTime, Plus)}
      <p className={styles.runClock}>{words.clock(clock)}</p>
    </section>
  );
}
