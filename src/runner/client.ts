/**
 * The worker seen from the page. Keeps watch over it: a worker that does not answer while it should be playing, or that never
 * starts, is ended and started again once, from the beginning of the run and with everything the user did at the same moments;
 * the second time the run counts as crashed. Nothing here ever throws into the page.
 */

import type { Snapshot } from '../engine/memory.ts';
import type { Plan, PlanAct } from '../engine/plan.ts';
import { type Mishap, mishapOf } from './mishap.ts';
import { ownWorker } from './ownWorker.ts';
import type { FromWorker, LiveAct, ToWorker } from './protocol.ts';
import workerUrl from './worker.ts?worker&url';

/** What the client needs of a worker. */
export interface WorkerLike {
  postMessage(message: ToWorker): void;
  terminate(): void;
  onmessage: ((event: MessageEvent<FromWorker>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
  onmessageerror: ((event: MessageEvent) => void) | null;
}

export interface ClientWorld {
  makeWorker(): WorkerLike;
  onMessage(message: FromWorker): void;
  /** The run begins again by itself: forget what it showed so far. */
  onRestarted(): void;
  /** Calls back at every beat; returns how to stop. Counts beats, not time, so a page that slept sees no silence in it. */
  everyBeat(beat: () => void): () => void;
}

/** A run from a photograph on: its plan with all that was done to it; without one it is played from its beginning. */
export interface Recorded {
  plan: Plan;
  snapshot: Snapshot | null;
}

export interface Client {
  /** Begins to fetch the worker's code, before there is anything to run. */
  warm(): void;
  load(runId: number, plan: Plan): void;
  play(): void;
  pause(): void;
  step(by: 'event' | 'frame'): void;
  runTo(time: number): void;
  seek(time: number): void;
  setSpeed(speed: number): void;
  setSampling(every: number): void;
  act(key: number, acts: readonly LiveAct[]): void;
  /** The run as it can be played again elsewhere, from a moment before `time` (simulated seconds) on. Null when there is none. */
  record(time: number): Promise<Recorded | null>;
  stop(): void;
}

export const beatMs = 500;
/** Three seconds without a word. */
const mostSilentBeats = 6;
/** Half a minute for the first word: until then a slow line may be bringing the worker's code. */
const mostBeatsBeforeFirstWord = 60;

export function createClient(world: ClientWorld): Client {
  let worker: WorkerLike | null = null;
  let current: { runId: number; plan: Plan } | null = null;
  let recorded: PlanAct[] = [];
  /** Sent and not yet confirmed: said again to a worker that took the place of a silent one. */
  let unanswered = new Map<number, readonly LiveAct[]>();
  const asked = new Map<number, (recorded: Recorded) => void>();
  let nextAsk = 1;
  let restarted = false;
  let playing = false;
  let waiting = false;
  let silentBeats = 0;
  let hasSpoken = false;
  let speed = 1;
  let every = 0;
  let stopBeats: (() => void) | null = null;

  const post = (message: ToWorker) => {
    try {
      worker?.postMessage(message);
    } catch {
      lost('unreadable');
    }
  };

  /** With everything that was done to it, at the same moments. */
  const planSoFar = ({ plan }: { plan: Plan }): Plan => ({ ...plan, acts: [...plan.acts, ...recorded].sort((a, b) => a.at - b.at) });

  /** Whoever waits for a photograph that will not come plays from the beginning. */
  const answerAll = () => {
    for (const answer of asked.values()) if (current) answer({ plan: planSoFar(current), snapshot: null });
    asked.clear();
  };

  const end = () => {
    answerAll();
    if (worker) {
      worker.onmessage = null;
      worker.onerror = null;
      worker.onmessageerror = null;
      worker.terminate();
    }
    worker = null;
    waiting = false;
  };

  const lost = (why: Mishap) => {
    end();
    if (!current) return;
    if (restarted) {
      playing = false;
      world.onMessage({ type: 'crashed', runId: current.runId, time: 0, why });
      return;
    }
    restarted = true;
    const again = planSoFar(current);
    world.onRestarted();
    begin(again);
    for (const [key, acts] of unanswered) post({ type: 'act', key, acts });
    if (playing) post({ type: 'play' });
  };

  const receive = (message: FromWorker) => {
    silentBeats = 0;
    hasSpoken = true;
    if (message.type === 'loaded') waiting = false;
    if (!current || (message.runId !== current.runId && message.type !== 'crashed')) return;
    if (message.type === 'photo') {
      asked.get(message.key)?.({ plan: planSoFar(current), snapshot: message.snapshot });
      asked.delete(message.key);
      return;
    }
    if (message.type === 'acted') {
      const { branchedAt } = message;
      if (branchedAt !== null) recorded = recorded.filter(({ at }) => at <= branchedAt);
      recorded.push(...message.acts);
      unanswered.delete(message.key);
    }
    if (message.type === 'status') playing = message.status === 'playing';
    if (message.type === 'crashed') {
      playing = false;
      end();
    }
    world.onMessage(message);
  };

  /** Makes the worker if there is none. False when the browser refuses. */
  const hire = (): boolean => {
    if (worker) return true;
    try {
      worker = world.makeWorker();
    } catch {
      lost('unstarted');
      return false;
    }
    hasSpoken = false;
    worker.onmessage = (event) => receive(event.data);
    // A worker that is forbidden, or whose code did not come, has an error without a word.
    worker.onerror = ({ message }) => lost(hasSpoken ? mishapOf(new Error(message)) : 'unstarted');
    worker.onmessageerror = () => lost('unreadable');
    post({ type: 'speed', speed });
    post({ type: 'sample', every });
    return true;
  };

  const begin = (plan: Plan) => {
    if (!hire()) return;
    stopBeats ??= world.everyBeat(() => {
      if (!worker || (!playing && !waiting)) silentBeats = 0;
      else if (++silentBeats >= (hasSpoken ? mostSilentBeats : mostBeatsBeforeFirstWord)) lost(hasSpoken ? 'silent' : 'unstarted');
    });
    silentBeats = 0;
    waiting = true;
    if (current) post({ type: 'load', runId: current.runId, plan });
  };

  return {
    warm() {
      hire();
    },
    load(runId, plan) {
      answerAll();
      current = { runId, plan };
      recorded = [];
      unanswered = new Map();
      restarted = false;
      playing = false;
      begin(plan);
    },
    play() {
      playing = true;
      silentBeats = 0;
      post({ type: 'play' });
    },
    pause() {
      playing = false;
      post({ type: 'pause' });
    },
    step(by) {
      playing = false;
      post({ type: 'step', by });
    },
    runTo(time) {
      post({ type: 'run-to', time });
    },
    seek(time) {
      playing = false;
      post({ type: 'seek', time });
    },
    setSpeed(next) {
      speed = next;
      post({ type: 'speed', speed });
    },
    setSampling(next) {
      every = next;
      post({ type: 'sample', every });
    },
    act(key, acts) {
      unanswered.set(key, acts);
      post({ type: 'act', key, acts });
    },
    record(time) {
      if (!current) return Promise.resolve(null);
      const key = nextAsk++;
      return new Promise((answer) => {
        asked.set(key, answer);
        post({ type: 'photo', key, before: time });
      });
    },
    stop() {
      stopBeats?.();
      stopBeats = null;
      current = null;
      end();
    },
  };
}

/** A fresh worker for a run. */
export const makeWorker = (): WorkerLike => ownWorker(workerUrl, 'run');
