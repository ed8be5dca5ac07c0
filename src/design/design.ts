/**
 * The design: the document people make, save, undo and share. Pure data; positions and labels mean nothing to a run.
 */

import type { NodeKind } from '../nodes/specs.ts';
import type { Value } from '../schema/fields.ts';

/** The regions a group may stand in; their round trips are in `design/regions.ts`. */
export const regionIds = ['us-east', 'us-west', 'ireland', 'frankfurt', 'seoul', 'tokyo', 'singapore', 'sydney', 'sao-paulo'] as const;
export type RegionId = (typeof regionIds)[number];

/** Ids are short and plain, so that links stay short and no id can be mistaken for code: `^[A-Za-z0-9_-]{1,24}$`. */
export type Id = string;

export interface DesignNode {
  id: Id;
  kind: NodeKind;
  label: string;
  /** Top left corner in canvas units, absolute also inside a group. */
  x: number;
  y: number;
  group: Id | null;
  /** Every field of the kind's spec, no other. */
  params: Readonly<Record<string, Value>>;
}

export interface DesignLink {
  id: Id;
  from: Id;
  to: Id;
  /** Every field of `linkFields`, no other. */
  params: Readonly<Record<string, Value>>;
}

export interface DesignGroup {
  id: Id;
  label: string;
  region: RegionId;
  x: number;
  y: number;
  width: number;
  height: number;
}

/** A trace replayed as the arrival shape: `values` are relative heights (peak = 1), evenly spaced over `seconds`. */
export interface Trace {
  name: string;
  /** At most 240 points, each 0 to 1. Kept with four decimals so that page, file and link hold the very same series. */
  values: readonly number[];
  /** Simulated seconds the whole series takes. After its end it starts again. */
  seconds: number;
}

/** Requests at given instants, sent one by one by populations whose arrivals are `recorded`. */
export interface Recording {
  name: string;
  /** Seconds from the start of the run, never falling, of whole microseconds. At most 10,000. */
  instants: readonly number[];
  /** Milliseconds of service that each request needs, of whole microseconds; empty where requests say nothing of it. */
  demandsMs: readonly number[];
}

export interface Workload {
  /** Every field of `workloadFields`, no other. */
  params: Readonly<Record<string, Value>>;
  trace: Trace | null;
  recording: Recording | null;
}

export type Fault = 'crash' | 'hang' | 'slow' | 'recover';

/** Concealed in the page until it is revealed: neither its name nor its time is shown. */
interface Concealable {
  hidden?: true;
}

/**
 * One planned change of the run. `instance` null means every instance of the node. The same shape serves the timeline of
 * the scenario and the live acts of a user (an intervention), so that a link can replay what somebody did.
 * `seconds`: after so long it ends by itself. `value`: how much of the fault, its usual value when not given.
 */
export type ScenarioEvent = Concealable &
  (
    | { at: number; act: Fault; node: Id; instance: number | null; factor?: number; seconds?: number }
    /** `fault` is one of the kind's (`faultsOf`). */
    | { at: number; act: 'strike'; node: Id; instance: number | null; fault: string; value?: number; seconds?: number }
    | { at: number; act: 'mend'; node: Id; instance: number | null; fault: string }
    /** `fault` is one of `linkFaults`. */
    | { at: number; act: 'strike-link'; link: Id; fault: string; value?: number; seconds?: number }
    | { at: number; act: 'mend-link'; link: Id; fault: string }
    | { at: number; act: 'set'; node: Id; field: string; value: Value }
    | { at: number; act: 'set-link'; link: Id; field: string; value: Value }
    | { at: number; act: 'set-workload'; field: string; value: Value }
  );

export interface Design {
  /** Version of this shape; `design/migrations.ts` lifts older ones. */
  format: 1;
  title: string;
  nodes: readonly DesignNode[];
  links: readonly DesignLink[];
  groups: readonly DesignGroup[];
  workload: Workload;
  /** In order of `at`, simulated seconds. */
  scenario: readonly ScenarioEvent[];
  /** Any text of 1 to 24 characters; the same text is the same luck. */
  seed: string;
  /** Those of `settingFields` that are not at their default; nothing of a run hangs on them. */
  settings?: Readonly<Record<string, Value>>;
  /** Simulated seconds after which a run has finished. */
  seconds: number;
}
