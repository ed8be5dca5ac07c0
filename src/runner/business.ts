/** What a run would have meant for the business: its frames as stretches of a day. Pure. */

import type { Design } from '../design/design.ts';
import { businessSettingsOf } from '../design/settingFields.ts';
import { type Business, businessOf, type Stretch } from '../economy/business.ts';
import { completedColumn, type Frame, type FrameLayout, failedColumn, offeredColumn } from '../engine/frame.ts';
import { addSparse, bucketCount, quantilesWithin, sumOf } from '../engine/histogram.ts';
import { failureReasons, requestClasses } from '../engine/plan.ts';
import { oncePerLayout, runColumn } from './columnIndex.ts';
import { totalOf } from './columns.ts';

/** So many stretches a run is cut into at most: a percentile of a frame alone would have few answers behind it. */
const mostStretches = 240;

/** Null when nobody asked for anything but files. */
export function businessOfRun(design: Design, layout: FrameLayout, frames: readonly Frame[]): Business | null {
  const length = Math.max(1, Math.ceil(frames.length / mostStretches));
  const stretches: Stretch[] = [];
  for (let at = 0; at < frames.length; at += length) stretches.push(knownStretch(layout, frames.slice(at, at + length)));
  const seconds = frames.length === 0 ? 0 : frames[frames.length - 1].end - frames[0].start;
  return businessOf(stretches, seconds, businessSettingsOf(design));
}

/** By the first frame of a stretch and its last: of a run that goes on, or is looked at as of another moment, only what is new is read. */
const known = new WeakMap<Frame, WeakMap<Frame, Stretch>>();

function knownStretch(layout: FrameLayout, frames: readonly Frame[]): Stretch {
  const last = frames[frames.length - 1];
  const fromHere = known.get(frames[0]) ?? new WeakMap<Frame, Stretch>();
  known.set(frames[0], fromHere);
  const stretch = fromHere.get(last) ?? stretchOf(layout, frames);
  fromHere.set(last, stretch);
  return stretch;
}

const pages = requestClasses.filter((name) => name !== 'static');

const columnsOf = oncePerLayout((layout) => {
  const of = (column: (name: (typeof pages)[number]) => string) => pages.map((name) => runColumn(layout, column(name)));
  return {
    offered: of(offeredColumn),
    completed: of(completedColumn),
    failed: failureReasons.flatMap((reason) => of((name) => failedColumn(name, reason))),
    limited: of((name) => failedColumn(name, 'limited')),
  };
});

/** Room to work in: there are hundreds of stretches, and each would be 21 kB. */
const counts = new Float64Array(bucketCount);
const quantiles = new Float64Array(2);

function stretchOf(layout: FrameLayout, frames: readonly Frame[]): Stretch {
  const columns = columnsOf(layout);
  const completed = totalOf(frames, columns.completed);
  const failed = totalOf(frames, columns.failed);
  counts.fill(0);
  for (const frame of frames) for (const name of pages) addSparse(counts, frame.latency, requestClasses.indexOf(name));
  // failures stand at the end of the users' patience, behind every answer: what errors cost is counted apart from what slowness costs
  const shares = [0.5, 0.75].map((q) => (q * completed) / (completed + failed));
  if (completed > 0) quantilesWithin(counts, 0, 0, bucketCount - 1, shares, sumOf(counts), quantiles, 0);
  return {
    // who was over a limit was meant to get nothing, and brings nothing
    asked: totalOf(frames, columns.offered) - totalOf(frames, columns.limited),
    failedShare: completed + failed > 0 ? failed / (completed + failed) : 0,
    medianSeconds: completed === 0 ? null : quantiles[0],
    p75Seconds: completed === 0 ? null : quantiles[1],
  };
}
