/** A crew that plays in this thread, as soon as nobody is on the stack. */

import { behaviors } from '../nodes/behaviors.ts';
import { createCrew } from './crew.ts';
import type { ReplicaCrew, ReplicaJob } from './replicate.ts';
import { playWorld } from './world.ts';

export const hereCrew = (): ReplicaCrew =>
  createCrew({
    makeMember: (ears) => ({
      send(job) {
        void Promise.resolve().then(() => {
          const { plan, world, limits } = job as ReplicaJob;
          try {
            ears.said({ say: 'done', result: playWorld(plan, behaviors, world, undefined, limits) });
          } catch (error) {
            ears.said({ say: 'failed', reason: (error as Error).message });
          }
        });
      },
      end: () => undefined,
    }),
    everyBeat: () => () => undefined,
    size: 1,
  });
