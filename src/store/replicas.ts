/**
 * Replications of the page: what was asked, what has been played, how far it is. Never saved; loaded with the dialog that shows it.
 * Results outlive the dialog, and a cancel keeps what there is.
 */

import { createStore } from 'zustand/vanilla';
import type { Design } from '../design/design.ts';
import { setSeconds } from '../design/edits.ts';
import { underUsersOf } from '../design/sameUsers.ts';
import { compile } from '../runner/compile.ts';
import { pageCrew } from '../runner/pageCrew.ts';
import { type ReplicaCrew, type Replicas, replicate } from '../runner/replicate.ts';
import workerUrl from '../runner/replicaWorker.ts?worker&url';
import { withLuckOf } from '../runner/sameLuck.ts';
import type { World } from '../runner/world.ts';
import { pause } from './runController.ts';

/** What is played: one design alone, or A (the one in hand) and B (the other). */
export interface ReplicaArm {
  title: string;
  /** As it was in hand or on the shelf, before it got the users of the other. */
  design: Design;
  /** Its users, keys and traffic are what it is compared by, and stay its own. */
  keepsUsers?: true;
}

export interface ReplicasState {
  status: 'idle' | 'playing' | 'stopped' | 'done';
  arms: readonly ReplicaArm[];
  /** Worlds asked for. */
  asked: number;
  /** Played by each arm, in order of their numbers. */
  played: readonly (readonly World[])[];
  failed: readonly { arm: number; world: number; reason: string }[];
  /** Of the work, 0 to 1, in whole per cents, so that nobody draws oftener. */
  share: number;
}

export const replicasStore = createStore<ReplicasState>()(() => ({
  status: 'idle',
  arms: [],
  asked: 0,
  played: [],
  failed: [],
  share: 0,
}));

let crew: ReplicaCrew | null = null;
let running: Replicas | null = null;

export type CannotPlay = 'this' | 'other';

/**
 * Plays `worlds` worlds of `current`, and of `other` under the users of `current` unless it keeps its own; whatever was playing is stopped.
 * @param seconds simulated time of each world
 * @returns which of the two cannot run, or null when it has begun
 */
export function startReplicas(current: ReplicaArm, other: ReplicaArm | null, worlds: number, seconds: number): CannotPlay | null {
  const inHand = setSeconds(current.design, seconds);
  const { plan } = compile(inHand);
  if (!plan) return 'this';
  const rival =
    other &&
    compile(other.keepsUsers ? { ...other.design, seed: inHand.seed, seconds: inHand.seconds } : underUsersOf(other.design, inHand)).plan;
  if (other && !rival) return 'other';
  stopReplicas();
  // Both would want the same cores.
  pause();
  const plans = rival ? [plan, withLuckOf(rival, plan)] : [plan];
  const arms = other ? [current, other] : [current];
  replicasStore.setState({ status: 'playing', arms, asked: worlds, played: arms.map(() => []), failed: [], share: 0 });
  crew ??= pageCrew(workerUrl, 'replica');
  const mine = replicate(crew, plans, worlds, {
    onWorld(arm, world) {
      if (running !== mine) return;
      const { played } = replicasStore.getState();
      const next = [...played[arm], world].sort((a, b) => a.number - b.number);
      replicasStore.setState({ played: played.map((list, at) => (at === arm ? next : list)) });
    },
    onProgress(share) {
      const whole = Math.floor(share * 100) / 100;
      if (running === mine && whole !== replicasStore.getState().share) replicasStore.setState({ share: whole });
    },
    onFailed(arm, world, reason) {
      if (running === mine) replicasStore.setState({ failed: [...replicasStore.getState().failed, { arm, world, reason }] });
    },
  });
  running = mine;
  void mine.ended.then(() => {
    if (running !== mine) return;
    running = null;
    replicasStore.setState({ status: 'done', share: 1 });
  });
  return null;
}

/** At once; what has been played stays. */
export function stopReplicas(): void {
  if (!running) return;
  const stopped = running;
  running = null;
  stopped.cancel();
  crew?.cancelAll();
  replicasStore.setState({ status: 'stopped' });
}
