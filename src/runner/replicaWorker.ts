/** A browser's worker that plays worlds. Says how far it is a few times a second, so that the crew knows it lives. */

import { behaviors } from '../nodes/behaviors.ts';
import { serveCrew } from './crewMember.ts';
import type { ReplicaJob, ReplicaProgress } from './replicate.ts';
import { playWorld, type World } from './world.ts';

const sayEveryMs = 150;

serveCrew<ReplicaJob, ReplicaProgress, World>(({ plan, world, limits }, say) => {
  let saidAt = Number.NEGATIVE_INFINITY;
  const sayNow = (time: number) => {
    const now = performance.now();
    if (now - saidAt < sayEveryMs) return;
    saidAt = now;
    say(time);
  };
  return playWorld(plan, behaviors, world, sayNow, limits);
});
