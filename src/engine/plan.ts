/**
 * The plan: a compiled design, the engine's only input. Read-only and integer-indexed: the engine never sees a label, a
 * position or an option's name. Times are seconds, sizes are counts. `runner/compile.ts` writes it.
 */

import type { PolicyField } from './policyFields.ts';

/**
 * What the engine calls the classes of requests, in the order of every per-class array. A `feed` is a page of many people's rows put
 * together, a `login` checks a password, a `search` asks an index, an `upload` leaves work for later.
 */
export const requestClasses = ['static', 'read', 'write', 'feed', 'login', 'search', 'upload'] as const;
export type RequestClass = (typeof requestClasses)[number];
/** Messages and a store's own replication work also travel as calls, but no user waits for them. */
export const CLASS = { static: 0, read: 1, write: 2, feed: 3, login: 4, search: 5, upload: 6, job: 7 } as const;
/** Classes whose answer shows rows, and may be stale. */
export const readClasses = ['read', 'feed'] as const satisfies readonly RequestClass[];

/** Whether doing it twice does no harm (GET): what a proxy may hand to another server of its own accord. */
export const isSafeTwice = (cls: number): boolean =>
  cls === CLASS.static || cls === CLASS.read || cls === CLASS.feed || cls === CLASS.search;

/** How a call can end. `ok` is 0; the rest are the reasons of a failure. */
export const outcomes = ['ok', 'refused', 'timeout', 'shed', 'error', 'limited'] as const;
export type Outcome = (typeof outcomes)[number];
export const OUTCOME = {
  ok: 0,
  /** Nobody listens there (crash, no target): the caller knows within a round trip. */
  refused: 1,
  /** Silence until the caller's patience ended. */
  timeout: 2,
  /** Turned away at once because the waiting room is full (503). */
  shed: 3,
  /** The node answered that it cannot do this (500: no primary, failed dependency). */
  error: 4,
  /** Asked for more than it was allowed (429): turned away on purpose, and no fault of the system. */
  limited: 5,
} as const;

/** What counts against the system. A limit that does what it was set for does not, and is shown apart from failures. */
export type FailureReason = Exclude<Outcome, 'ok' | 'limited'>;
export const failureReasons = outcomes.filter((outcome): outcome is FailureReason => outcome !== 'ok' && outcome !== 'limited');

/** What an instance can suffer, in the order of `HEALTH`. */
export const HEALTH = { up: 0, crashed: 1, hung: 2 } as const;

export interface PlanNode {
  id: string;
  /** Index into the behaviours given to the run. */
  kind: number;
  /** Values of the kind's fields, in the order of its spec; choices as option index, flags as 0 or 1. */
  params: readonly number[];
  /** Instances at the start, and how many the run has room for should the count be changed while it runs. */
  instances: number;
  slots: number;
  /** Region index, for counts by region; -1 outside every group. */
  region: number;
  /** Of a part that stands near its callers: the region index of each instance. */
  places?: readonly number[];
}

/** When a web server that computes several times asks over a link, in the order of the wires' option. */
export const ASKED = { always: 0, between: 1, last: 2 } as const;

export interface PlanLink {
  id: string;
  from: number;
  to: number;
  /** Mean one-way delay in seconds. */
  delaySeconds: number;
  /** One of `FORM` (luck.ts). */
  delayForm: number;
  /** Standard deviation over mean of the lognormal form. */
  jitter: number;
  /** Bandwidth in Mbit/s: a message takes its size over it longer; 0 or not given = no limit. */
  mbps?: number;
  /** By class what a call and a good answer over it weigh, in KB; not given: nothing. */
  kb?: { call: readonly number[]; answer: readonly number[] };
  /** 0 waits for ever. */
  timeoutSeconds: number;
  retries: number;
  backoffSeconds: number;
  backoffCapSeconds: number;
  /** Its part of the calls where the caller shares them out among several links; 0 = none. */
  weight: number;
  /** When the caller asks over it: one of `ASKED`. */
  asked: number;
  /** Which requests a program sends over it: 0 (or not given) = all, else the class plus one. */
  carries?: number;
  /** 0: the pause before a retry is drawn between 0 and its ceiling; 1: it is the ceiling. */
  backoffJitter: number;
  /** It leads from the instances of a part near its callers that stand in this region. */
  place?: number;
  /** In the order of `policyFields`; not given: everything is off. */
  policy?: readonly number[] | undefined;
  /** The border of a zone (0) or a region (1) that it crosses, and by class what a call and a good answer over it weigh, in KB. */
  crosses?: { border: number; callKb: readonly number[]; answerKb: readonly number[] };
  /** Not drawn by the user: what a resolver's answer opens. Index of the drawn links whose dots it borrows. */
  via: readonly number[] | null;
}

