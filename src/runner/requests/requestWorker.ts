/** A browser's worker that plays a run again to look into its requests. */

import { behaviorList } from '../../nodes/behaviors.ts';
import { serveCrew } from '../crewMember.ts';
import { playRequestJob, type RequestJob, type RequestResult } from './job.ts';

const sayEveryMs = 150;

serveCrew<RequestJob, number, RequestResult>((job, say) => {
  let saidAt = Number.NEGATIVE_INFINITY;
  return playRequestJob(job, behaviorList, (time) => {
    const now = performance.now();
    if (now - saidAt < sayEveryMs) return;
    saidAt = now;
    say(time);
  });
});
