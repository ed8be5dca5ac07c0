/** The search for single points of failure in the page: one run per part, on the crew of workers. Loaded when it is asked for. */

import type { Id } from '../design/design.ts';
import { compile } from '../runner/compile.ts';
import { pageCrew } from '../runner/pageCrew.ts';
import { type ReplicaCrew, type Replicas, replicate } from '../runner/replicate.ts';
import workerUrl from '../runner/replicaWorker.ts?worker&url';
import { killingsOf, lossOf } from '../runner/singlePoints.ts';
import { designStore } from './designStore.ts';
import { foundStore } from './foundStore.ts';
import { runsAlike } from './replay.ts';
import { pause } from './runController.ts';

let crew: ReplicaCrew | null = null;
let running: Replicas | null = null;
let forgetsBy: (() => void) | null = null;

/** Nothing is outlined, and nobody searches. */
export function forgetSinglePoints(): void {
  const stopped = running;
  running = null;
  stopped?.cancel();
  forgetsBy?.();
  forgetsBy = null;
  foundStore.setState({ share: null, secondsBelow: new Map() });
}

/**
 * Kills one machine of each part in turn, each in a run of its own; what was found stays until the design would run otherwise.
 * @returns the parts that are single points; null when the design cannot run, or the search was overtaken by an edit or another search
 */
export async function findSinglePoints(): Promise<readonly Id[] | null> {
  forgetSinglePoints();
  const { design } = designStore.getState();
  const killings = killingsOf(design);
  if (compile(design).plan === null) return null;
  // Both would want the same cores.
  pause();
  foundStore.setState({ share: 0 });
  forgetsBy = designStore.subscribe((state) => {
    if (!runsAlike(state.design, design)) forgetSinglePoints();
  });
  const found = new Map<Id, number>();
  crew ??= pageCrew(workerUrl, 'single points');
  const mine = replicate(
    crew,
    killings.map(({ plan }) => plan),
    1,
    {
      onWorld(arm, world) {
        const { secondsBelow, isSinglePoint } = lossOf(world);
        if (isSinglePoint) found.set(killings[arm].node, secondsBelow);
      },
      onProgress(share) {
        const whole = Math.floor(share * 100) / 100;
        if (running === mine && whole !== foundStore.getState().share) foundStore.setState({ share: whole });
      },
      onFailed: () => undefined,
    },
  );
  running = mine;
  await mine.ended;
  if (running !== mine) return null;
  running = null;
  foundStore.setState({ share: null, secondsBelow: found });
  return [...found.keys()];
}
