/** Faults that cost the users something, each with what it cost: read from notes and frames by the rules of `runner`. Pure. */

import { nodeColumns } from '../runner/columnIndex.ts';
import { framesWithin, totalOf } from '../runner/columns.ts';
import { detectionsOf } from '../runner/detections.ts';
import { failedByReason, failoversOf, recoveryIn } from '../runner/failovers.ts';
import type { IncidentFigure } from './goal.ts';
import type { RunSoFar } from './situation.ts';

/** Faults that begin within so many seconds of each other are one incident: a place that fails takes all its parts along. */
const together = 1;

export interface Incident {
  /** Simulated seconds. */
  faultAt: number;
  detectionSeconds: number | null;
  recoverySeconds: number | null;
  /** The same while it is not over: it will be no less. */
  recoveryAtLeastSeconds: number;
  lostWrites: number;
  failedRequests: number;
  /** Seconds of acknowledged writing that are gone. */
  lossSeconds: number;
}

/** In order of time; faults that cost nobody anything are left out. */
export function incidentsOf(run: RunSoFar): Incident[] {
  const { layout, frames, notes } = run;
  const detections = detectionsOf(notes);
  const failovers = failoversOf(frames, layout, notes);
  const begins = [...detections.map(({ faultAt }) => faultAt), ...failovers.map(({ faultAt }) => faultAt)].sort((a, b) => a - b);
  const moments = begins.filter((at, i) => i === 0 || at - begins[i - 1] > together);
  return moments.flatMap((faultAt, i) => {
    const until = moments[i + 1] ?? Infinity;
    const isOwn = (fault: { faultAt: number }) => fault.faultAt >= faultAt && fault.faultAt < until;
    const deaths = failovers.filter(isOwn);
    const detected = detections.filter(isOwn).flatMap(({ detectedAt }) => (detectedAt === null ? [] : [detectedAt]));
    // A store without its primary is not back before somebody takes writes again, however quiet it is until then.
    const writable = deaths.reduce<number | null>(
      (latest, { promotedAt, returnedAt }) =>
        latest === null || (promotedAt ?? returnedAt) === null ? null : Math.max(latest, (promotedAt ?? returnedAt)!),
      faultAt,
    );
    const after = framesWithin(frames, faultAt, until);
    const { at: recoveredAt, notBefore } = recoveryIn(after, layout, writable);
    const during = framesWithin(after, faultAt, recoveredAt ?? until);
    const failedRequests = Object.values(failedByReason(during, layout)).reduce((sum, count) => sum + count, 0);
    const lostWrites = run.plan.nodes.reduce((sum, _, node) => sum + totalOf(after, nodeColumns(layout, node, 'lostWrites')), 0);
    const incident: Incident = {
      faultAt,
      detectionSeconds: detected.length === 0 ? null : Math.min(...detected) - faultAt,
      recoverySeconds: recoveredAt === null ? null : recoveredAt - faultAt,
      recoveryAtLeastSeconds: Math.max(0, notBefore - faultAt),
      lostWrites,
      failedRequests,
      lossSeconds: Math.max(0, ...deaths.map(({ secondsLost }) => secondsLost)),
    };
    return failedRequests > 0 || lostWrites > 0 ? [incident] : [];
  });
}

export const numberOf = (incident: Incident | undefined, figure: IncidentFigure): number | null => incident?.[figure] ?? null;

/** The largest of all; null where there was none, or where one of them has no end yet. */
export function worstOf(incidents: readonly Incident[], figure: IncidentFigure): number | null {
  const numbers = incidents.map((incident) => incident[figure]);
  return numbers.length === 0 || numbers.includes(null) ? null : Math.max(...(numbers as number[]));
}
