/**
 * Replications: one or two plans played in the same worlds by a crew of workers. Page and command line differ only in the crew.
 * Worlds come in any order; nothing that is made of them depends on it.
 */

import type { RunLimits } from '../engine/limits.ts';
import type { Plan } from '../engine/plan.ts';
import type { Crew } from './crew.ts';
import type { World } from './world.ts';

export interface ReplicaJob {
  plan: Plan;
  world: number;
  /** What each world may use; null for the usual. */
  limits: RunLimits | null;
}

/** Simulated seconds reached. */
export type ReplicaProgress = number;
export type ReplicaCrew = Crew<ReplicaJob, ReplicaProgress, World>;

export interface ReplicaHooks {
  onWorld(arm: number, world: World): void;
  /** Share of all the work, 0 to 1. May go back a little when a worker had to be replaced. */
  onProgress?(share: number): void;
  /** A world that could not be played, and why; the others go on. */
  onFailed(arm: number, world: number, reason: string): void;
}

export interface Replicas {
  /** Resolves when nothing is left to do, also after a cancel. Never rejects. */
  ended: Promise<void>;
  cancel(): void;
}

/**
 * Plays worlds of every plan; the same world of all plans one after the other, so that pairs are there early.
 * @param arms plans with one seed in common; their length in seconds may differ
 * @param worlds 1 to so many, or those of these numbers
 */
export function replicate(
  crew: ReplicaCrew,
  arms: readonly Plan[],
  worlds: number | readonly number[],
  hooks: ReplicaHooks,
  limits: RunLimits | null = null,
): Replicas {
  const numbers = typeof worlds === 'number' ? Array.from({ length: worlds }, (_, i) => i + 1) : worlds;
  const work = numbers.flatMap((world) => arms.map((plan, arm) => ({ plan, arm, world })));
  const whole = work.reduce((sum, { plan }) => sum + plan.seconds, 0);
  const reached = new Map<number, number>();
  let sum = 0;
  const reach = (key: number, seconds: number) => {
    sum += seconds - (reached.get(key) ?? 0);
    reached.set(key, seconds);
    hooks.onProgress?.(whole > 0 ? sum / whole : 1);
  };
  const handles = work.map(({ plan, arm, world }, key) => {
    const handle = crew.add({ plan, world, limits }, (seconds) => reach(key, seconds));
    const ended = handle.ended.then((end) => {
      if (end.end === 'cancelled') return;
      reach(key, plan.seconds);
      if (end.end === 'done') hooks.onWorld(arm, end.result);
      else hooks.onFailed(arm, world, end.reason);
    });
    return { ended, cancel: handle.cancel };
  });
  return {
    ended: Promise.all(handles.map(({ ended }) => ended)).then(() => undefined),
    cancel() {
      // From the last, so that no worker begins what is cancelled next.
      for (const { cancel } of handles.reverse()) cancel();
    },
  };
}
