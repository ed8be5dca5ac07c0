/** What the worker tells the page, and how often: frames and a glance at most ten times a second, samples twenty times. */

import type { Run } from '../engine/run.ts';
import type { Told } from './checkpoints.ts';
import { type FromWorker, GLANCE, type RunStatus } from './protocol.ts';

/** Milliseconds of wall time. */
const glanceEveryMs = 100;
const samplesEveryMs = 50;
const showsEveryMs = 500;

export type Send = (message: FromWorker) => void;

export interface Reporter {
  report(status: RunStatus, now?: boolean): void;
  /** Frames and notes handed over since the run began. */
  told(): Told;
  /** The run went back to where it had told so much. */
  rewind(to: Told): void;
}

/**
 * `report` hands over what a run has put out. While it plays it keeps to the rhythm above, which is also the
 * worker's heartbeat; a change of status, or `now`, hands over everything at once.
 */
export function createReporter(
  { runId, run, slots }: { runId: number; run: Run; slots: number },
  { send, clockMs, trueSpeed }: { send: Send; clockMs: () => number; trueSpeed: () => number },
): Reporter {
  let told: Told = { frames: 0, notes: 0 };
  let lastGlance = Number.NEGATIVE_INFINITY;
  let lastSamples = Number.NEGATIVE_INFINITY;
  let lastShows = Number.NEGATIVE_INFINITY;
  let lastStatus: RunStatus = 'loading';
  const report = (status: RunStatus, now = false) => {
    const clock = clockMs();
    const changed = status !== lastStatus;
    if (now || changed || clock - lastSamples >= samplesEveryMs) {
      lastSamples = clock;
      const rows = run.takeSamples();
      if (rows.length > 0) send({ type: 'samples', runId, rows });
    }
    if (!now && !changed && clock - lastGlance < glanceEveryMs) return;
    lastGlance = clock;
    const frames = run.takeFrames();
    const notes = run.takeNotes();
    const notable = run.takeNotable();
    told = { frames: told.frames + frames.length, notes: told.notes + notes.length };
    if (frames.length > 0 || notes.length > 0) send({ type: 'frames', runId, frames, notes, notable });
    const instances = new Float32Array(slots * GLANCE.size);
    run.glance(instances);
    send({ type: 'glance', runId, time: run.now(), trueSpeed: trueSpeed(), instances, soFar: run.frameSoFar() });
    if (now || changed || clock - lastShows >= showsEveryMs) {
      lastShows = clock;
      const shows = run.shows();
      if (shows.length > 0) send({ type: 'shows', runId, shows });
    }
    if (changed) send({ type: 'status', runId, status, time: run.now() });
    lastStatus = status;
  };
  return {
    report,
    told: () => told,
    rewind: (to) => {
      told = to;
    },
  };
}
