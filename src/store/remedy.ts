/** A remedy that is tried: the design in hand and the same with one thing changed, in the same worlds. Never saved; loaded with its pane. */

import { createStore } from 'zustand/vanilla';
import type { Design } from '../design/design.ts';
import { compareMetric, type MetricComparison } from '../runner/compareWorlds.ts';
import { compile } from '../runner/compile.ts';
import { pageCrew } from '../runner/pageCrew.ts';
import { type ReplicaCrew, type Replicas, replicate } from '../runner/replicate.ts';
import workerUrl from '../runner/replicaWorker.ts?worker&url';
import { withLuckOf } from '../runner/sameLuck.ts';
import type { World } from '../runner/world.ts';
import { pause } from './runController.ts';

export interface RemedyState {
  status: 'idle' | 'playing' | 'stopped' | 'done' | 'cannot-run';
  /** Says which remedy it is, so that a result is not shown beside another. */
  name: string;
  worlds: number;
  /** Worlds that both have played, and what they say of p99; null before the first. */
  played: number;
  p99: MetricComparison | null;
}

export const remedyWorlds = 20;

const idle: RemedyState = { status: 'idle', name: '', worlds: remedyWorlds, played: 0, p99: null };

export const remedyStore = createStore<RemedyState>()(() => idle);

let crew: ReplicaCrew | null = null;
let running: Replicas | null = null;

/** Plays both designs in `remedyWorlds` worlds each, from their beginning; what was being tried is stopped. */
export function tryRemedy(name: string, design: Design, changed: Design): void {
  stopRemedy();
  const [now, then] = [compile(design).plan, compile(changed).plan];
  if (!now || !then) {
    remedyStore.setState({ ...idle, name, status: 'cannot-run' });
    return;
  }
  // All want the same cores.
  pause();
  const arms: [World[], World[]] = [[], []];
  remedyStore.setState({ ...idle, name, status: 'playing' });
  crew ??= pageCrew(workerUrl, 'remedy');
  const mine = replicate(crew, [now, withLuckOf(then, now)], remedyWorlds, {
    onWorld(arm, world) {
      if (running !== mine) return;
      arms[arm].push(world);
      const p99 = compareMetric(arms[0], arms[1], 'p99');
      remedyStore.setState({ played: p99.worlds, p99: p99.worlds > 0 ? p99 : null });
    },
    // a world that cannot be played is missing from the count, which says so
    onFailed: () => undefined,
  });
  running = mine;
  void mine.ended.then(() => {
    if (running !== mine) return;
    running = null;
    remedyStore.setState({ status: 'done' });
  });
}

/** At once; what has been played stays. */
export function stopRemedy(): void {
  if (!running) return;
  running.cancel();
  running = null;
  crew?.cancelAll();
  remedyStore.setState({ status: 'stopped' });
}
