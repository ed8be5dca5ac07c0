/** What the report shows of one failover beside the runner's own numbers: its moments in order, and the traffic around it. Pure. */

import type { Frame, FrameLayout } from '../engine/frame.ts';
import { failedColumn } from '../engine/frame.ts';
import { failureReasons, requestClasses } from '../engine/plan.ts';
import { appendFrames, emptyBuckets } from '../runner/buckets.ts';
import { runColumn } from '../runner/columnIndex.ts';
import { framesWithin, totalOf } from '../runner/columns.ts';
import type { FailoverReport as Failover } from '../runner/failovers.ts';
import { errorLines, requestLines } from './series.ts';

export const momentNames = ['fault', 'noticed', 'elected', 'replayed', 'promoted', 'returned', 'repointed', 'recovered'] as const;
export type MomentName = (typeof momentNames)[number];

export interface Moment<N extends string = MomentName> {
  name: N;
  /** Simulated seconds; null while it has not come. */
  at: number | null;
}

/** Not every failover goes through these. */
const ofPhases: ReadonlySet<MomentName> = new Set<MomentName>(['elected', 'replayed', 'repointed']);

/** In order. Where noticing is part of the time a promotion takes, it has no moment of its own. */
export function momentsOf(failover: Failover): readonly Moment[] {
  const moments: Moment[] = [
    { name: 'fault', at: failover.faultAt },
    { name: 'noticed', at: failover.noticedAt },
    { name: 'elected', at: failover.electedAt },
    { name: 'replayed', at: failover.replayedAt },
    failover.returnedAt === null ? { name: 'promoted', at: failover.promotedAt } : { name: 'returned', at: failover.returnedAt },
    { name: 'repointed', at: failover.repointedAt },
    { name: 'recovered', at: failover.recoveredAt },
  ];
  const known = moments.filter(({ name, at }) => (name === 'noticed' ? at !== failover.faultAt : at !== null || !ofPhases.has(name)));
  // callers may be told after users are served again
  return known.sort((a, b) => (a.at === null || b.at === null ? 0 : a.at - b.at));
}

export interface Stage {
  /** The moment it begins with. */
  after: Exclude<MomentName, 'recovered'>;
  seconds: number;
  isOpen: boolean;
}

/** Seconds from each moment to the next one that came after it; a stage under way lasts until `now`. Those that took no time are absent. */
export function stagesOf(failover: Failover, now: number): readonly Stage[] {
  return stagesBetween(
    momentNames.map((name) => ({ name, at: failover[`${name}At`] })),
    'recovered',
    now,
  ) as readonly Stage[];
}

/** As `stagesOf`, of any moments, those that have not come left out. @param last the moment after which nothing more is told */
export function stagesBetween<N extends string>(
  moments: readonly Moment<N>[],
  last: N,
  now: number,
): readonly { after: N; seconds: number; isOpen: boolean }[] {
  const stages: { after: N; seconds: number; isOpen: boolean }[] = [];
  const came = moments.flatMap(({ name, at }) => (at === null ? [] : [{ name, at }])).sort((a, b) => a.at - b.at);
  for (const [i, { name, at }] of came.entries()) {
    if (name === last) break;
    const next = came.at(i + 1)?.at ?? null;
    const seconds = (next ?? now) - at;
    if (seconds > 0) stages.push({ after: name, seconds, isOpen: next === null });
  }
  return stages;
}

/** What a picture of an incident has to know of it. */
type Span = Pick<Failover, 'faultAt' | 'recoveredAt'>;

/** Users' requests that failed from the fault to the recovery, in whole frames, whatever the reason. */
export function failedDuring(failover: Span, frames: readonly Frame[], layout: FrameLayout): number {
  const columns = requestClasses.flatMap((c) => failureReasons.map((reason) => runColumn(layout, failedColumn(c, reason))));
  return totalOf(framesWithin(frames, failover.faultAt, failover.recoveredAt ?? Number.MAX_VALUE), columns);
}

export interface IncidentPoint {
  /** Simulated seconds, middle of the interval. */
  seconds: number;
  offered: number | null;
  served: number | null;
  failed: number | null;
}

/** Enough for a still picture; more would only slow it down. */
const mostPoints = 240;

/** Traffic from a little before the fault to a little after the recovery, or to now. */
export function incidentPoints(failover: Span, frames: readonly Frame[], layout: FrameLayout): readonly IncidentPoint[] {
  const end = failover.recoveredAt ?? frames.at(-1)?.end ?? failover.faultAt;
  const margin = Math.max(10, (end - failover.faultAt) * 0.2);
  const buckets = emptyBuckets(layout, mostPoints);
  appendFrames(buckets, framesWithin(frames, failover.faultAt - margin, end + margin));
  const [offered, served] = requestLines(layout);
  const reasons = errorLines(layout);
  return buckets.list.map((bucket, i, list) => ({
    seconds: (bucket.start + bucket.end) / 2,
    offered: offered.value(bucket, list, i),
    served: served.value(bucket, list, i),
    failed: reasons.reduce((sum, line) => sum + (line.value(bucket, list, i) ?? 0), 0),
  }));
}

/** Labels for the moments' lines; those too close to tell apart share one. */
export function momentLines(moments: readonly Moment<string>[], span: number): readonly { at: number; label: string }[] {
  const lines: { at: number; label: string }[] = [];
  for (const [i, { at }] of moments.entries()) {
    if (at === null) continue;
    const last = lines.at(-1);
    if (last && at - last.at < span * 0.035) last.label += `·${i + 1}`;
    else lines.push({ at, label: String(i + 1) });
  }
  return lines;
}
