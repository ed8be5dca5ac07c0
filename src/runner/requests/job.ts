/** What the page asks of a worker that plays its run again, and what it is told. Shared with tests, which play jobs without a worker. */

import type { Behavior } from '../../engine/behavior.ts';
import type { Story } from '../../engine/follow/story.ts';
import type { Crew } from '../crew.ts';
import { type From, followAll, followRequest } from './follow.ts';
import { type TailBlame, TailBook } from './tail.ts';

export type RequestJob = From &
  (
    | { want: 'story'; request: number; bornAt: number }
    /** Requests meant and over within a stretch of simulated seconds. */
    | { want: 'tail'; since: number; until: number }
  );

/** `tail` is null where there were too few requests to speak of a tail. */
export type RequestResult = { want: 'story'; story: Story | null } | { want: 'tail'; tail: TailBlame | null; requests: number };

/** Simulated seconds reached. */
export type RequestCrew = Crew<RequestJob, number, RequestResult>;

export function playRequestJob(
  job: RequestJob,
  behaviors: readonly Behavior[],
  onSlice: (time: number) => void = () => undefined,
): RequestResult {
  if (job.want === 'story') return { want: 'story', story: followRequest(job, behaviors, job.request, job.bornAt, onSlice) };
  const book = new TailBook(job.plan);
  followAll(job, behaviors, job.until, (story) => book.add(story), onSlice, job.since);
  return { want: 'tail', tail: book.close(), requests: book.requests };
}
