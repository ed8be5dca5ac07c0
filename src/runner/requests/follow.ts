/**
 * A run is played again to follow one of its requests: the same plan gives the same bytes, so what is written down is what happened. The
 * run that is being watched knows nothing of it.
 */

import type { Behavior } from '../../engine/behavior.ts';
import type { FollowWish } from '../../engine/follow/follower.ts';
import type { Story } from '../../engine/follow/story.ts';
import type { Snapshot } from '../../engine/memory.ts';
import type { Plan } from '../../engine/plan.ts';
import { createRun, type Run } from '../../engine/run.ts';

/** Where a replay begins: a photograph of the run, or its beginning. */
export interface From {
  plan: Plan;
  snapshot: Snapshot | null;
}

/** What was left over when the user knew is followed for so long, in simulated seconds. */
const mostSecondsAfter = 30;
const sliceEvents = 20_000;

/**
 * @param number of the request; it must begin after the photograph
 * @param onSlice now and then, with the simulated time reached in seconds
 * @returns what happened to it until nothing of it was under way any more, or the run's end; null when there is no such request
 */
export function followRequest(
  from: From,
  behaviors: readonly Behavior[],
  number: number,
  bornAt: number,
  onSlice: (time: number) => void = () => undefined,
): Story | null {
  const { run } = begin(from, behaviors);
  let found: Story | null = null;
  const follower = run.follow({
    wants: (request) => request === number,
    keeps: true,
    onEnd: (story) => {
      found ??= story;
    },
  });
  const isDone = (): boolean => {
    const story: Story | null = found;
    return story !== null && (follower.callsOut === 0 || run.now() > story.endAt + mostSecondsAfter);
  };
  // nothing is to be seen before it is meant
  play(run, Math.max(run.now(), bornAt - 1e-9), onSlice, () => false);
  play(run, from.plan.seconds, onSlice, isDone, 200);
  return found ?? [...follower.followed][0] ?? null;
}

/** Plays a stretch of the run and hands over every request that begins and ends in it. @param until simulated seconds */
export function followAll(
  from: From,
  behaviors: readonly Behavior[],
  until: number,
  onEnd: FollowWish['onEnd'],
  onSlice: (time: number) => void = () => undefined,
  since = 0,
): void {
  const { run } = begin(from, behaviors);
  play(run, since, onSlice, () => false);
  run.follow({ wants: () => true, keeps: false, onEnd });
  play(run, until, onSlice, () => false);
}

function begin({ plan, snapshot }: From, behaviors: readonly Behavior[]): { run: Run } {
  const run = createRun(plan, behaviors);
  if (snapshot) run.restore(snapshot);
  return { run };
}

function play(run: Run, until: number, onSlice: (time: number) => void, isDone: () => boolean, events = sliceEvents): void {
  for (let handled = events; handled === events && !isDone(); ) {
    handled = run.advance(until, events);
    // nobody wants them
    run.takeFrames();
    run.takeNotes();
    run.takeNotable();
    onSlice(run.now());
  }
}
