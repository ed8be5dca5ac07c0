/** Theory and measurement of one part, side by side. Pure. */

import type { Design, Id } from '../../design/design.ts';
import { type Measured, type Measurement, measureNode } from '../../physics/textbook/measured.ts';
import type { NodeReading, Prediction } from '../../physics/textbook/reading.ts';
import { recognise } from '../../physics/textbook/recognise.ts';
import { framesSince, stretchOf } from '../../physics/textbook/stretch.ts';
import type { RunState } from '../../store/runStore.ts';

export interface Row extends Prediction {
  measured: Measured;
  /** Where both are known: whether the interval holds what theory says. Null also where it just does not and has not converged. */
  agrees: boolean | null;
}

export interface TheoryView {
  design: Design;
  reading: NodeReading;
  rows: readonly Row[];
  measurement: Measurement | null;
  isBroken: boolean;
  /** Frames there are since the last change. */
  frames: number;
}

/** Rounding and what an approximation is known to be off by are no disagreement. */
const slack = { exact: 0.002, law: 0.002, approximation: 0.01 } as const;

/**
 * Of short runs, intervals of correlated stretches are too narrow: at a load of 0.8 after two minutes one 99 % interval in ten misses.
 * So as long as an interval has not converged, only what lies this many half widths away is called a disagreement.
 */
const farHalves = 2;

export function agreesWith({ value, basis }: Pick<Prediction, 'value' | 'basis'>, measured: Measured): boolean | null {
  if (measured.state !== 'known') return null;
  const off = Math.abs(measured.value - value) - slack[basis] * Math.abs(value);
  const half = (measured.high - measured.low) / 2;
  if (off <= half) return true;
  return measured.isConverged || off > farHalves * half ? false : null;
}

let known: {
  startedFrom: Design;
  changes: number;
  readings: readonly NodeReading[];
  design: Design;
  isBroken: boolean;
  since: number;
} | null = null;

/** What theory says of the design as it runs now; made anew only when something was changed. */
function readingsOf({ startedFrom, interventions, time }: RunState): NonNullable<typeof known> | null {
  if (!startedFrom) return null;
  const changes = interventions.length + startedFrom.scenario.filter(({ at }) => at <= time).length;
  if (known?.startedFrom === startedFrom && known.changes === changes) return known;
  const { design, since, isBroken } = stretchOf(startedFrom, interventions, time);
  known = { startedFrom, changes, readings: recognise(design), design, isBroken, since };
  return known;
}

/** @returns null where theory has nothing to say of a part */
export function theoryOf(run: RunState, node: Id): TheoryView | null {
  const now = readingsOf(run);
  const reading = now?.readings.find((each) => each.node === node);
  if (!now || !reading) return null;
  const at = run.index?.nodes.findIndex(({ id }) => id === node) ?? -1;
  const frames = framesSince(run.frames, now.since);
  const measurement =
    run.layout && at >= 0 && frames.length > 0
      ? measureNode(
          frames,
          run.layout,
          at,
          reading.predictions.map(({ metric }) => metric),
        )
      : null;
  const rows = reading.predictions.map((prediction) => {
    const measured = measurement?.metrics.get(prediction.metric) ?? ({ state: 'few' } as const);
    return { ...prediction, measured, agrees: agreesWith(prediction, measured) };
  });
  return { design: now.design, reading, rows, measurement, isBroken: now.isBroken, frames: frames.length };
}
