/** `Next` and `previous` along a run: to a moment at which something is marked, or on until something is. */

import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { stopsRun } from '../../design/problems.ts';
import { useRun } from '../../store/hooks.ts';
import { scenesStore } from '../../store/presenting.ts';
import { pause, play, seek } from '../../store/runController.ts';
import { runStore } from '../../store/runStore.ts';
import { happenedSince, sceneFrom } from './captions.ts';

export interface Scenes {
  next: () => void;
  previous: () => void;
  /** The run goes on until something happens, then stands. */
  isWaiting: boolean;
}

export function useScenes(): Scenes {
  const scenes = useStore(scenesStore, (state) => state.scenes);
  const [waitsFrom, setWaitsFrom] = useState<number | null>(null);
  const status = useRun((state) => state.status);
  useEffect(() => {
    if (waitsFrom === null) return;
    const { time } = runStore.getState();
    const happened = happenedSince(scenes, waitsFrom, time);
    const hasHappened = happened !== null;
    if (hasHappened) {
      pause();
      // it is told of a little later, and who stands there would come back to it by `previous`
      seek(happened);
    }
    // By itself or by hand: it stands.
    if (hasHappened || status === 'finished' || status === 'crashed' || (status === 'paused' && time > waitsFrom)) setWaitsFrom(null);
  }, [scenes, waitsFrom, status]);

  const go = (by: -1 | 1) => (): void => {
    const { time, problems } = runStore.getState();
    if (problems.some(stopsRun)) return;
    const found = sceneFrom(scenes, time, by);
    setWaitsFrom(null);
    if (found !== 'on') {
      seek(found);
      return;
    }
    if (status === 'finished') return;
    setWaitsFrom(time);
    play();
  };
  return { next: go(1), previous: go(-1), isWaiting: waitsFrom !== null };
}