/** Faults that any part can suffer, and any wire; in the order of `schema/faults.ts`. */
export const FAULT = { errors: 0, steal: 1, count: 2 } as const;
export const LINK_FAULT = {
  latency: 0,
  loss: 1,
  partition: 2,
  requestsLost: 3,
  answersLost: 4,
  certificate: 5,
  poolLeak: 6,
  count: 7,
} as const;

/** One change of the run at an exact simulated time; several at one time apply in order, before any event of that time. */
export type PlanAct =
  | { at: number; act: 'crash' | 'hang' | 'slow' | 'recover'; node: number; instance: number; factor: number; seconds?: number }
  /** `fault` counts the general ones first (`FAULT`), then the kind's own; `instance` -1 = all. With `seconds` it ends by itself. */
  | { at: number; act: 'strike'; node: number; instance: number; fault: number; value: number; seconds?: number }
  | { at: number; act: 'mend'; node: number; instance: number; fault: number }
  /** `fault` is one of `LINK_FAULT`. */
  | { at: number; act: 'strike-link'; link: number; fault: number; value: number; seconds?: number }
  | { at: number; act: 'mend-link'; link: number; fault: number }
  | { at: number; act: 'param'; node: number; field: number; value: number }
  | { at: number; act: 'instances'; node: number; count: number }
  | { at: number; act: 'link'; link: number; field: PlanLinkField | PolicyField; value: number }
  | { at: number; act: 'workload'; field: number; value: number };

export type PlanLinkField =
  | 'delaySeconds'
  | 'delayForm'
  | 'jitter'
  | 'timeoutSeconds'
  | 'retries'
  | 'backoffSeconds'
  | 'backoffCapSeconds'
  | 'weight'
  | 'backoffJitter'
  | 'mbps';

/** The workload's numbers, in the order of `design/workloadFields.ts` (a test of the users' kind holds the two together). */
export const workloadParams = [
  'traffic',
  'shape',
  'rampFrom',
  'rampSeconds',
  'spikeAtSeconds',
  'spikeFactor',
  'spikeRiseSeconds',
  'spikeHoldSeconds',
  'spikeDecaySeconds',
  'daySeconds',
  'dayAmplitude',
  'staticShare',
  'writeShare',
  'keys',
  'keySkew',
  'staticFiles',
  'staticSkew',
  'feedShare',
  'loginShare',
  'searchShare',
  'uploadShare',
  'weekendFactor',
] as const;
export type WorkloadParam = (typeof workloadParams)[number];

export interface PlanWorkload {
  /** In the order of `workloadParams`. */
  params: readonly number[];
  /** Relative heights of the replayed trace, evenly spaced over `traceSeconds`; empty without one. */
  trace: readonly number[];
  traceSeconds: number;
  /** Requests at given instants, for populations that replay them; null without one. */
  recording: PlanRecording | null;
}

export interface PlanRecording {
  /** Simulated seconds from the start, never falling. */
  instants: readonly number[];
  /** Seconds of service, one per instant; empty when requests bring no demand of their own. */
  demands: readonly number[];
}

/** All that stands in one place goes down together, by itself. */
export interface PlanFate {
  /** Names its luck. */
  id: string;
  nodes: readonly number[];
  /** Means of exponential times. */
  mtbfSeconds: number;
  mttrSeconds: number;
  /** Falls silent, and goes on where it stopped; else it crashes. */
  silent: boolean;
}

export interface Plan {
  seed: string;
  /** Length of one frame in simulated seconds. */
  frameSeconds: number;
  seconds: number;
  nodes: readonly PlanNode[];
  links: readonly PlanLink[];
  workload: PlanWorkload;
  acts: readonly PlanAct[];
  /** Not given: no place has one. */
  fates?: readonly PlanFate[];
}
