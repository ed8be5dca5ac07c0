/** The run that is being watched. Never saved. Written only by `runController.ts`; everyone may read. */

import { createStore } from 'zustand/vanilla';
import type { Design, ScenarioEvent } from '../design/design.ts';
import type { Problem } from '../design/problems.ts';
import type { Frame, FrameLayout, Note } from '../engine/frame.ts';
import type { Mishap } from '../runner/mishap.ts';
import type { PlanIndex } from '../runner/planIndex.ts';
import type { RunStatus } from '../runner/protocol.ts';

export type { PlanIndex };

export interface RunState {
  runId: number;
  status: RunStatus;
  /** Why it crashed, when it did. */
  crash: Mishap | null;
  /** Simulated seconds. */
  time: number;
  speed: number;
  /** What the machine really reached, simulated seconds per second. */
  trueSpeed: number;
  /** The design as it was when this run began, for a link that replays it. */
  startedFrom: Design | null;
  /** What the user did while it ran, at exact simulated times. */
  interventions: readonly ScenarioEvent[];
  problems: readonly Problem[];
  layout: FrameLayout | null;
  index: PlanIndex | null;
  /** The newest frames, oldest first, at most `longestFrames`. A new array per arrival, the frames themselves shared. */
  frames: readonly Frame[];
  notes: readonly Note[];
  /** What has been of the frame after the newest, ten times a second; null where none has begun. Older than the newest frame while messages pass each other. */
  soFar: Frame | null;
  /** All that was played, beyond the moment the run was put back to as well: the worker tells nothing twice that it need not play again. */
  told: { frames: readonly Frame[]; notes: readonly Note[] };
  /** Requests that stand out, as they came: rows of `NOTABLE.size`, at most `longestFrames` arrivals. */
  notable: readonly Float64Array[];
  /** What parts show beside frames, by plan index. */
  shows: readonly { node: number; numbers: Float64Array }[];
  /** The newest glance; the canvas layer reads it, React never subscribes to it. See `GLANCE` of the protocol. */
  glance: { time: number; instances: Float32Array } | null;
  /** One dot stands for this many requests. */
  sampleEvery: number;
}

export const longestFrames = 3600;

export const runStore = createStore<RunState>()(() => ({
  runId: 0,
  status: 'loading',
  crash: null,
  time: 0,
  speed: 1,
  trueSpeed: 0,
  startedFrom: null,
  interventions: [],
  problems: [],
  layout: null,
  index: null,
  frames: [],
  notes: [],
  soFar: null,
  told: { frames: [], notes: [] },
  notable: [],
  shows: [],
  glance: null,
  sampleEvery: 1,
}));
