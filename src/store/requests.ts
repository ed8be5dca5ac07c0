/**
 * One request that is looked into, or the slowest hundredth of many. The run is played again in a worker of its own, from a photograph of
 * the one that is being watched, which goes on undisturbed. Never saved.
 */

import { createStore } from 'zustand/vanilla';
import type { Story } from '../engine/follow/story.ts';
import type { Plan } from '../engine/plan.ts';
import { pageCrew } from '../runner/pageCrew.ts';
import type { RequestCrew, RequestJob, RequestResult } from '../runner/requests/job.ts';
import workerUrl from '../runner/requests/requestWorker.ts?worker&url';
import type { TailBlame } from '../runner/requests/tail.ts';
import { clearMark, followMark } from './followMark.ts';
import { recordRun } from './runController.ts';
import { runStore } from './runStore.ts';
import { sessionStore } from './sessionStore.ts';

type Progress = 'idle' | 'playing' | 'done' | 'failed';

export interface RequestsState {
  /** What the pane shows. */
  view: 'one' | 'tail';
  wanted: { request: number; bornAt: number } | null;
  following: Progress;
  /** Null when it is done and there is none: the run has gone another way since. */
  story: Story | null;
  /** Which call of the story is pointed at, and how far its events have been stepped through (-1: not at all). */
  span: number | null;
  step: number;
  tailing: Progress;
  /** The stretch of simulated seconds that is blamed, and how much of it has been played, 0 to 1. */
  stretch: { since: number; until: number } | null;
  share: number;
  /** Null when there were too few requests; then `requests` says how many. */
  tail: TailBlame | null;
  requests: number;
  /** The plan that indices of story and tail speak of. */
  plan: Plan | null;
}

const nothing = {
  wanted: null,
  following: 'idle',
  story: null,
  span: null,
  step: -1,
  tailing: 'idle',
  stretch: null,
  share: 0,
  tail: null,
  requests: 0,
  plan: null,
} satisfies Partial<RequestsState>;

export const requestsStore = createStore<RequestsState>()(() => ({ view: 'one', ...nothing }));

let crew: RequestCrew | null = null;
let running: { cancel(): void } | null = null;

/** Plays the run again to see what became of a request. @param bornAt when it was meant, simulated seconds */
export async function follow(request: number, bornAt: number): Promise<void> {
  sessionStore.getState().set({ requestsOpen: true });
  const { runId } = runStore.getState();
  clearMark();
  requestsStore.setState({
    view: 'one',
    wanted: { request, bornAt },
    following: 'playing',
    story: null,
    span: null,
    step: -1,
  });
  const job = await begin(bornAt, (from) => ({ ...from, want: 'story', request, bornAt }));
  const isWanted = () => requestsStore.getState().wanted?.request === request && runStore.getState().runId === runId;
  if (!job) {
    if (isWanted()) requestsStore.setState({ following: 'failed' });
    return;
  }
  const end = await job.ended;
  if (!isWanted() || end.end === 'cancelled') return;
  if (end.end === 'failed' || end.result.want !== 'story') requestsStore.setState({ following: 'failed' });
  else {
    const { story } = end.result;
    requestsStore.setState({ following: 'done', story, plan: job.plan });
    if (story) followMark(story);
  }
}

/** Plays a stretch of the run again and adds up where the slowest of its requests spent their time. Simulated seconds. */
export async function blame(since: number, until: number): Promise<void> {
  const { runId } = runStore.getState();
  requestsStore.setState({
    view: 'tail',
    tailing: 'playing',
    stretch: { since, until },
    share: 0,
    tail: null,
    requests: 0,
  });
  const isWanted = () => {
    const { stretch, tailing } = requestsStore.getState();
    return tailing === 'playing' && stretch?.since === since && stretch.until === until && runStore.getState().runId === runId;
  };
  const job = await begin(
    since,
    (from) => ({ ...from, want: 'tail', since, until }),
    (time) => {
      const share = Math.floor(100 * Math.min(1, Math.max(0, (time - since) / (until - since)))) / 100;
      if (isWanted() && share !== requestsStore.getState().share) requestsStore.setState({ share });
    },
  );
  const end = job && (await job.ended);
  if (!isWanted() || end?.end === 'cancelled') return;
  if (end?.end !== 'done' || end.result.want !== 'tail') requestsStore.setState({ tailing: 'failed' });
  else requestsStore.setState({ tailing: 'done', share: 1, tail: end.result.tail, requests: end.result.requests, plan: job?.plan ?? null });
}

/** At once. */
export function stopLooking(): void {
  running?.cancel();
  running = null;
  const { following, tailing } = requestsStore.getState();
  requestsStore.setState({
    ...(following === 'playing' ? { following: 'idle', wanted: null } : {}),
    ...(tailing === 'playing' ? { tailing: 'idle', stretch: null } : {}),
  });
}

/** The pane is closed: nothing is marked on the canvas any more. */
export function closeRequests(): void {
  stopLooking();
  clearMark();
  requestsStore.setState(nothing);
  sessionStore.getState().set({ requestsOpen: false });
}

// What belongs to another run is forgotten with it.
runStore.subscribe((state, before) => {
  if (state.runId === before.runId) return;
  running?.cancel();
  running = null;
  clearMark();
  requestsStore.setState(nothing);
});

async function begin(
  since: number,
  jobOf: (from: { plan: Plan; snapshot: RequestJob['snapshot'] }) => RequestJob,
  onTime?: (time: number) => void,
): Promise<{ ended: Promise<import('../runner/crew.ts').JobEnd<RequestResult>>; plan: Plan } | null> {
  running?.cancel();
  // a hair earlier: what is meant at the very moment of a photograph may already be under way in it
  const from = await recordRun(Math.max(0, since - 1e-6));
  if (!from) return null;
  crew ??= pageCrew(workerUrl, 'requests');
  const handle = crew.add(jobOf(from), onTime);
  running = handle;
  return { ended: handle.ended, plan: from.plan };
}
