/** The frames of a run, asked by name: sums, series, quantiles over any stretch of simulated time. */

import type { Frame, FrameLayout, Note } from './frame.ts';
import { addSparse, bucketCount, quantileOf } from './histogram.ts';
import { type Plan, type RequestClass, requestClasses } from './plan.ts';

/** Simulated seconds; frames that lie wholly between them count. */
export interface Stretch {
  from?: number;
  to?: number;
}

export interface Readings {
  readonly plan: Plan;
  readonly layout: FrameLayout;
  readonly frames: readonly Frame[];
  readonly notes: readonly Note[];
  /** Sum over frames of a run's column, e.g. `total('completed.read')`. Throws where there is no such column. */
  total(metric: string, stretch?: Stretch): number;
  /** The same for a node, over its instances or for one of them. */
  of(node: string, metric: string, options?: Stretch & { instance?: number }): number;
  /** One value per frame, summed over instances unless one is given. */
  series(node: string, metric: string, instance?: number): number[];
  /** Mean over frames of what `series` gives: what a level or a gauge was on average. */
  mean(node: string, metric: string, options?: Stretch & { instance?: number }): number;
  /** The users' response time in seconds that a share `q` of the requests stayed below; -1 without any. */
  quantile(q: number, options?: Stretch & { only?: RequestClass }): number;
}

const isWithin = (frame: Frame, { from = 0, to = Infinity }: Stretch): boolean => frame.start >= from && frame.end <= to;

export function readingsOf(plan: Plan, layout: FrameLayout, frames: readonly Frame[], notes: readonly Note[]): Readings {
  const { columns } = layout;
  const indexOf = (node: string): number => plan.nodes.findIndex(({ id }) => id === node);
  const columnsOf = (node: number, metric: string, instance: number): number[] => {
    const found = columns.flatMap((c, i) =>
      c.node === node && c.metric === metric && (instance < 0 || c.instance === instance) ? [i] : [],
    );
    if (found.length === 0) throw new Error(`no column ${node}/${instance}/${metric}`);
    return found;
  };
  // -1 is nothing to measure: a slot without an instance
  const sum = (frame: Frame, which: readonly number[]): number =>
    which.reduce((total, column) => total + Math.max(0, frame.values[column]), 0);
  const sumWithin = (which: readonly number[], stretch: Stretch): number =>
    frames.reduce((total, frame) => (isWithin(frame, stretch) ? total + sum(frame, which) : total), 0);
  return {
    plan,
    layout,
    frames,
    notes,
    total: (metric, stretch = {}) => sumWithin(columnsOf(-1, metric, -1), stretch),
    of: (node, metric, { instance = -1, ...stretch } = {}) => sumWithin(columnsOf(indexOf(node), metric, instance), stretch),
    series: (node, metric, instance = -1) => {
      const which = columnsOf(indexOf(node), metric, instance);
      return frames.map((frame) => sum(frame, which));
    },
    mean: (node, metric, { instance = -1, ...stretch } = {}) => {
      const which = columnsOf(indexOf(node), metric, instance);
      return sumWithin(which, stretch) / frames.filter((frame) => isWithin(frame, stretch)).length;
    },
    quantile: (q, { only, ...stretch } = {}) => {
      const counts = new Float64Array(bucketCount);
      const cls = only === undefined ? -1 : requestClasses.indexOf(only);
      for (const frame of frames) if (isWithin(frame, stretch)) addSparse(counts, frame.latency, cls);
      return quantileOf(counts, q);
    },
  };
}
