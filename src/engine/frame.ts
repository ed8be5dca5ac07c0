/**
 * What one interval of simulated time looked like, as columns of numbers named once. Written by the run, read by charts,
 * gauges and the command line alike; the same bytes on every machine, so that a hash of frames is a hash of the run.
 */

import type { Outcome, RequestClass } from './plan.ts';

/** How a column's number came about; see `MetricForm` of the schema. */
export type ColumnForm = 'counter' | 'level' | 'gauge';

export interface Column {
  /** `run`: the whole system, seen by its users. `node`, `instance`: one part, or one instance of it. */
  scope: 'run' | 'node' | 'instance' | 'link';
  /** Node index in the plan, -1 for `run`. */
  node: number;
  /** Instance number within the node, -1 unless `instance`. */
  instance: number;
  /** Wire index in the plan, of scope `link` only: wires with a policy (`linkMetrics`) have columns of their own. */
  link?: number;
  metric: string;
  form: ColumnForm;
}

/** Columns of scope `run`, beside one `offered.<class>`, `completed.<class>` and `failed.<class>.<reason>` each. */
export const runColumns = ['inFlightAtStart', 'inFlightAtEnd', 'staleReads', 'crossedZonesMB', 'crossedRegionsMB'] as const;
/** Those that are counted from zero in each frame. */
export const runCounters: readonly string[] = ['staleReads', 'crossedZonesMB', 'crossedRegionsMB'];

export const offeredColumn = (c: RequestClass): string => `offered.${c}`;
export const completedColumn = (c: RequestClass): string => `completed.${c}`;
export const failedColumn = (c: RequestClass, reason: Outcome): string => `failed.${c}.${reason}`;

/** Per node, from the frame's own histogram of times from a call's arrival to its answer; -1 where nothing was answered. */
export const nodeQuantileColumns = ['p50', 'p95', 'p99', 'meanResponse'] as const;

export interface FrameLayout {
  columns: readonly Column[];
}

export interface Frame {
  index: number;
  /** Simulated seconds. */
  start: number;
  end: number;
  /** One number per column of the layout. Never NaN or infinite; -1 means "nothing to measure". */
  values: Float64Array;
  /**
   * The users' response times of this frame as a sparse histogram: pairs (class * 65536 + bucket, count).
   * Merge by adding; never average percentiles. Buckets as in `engine/histogram.ts`.
   */
  latency: Uint32Array;
  /**
   * The same of parts: of each population where there are several, of a queue's jobs by the class of the requests that left them. Pairs (key * 65536 +
   * bucket, count) with keys as `partKey` makes them. Left out where there is nobody to count.
   */
  partTimes?: Uint32Array;
}

/** What happened when, for event marks and the failover report. Fixed codes: new ones are added at the end. */
export const noteCodes = [
  'crash',
  'hang',
  'slow',
  'recover',
  'change',
  'marked-down',
  'marked-up',
  'failover-started',
  'promoted',
  'writes-lost',
  'rejoined',
  'messages-lost',
  'saturated',
  'desaturated',
  'first-failure',
  'overflow',
  'standstill',
  'scaled',
  'deploy-started',
  'deployed',
  'rolled-back',
  'bug-caught',
  'struck',
  'mended',
  'link-struck',
  'link-mended',
  'alert-errors',
  'alert-latency',
  'alert-cpu',
  'alert-down',
  'alert-burn',
  'alert-over',
  'human-acts',
  'restarted',
  'breaker-open',
  'breaker-half-open',
  'breaker-closed',
  'disk-high',
  'disk-full',
  'reshard-started',
  'resharded',
  'elected',
  'replayed',
  'repointed',
  'fenced',
  'split-brain',
  'split-healed',
  'went-async',
  'resizing',
  'resized',
  'rewound',
] as const;
export type NoteCode = (typeof noteCodes)[number];

export interface Note {
  time: number;
  code: NoteCode;
  /** Node index in the plan, -1 when the run as a whole. */
  node: number;
  /** Instance number within the node, -1 for all. */
  instance: number;
  /** What the code counts: writes lost, factor of slowness, seconds of a failover. */
  value: number;
  /** Of `struck`, `mended` and their like of wires: which fault, as in `PlanAct`. */
  fault?: number;
  /** Index of the wire in the plan, where it happened to a wire; `node` is the one it leads to. */
  link?: number;
}
