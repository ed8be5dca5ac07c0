/**
 * What all trials of the page have in common: one is played at a time on one crew of workers, the run one watches pauses meanwhile (both
 * would want the same cores), progress is told in whole per cents, and a stop keeps what there is. Never saved; loaded with what shows it.
 */

import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Design } from '../design/design.ts';
import { pageCrew } from '../runner/pageCrew.ts';
import type { ReplicaCrew, Replicas } from '../runner/replicate.ts';
import workerUrl from '../runner/replicaWorker.ts?worker&url';
import { pause } from './runController.ts';

export type TrialStatus = 'idle' | 'playing' | 'stopped' | 'done';

export interface TrialState<Asked, Result> {
  status: TrialStatus;
  /** What was asked, of which design; null before the first. */
  asked: Asked | null;
  design: Design | null;
  result: Result;
  /** Of the work, 0 to 1, in whole per cents, so that nobody draws oftener. */
  share: number;
  /** Reasons of runs that could not be played. */
  failed: readonly string[];
}

export interface Trial<Asked, Result> {
  store: StoreApi<TrialState<Asked, Result>>;
  /** `play` begins the work; what it says through `say` counts for as long as this is the trial being played. */
  begin(design: Design, asked: Asked, play: (crew: ReplicaCrew, say: TrialSay<Result>) => Replicas): void;
  /** At once; what has been played stays. */
  stop(): void;
  /** As if nobody had asked. */
  forget(): void;
}

export interface TrialSay<Result> {
  result(change: (before: Result) => Result): void;
  share(share: number): void;
  failed(reason: string): void;
}

let crew: ReplicaCrew | null = null;
let stopPlaying: (() => void) | null = null;

/** @param nothing the result before anything was played */
export function createTrial<Asked, Result>(nothing: Result): Trial<Asked, Result> {
  const idle: TrialState<Asked, Result> = { status: 'idle', asked: null, design: null, result: nothing, share: 0, failed: [] };
  const store = createStore<TrialState<Asked, Result>>()(() => idle);
  /** The one being played; its work is known once it has begun. */
  let running: { work: Replicas | null } | null = null;

  const stop = (): void => {
    if (!running) return;
    const stopped = running;
    running = null;
    stopPlaying = null;
    stopped.work?.cancel();
    crew?.cancelAll();
    store.setState({ status: 'stopped' });
  };

  return {
    store,
    stop,
    forget() {
      stop();
      store.setState(idle, true);
    },
    begin(design, asked, play) {
      stopPlaying?.();
      pause();
      crew ??= pageCrew(workerUrl, 'trial');
      store.setState({ status: 'playing', asked, design, result: nothing, share: 0, failed: [] });
      const mine: NonNullable<typeof running> = { work: null };
      const isMine = () => running === mine;
      running = mine;
      stopPlaying = stop;
      mine.work = play(crew, {
        result: (change) => isMine() && store.setState(({ result }) => ({ result: change(result) })),
        share(share) {
          const whole = Math.floor(share * 100) / 100;
          if (isMine() && whole !== store.getState().share) store.setState({ share: whole });
        },
        failed: (reason) => isMine() && store.setState(({ failed }) => ({ failed: [...failed, reason] })),
      });
      void mine.work.ended.then(() => {
        if (!isMine()) return;
        running = null;
        stopPlaying = null;
        store.setState({ status: 'done', share: 1 });
      });
    },
  };
}
