import { useEffect, useRef, useState } from 'react';
import { useRun, useSession } from '../../store/hooks.ts';
import { pause, play, setSpeed } from '../../store/runController.ts';
import { runStore } from '../../store/runStore.ts';
import { Button } from '../../ui/Button.tsx';
import { createAutoSlow, slowMillis, slowSpeed } from './autoSlow.ts';
import styles from './StoryTold.module.css';
import type { StoryWords } from './storyWords.ts';

const stillAsked = (): boolean => matchMedia('(prefers-reduced-motion: reduce)').matches;

/** Back to the speed before; whoever took another one meanwhile keeps it. */
function speedUp(to: number): void {
  if (runStore.getState().speed === slowSpeed) setSpeed(to);
}

/** Slows the run down where trouble begins, says so, and goes on by itself, by the button or by a key. */
export function SlowNote({ isTrouble, words }: { isTrouble: boolean; words: StoryWords }) {
  const { current: decide } = useRef(createAutoSlow());
  const runId = useRun((state) => state.runId);
  const status = useRun((state) => state.status);
  const speed = useRun((state) => state.speed);
  const isOn = useSession((state) => state.autoSlow && state.interview !== 'strict');
  const [before, setBefore] = useState<number | null>(null);
  const [isStanding, setStanding] = useState(false);

  useEffect(() => {
    const act = decide({ runId, status, speed, isOn, isStill: stillAsked(), isTrouble });
    if (act === 'slow') {
      setBefore(speed);
      setSpeed(slowSpeed);
    } else if (act === 'pause') {
      setStanding(true);
      pause();
    }
  });

  useEffect(() => {
    if (before === null) return;
    const goOn = () => {
      setBefore(null);
      speedUp(before);
    };
    const timer = setTimeout(goOn, slowMillis);
    const onKey = (event: KeyboardEvent) => {
      if (event.code !== 'BracketRight' || event.ctrlKey || event.metaKey || event.altKey) return;
      event.stopImmediatePropagation();
      goOn();
    };
    addEventListener('keydown', onKey, { capture: true });
    return () => {
      clearTimeout(timer);
      removeEventListener('keydown', onKey, { capture: true });
    };
  }, [before]);

  const stands = isStanding && status === 'paused';
  useEffect(() => {
    if (status === 'playing') setStanding(false);
  }, [status]);
  if (before === null && !stands) return null;
  return (
    <Button
      size="small"
      className={styles.button}
      title={words.resumeHelp}
      data-slowed={before === null ? 'paused' : 'slow'}
      onClick={() => {
        if (before === null) play();
        else speedUp(before);
        setBefore(null);
      }}
    >
      {before === null ? words.paused : words.slowed} · {words.resume}
    </Button>
  );
}
