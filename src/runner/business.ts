/** What a run would have meant for the business: its frames as stretches of a day. Pure. */

import type { Design } from '../design/design.ts';
import { businessSettingsOf } from '../design/settingFields.ts';
import { type Business, businessOf, type Stretch } from '../economy/business.ts';
import { completedColumn, type Frame, type FrameLayout, failedColumn, offeredColumn } from '../engine/frame.ts';
import { addSparse, bucketCount, quantileOf, sumOf } from '../engine/histogram.ts';
import { failureReasons, requestClasses } from '../engine/plan.ts';
import { runColumn } from './columnIndex.ts';
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

/** By the first frame of a stretch and its last: of a run that goes on, only what is new is read. */
const known = new WeakMap<Frame, { last: Frame; stretch: Stretch }>();

function knownStretch(layout: FrameLayout, frames: readonly Frame[]): Stretch {
  const last = frames[frames.length - 1];
  const before = known.get(frames[0]);
  if (before?.last === last) return before.stretch;
  const stretch = stretchOf(layout, frames);
  known.set(frames[0], { last, stretch });
  return stretch;
}

const pages = requestClasses.filter((name) => name !== 'static');

function stretchOf(layout: FrameLayout, frames: readonly Frame[]): Stretch {
  const total = (column: (name: (typeof pages)[number]) => string) =>
    totalOf(
      frames,
      pages.map((name) => runColumn(layout, column(name))),
    );
  const completed = total(completedColumn);
  const failed = failureReasons.reduce((sum, reason) => sum + total((name) => failedColumn(name, reason)), 0);
  const counts = new Float64Array(bucketCount);
  for (const frame of frames) for (const name of pages) addSparse(counts, frame.latency, requestClasses.indexOf(name));
  const answers = sumOf(counts);
  // failures stand at the end of the users' patience, behind every answer: what errors cost is counted apart from what slowness costs
  const quantile = (q: number) => (completed === 0 ? null : quantileOf(counts, (q * completed) / (completed + failed), answers));
  return {
    // who was over a limit was meant to get nothing, and brings nothing
    asked: total(offeredColumn) - total((name) => failedColumn(name, 'limited')),
    failedShare: completed + failed > 0 ? failed / (completed + failed) : 0,
    medianSeconds: quantile(0.5),
    p75Seconds: quantile(0.75),
  };
}
