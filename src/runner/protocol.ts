/** Everything page and worker say to each other: two unions, nothing else crosses. Arrays are copied, see `worker.ts`. */

import type { Frame, FrameLayout, Note } from '../engine/frame.ts';
import type { Snapshot } from '../engine/memory.ts';
import type { Plan, PlanAct } from '../engine/plan.ts';
import { sampleWidth } from '../engine/tracer.ts';
import type { Mishap } from './mishap.ts';

type DistributiveOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;
/** A live act: the worker stamps it with the simulated moment it takes effect. */
export type LiveAct = DistributiveOmit<PlanAct, 'at'>;

export type ToWorker =
  | { type: 'load'; runId: number; plan: Plan }
  | { type: 'play' }
  | { type: 'pause' }
  /** One event of the agenda, or one frame of simulated time. */
  | { type: 'step'; by: 'event' | 'frame' }
  /** As fast as it goes to a simulated time, then stands. */
  | { type: 'run-to'; time: number }
  /** Stands at a simulated time, earlier ones included; what was done after it stays done and will be played again. */
  | { type: 'seek'; time: number }
  /** Simulated seconds per second of wall time; Infinity = as fast as it goes. */
  | { type: 'speed'; speed: number }
  /** One request in `every` leaves samples for the traffic layer; 0 = none. Never changes results. */
  | { type: 'sample'; every: number }
  /** The newest photograph at or before a simulated time, as a copy; the run goes on undisturbed. `key` comes back in `photo`. */
  | { type: 'photo'; key: number; before: number }
  /** One change of the user's: all its acts take effect at one moment. `key` comes back in `acted`, so that the page can match it. */
  | { type: 'act'; key: number; acts: readonly LiveAct[] };

export type RunStatus = 'loading' | 'paused' | 'playing' | 'finished' | 'crashed';

/** Values per instance slot in a glance, in this order. */
export const glanceFields = ['exists', 'health', 'slowFactor', 'utilization', 'queue', 'inside', 'isPrimary', 'phase', 'version'] as const;
export const GLANCE = {
  exists: 0,
  health: 1,
  slowFactor: 2,
  utilization: 3,
  queue: 4,
  inside: 5,
  isPrimary: 6,
  phase: 7,
  version: 8,
  size: 9,
} as const;

/** Numbers per row of a sample: one journey of one sampled request over one link, out or back. */
export const SAMPLE = {
  request: 0,
  link: 1,
  back: 2,
  departAt: 3,
  arriveAt: 4,
  outcome: 5,
  attempt: 6,
  class: 7,
  bornAt: 8,
  size: sampleWidth,
} as const;

export type FromWorker =
  | { type: 'loaded'; runId: number; layout: FrameLayout }
  /** `notable`: rows of `NOTABLE.size`, the requests of these frames that stand out. */
  | { type: 'frames'; runId: number; frames: Frame[]; notes: Note[]; notable: Float64Array }
  | { type: 'photo'; runId: number; key: number; snapshot: Snapshot }
  /** The run at this moment, about ten times a second: rows of `GLANCE.size` per instance slot, nodes in plan order; and the frame that has not ended. */
  | { type: 'glance'; runId: number; time: number; trueSpeed: number; instances: Float32Array; soFar: Frame | null }
  /** What the panels of parts show beside frames, about twice a second, by plan index. */
  | { type: 'shows'; runId: number; shows: { node: number; numbers: Float64Array }[] }
  | { type: 'samples'; runId: number; rows: Float64Array }
  /** `branchedAt`: the run stood here, before live acts that are void now because the future is another one; null when there were none. */
  | { type: 'acted'; runId: number; key: number; at: number; branchedAt: number | null; acts: PlanAct[] }
  /** The run went back: of all it has told, only the first so many frames and notes still hold; the rest is told again. */
  | { type: 'rewound'; runId: number; frames: number; notes: number; time: number }
  | { type: 'status'; runId: number; status: RunStatus; time: number }
  | { type: 'crashed'; runId: number; time: number; why: Mishap };
