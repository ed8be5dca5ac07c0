/**
 * The design: the document people make, save, undo and share. Pure data; positions and labels mean nothing to a run.
 */

import type { NodeKind } from '../nodes/specs.ts';
import type { Value } from '../schema/fields.ts';
import type { Targets } from './targets.ts';

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
  /** Those of `groupFields` that are not at their default. */
  params?: Readonly<Record<string, Value>>;
}

/** Words that somebody wrote beside the parts: plain text of some lines, 2,000 characters at most. */
export interface DesignNote {
  id: Id;
  text: string;
  x: number;
  y: number;
  width: number;
  height: number;
  /** It stands for a part of a kind that this version does not know (`strangers.ts`); its text is that part's name. */
  stranger?: Stranger;
}

/** What came with a part that nobody here knows: held as it came, and written out again. */
export interface Stranger {
  /** Its record; where it says that it stands is where it stood when it was opened. */
  part: Readonly<Record<string, unknown>>;
  wires: readonly Readonly<Record<string, unknown>>[];
  /** Lines of the timeline about it or its wires. */
  events: readonly Readonly<Record<string, unknown>>[];
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
    /**
     * `fault` is one of `linkFaults`. `from`: it befalls only the calls of this part, where the wire is also the way of those who got
     * its end from a resolver: of one population, or of the resolver's own checks.
     */
    | { at: number; act: 'strike-link'; link: Id; fault: string; value?: number; seconds?: number; from?: Id }
    | { at: number; act: 'mend-link'; link: Id; fault: string; from?: Id }
    | { at: number; act: 'set'; node: Id; field: string; value: Value }
    | { at: number; act: 'set-link'; link: Id; field: string; value: Value }
    | { at: number; act: 'set-workload'; field: string; value: Value }
  );

export interface Design {
  /** Version of this shape; `design/migrations.ts` lifts older ones. */
  format: 2;
  title: string;
  nodes: readonly DesignNode[];
  links: readonly DesignLink[];
  groups: readonly DesignGroup[];
  /** Only where there are any; nothing of a run hangs on them. Later ones lie above. */
  notes?: readonly DesignNote[];
  workload: Workload;
  /** In order of `at`, simulated seconds. */
  scenario: readonly ScenarioEvent[];
  /** Any text of 1 to 24 characters; the same text is the same luck. */
  seed: string;
  /** Those of `settingFields` that are not at their default; nothing of a run hangs on them. */
  settings?: Readonly<Record<string, Value>>;
  /** What it is asked to keep; only where somebody asks for something. Nothing of a run hangs on it. */
  targets?: Targets;
  /** What a teacher asks of whoever has it, as a text; `assignment.ts` reads it. Nothing of a run hangs on it. */
  assignment?: string;
  /** Simulated seconds after which a run has finished. */
  seconds: number;
}
