/** What a builder makes of a case: designs, and where in their frames the case's metrics stand. */

import type { Design } from '../design/design.ts';
import type { PlanAct } from '../engine/plan.ts';
import type { Run } from '../engine/run.ts';
import type { ReferenceCase } from './caseFile.ts';
import type { Conditions } from './upTime.ts';
import type { Window } from './window.ts';

/** One design played for a long time. */
export interface Arm {
  design: Design;
  /** The requests that are counted, per second of the design's time. */
  perSecond: number;
  /** Position of the node whose waiting times are asked for. */
  listen?: number;
  /** How many calls are inside a node, looked at again and again: at the node as a whole, or at each instance. */
  look?: { node: number; everySeconds: number; each: boolean };
  /** Sections are a whole number of these, where something comes and goes with a period of its own. */
  cycleSeconds?: number;
  /** A counter that rests for long and then counts for a while: how often it began to is counted, in steps of `everySeconds`. */
  bursts?: { node: number; metric: string; everySeconds: number };
  /** With `listen`: how many keys there are, to count how often each is asked for. */
  keys?: number;
  /** Requests thrown away at least, where the case's own warm-up is shorter. */
  leastWarmup?: number;
  /** For how long what was up is asked for: `Window.held`. */
  conditions?: Conditions;
  /** Not the seed of the other arms: arms of one seed meet the same chances. */
  otherLuck?: boolean;
}

/** A steady state: one window after the warm-up per arm, cut into sections. */
export interface Steady {
  form: 'steady';
  arms: readonly Arm[];
  metrics: Readonly<Record<string, (windows: readonly Window[]) => number>>;
  /** Seconds of the case per second of the design (scale.ts), 1 by default; told to whoever opens the design. */
  timeScale?: number;
  /** Metrics that must come out in this order, the smallest first. */
  rising?: readonly string[];
  /** Metrics that only the sections together can tell: their values per section, in order of time. */
  acrossSections?: Readonly<Record<string, (sections: readonly (readonly Window[])[]) => number>>;
}

export type Row = Readonly<Record<string, number>>;

/** What happens when: many short runs of one design, each with its own luck, each seen at certain moments. */
export interface Replicated {
  form: 'replicated';
  design: Design;
  seconds: number;
  /** Seconds per frame. */
  frameSeconds?: number;
  /** This replication's own design, of the same parts as `design`; where it is not given, all play that one. */
  designOf?: (replication: number) => Design;
  /** Changes of this replication's own. */
  acts?: (replication: number) => readonly PlanAct[];
  /** How many replications one run holds, 1 by default: trials one after the other, so far apart that none knows of another. */
  trials?: number;
  /** Plays a run to its end. A row for each of its trials. */
  play: (run: Run, replication: number) => Row | readonly Row[];
  metrics: Readonly<Record<string, (rows: readonly Row[]) => number>>;
  /** As in `Steady`. */
  timeScale?: number;
}

export type Experiment = Steady | Replicated;

/** Pure. Throws `Waiting` for what the product lacks yet, `CaseError` for what the case gets wrong or no part can be set to. */
export type Builder = (given: ReferenceCase) => Experiment;
