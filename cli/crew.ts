/** The crew that a command plays its worlds on: threads that start its bundle again, or this thread where there is none. */

import { behaviors } from '../src/nodes/behaviors.ts';
import { type Crew, createCrew } from '../src/runner/crew.ts';
import type { ReplicaCrew, ReplicaJob } from '../src/runner/replicate.ts';
import { playWorld, type World } from '../src/runner/world.ts';
import { nodeCrew } from './nodeCrew.ts';

export const replicaRole = 'replicas';

const sayEveryMs = 500;

/** What a worker does with a job. */
export function playHere({ plan, world, limits }: ReplicaJob, say: (seconds: number) => void): World {
  let saidAt = 0;
  const sayNow = (seconds: number) => {
    if (performance.now() - saidAt < sayEveryMs) return;
    saidAt = performance.now();
    say(seconds);
  };
  return playWorld(plan, behaviors, world, sayNow, limits);
}

/** One after the other in this thread, for tests and where there is no bundle. */
export function crewOfOne<J, P, R>(play: (job: J, say: (partial: P) => void) => R): Crew<J, P, R> {
  return createCrew({
    makeMember: (ears) => ({
      send: (job) =>
        queueMicrotask(() => {
          try {
            ears.said({ say: 'done', result: play(job as J, () => undefined) });
          } catch (error) {
            ears.said({ say: 'failed', reason: (error as Error).message });
          }
        }),
      end: () => undefined,
    }),
    everyBeat: () => () => undefined,
    size: 1,
  });
}

/** @param workers most threads; null: as many as the machine runs at once */
export const crewFor = (bundle: URL | null, workers: number | null): ReplicaCrew =>
  bundle === null ? crewOfOne(playHere) : nodeCrew(bundle, replicaRole, workers ?? undefined);
