/**
 * What a kind is to the engine, and all a kind may touch. A behaviour is made once per node and run; it keeps its state in
 * cells of the run's memory only, draws only from its named streams, and learns the time only from the clock.
 */

import type { Fleet } from './fleet.ts';
import type { Stream } from './luck.ts';
import type { Memory } from './memory.ts';
import type { Network } from './network.ts';
import type { Plan, WorkloadParam } from './plan.ts';

export interface FaultForm {
  readonly per: 'node' | 'instance';
  readonly lasts?: true;
}

export interface MetricForm {
  readonly form: 'counter' | 'level' | 'gauge';
  readonly per: 'node' | 'instance';
}

/** One kind, as the engine takes it. `fields`, `metrics` and `faults` are those of the kind's spec, in its order. */
export interface Behavior {
  readonly kind: string;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly metrics: Readonly<Record<string, MetricForm>>;
  readonly faults?: Readonly<Record<string, FaultForm>> | undefined;
  readonly role: string;
  create(node: NodeContext): Actor;
}

/** One node's behaviour. Call numbers are slots of `Calls`; `slot` is an instance, counted over the whole run. */
export interface Actor {
  /** Once, at time 0. */
  start?(): void;
  /**
   * Which instance takes a call that was not sent to a certain one; -1 = none can, the caller is told `error`. Not asked while
   * `Instances.taker` names one.
   */
  place?(call: number): number;
  /** A call has reached an instance that is up. Ends in exactly one `reply`, `replyAt` or `drop`. */
  receive(call: number): void;
  /** `net.serve` has run its time. */
  served?(call: number): void;
  /** A call made on behalf of `parent` has its final outcome (retries included). `child` is readable until this returns. */
  returned?(parent: number, child: number, outcome: number): void;
  /** An attempt of this node has failed and will be tried again after a pause; `call` is the old one, readable until this returns. */
  failed?(call: number, outcome: number): void;
  /** The pause is over and the new attempt departs now. Its `to` is -1 unless chosen here; its `link` may be changed, too. */
  again?(call: number): void;
  /** A timer set with `net.wake`. */
  wake?(code: number, arg: number): void;
  /** The instance died; the engine has failed its calls already. Forget what was in its memory. */
  crashed?(slot: number): void;
  /** The instance has fallen silent: nothing of it moves until it recovers. */
  hung?(slot: number): void;
  /** The instance is up again after a crash, a hang or slowness. */
  recovered?(slot: number): void;
  /**
   * A fault of the kind's own befalls the node (`slot` -1) or an instance, whatever its health. `fault` counts from 0 in the order of
   * the spec; of one that lasts, each new strike takes the place of the one before.
   */
  struck?(fault: number, slot: number, value: number): void;
  /** A fault of the kind's own that lasts is over. */
  mended?(fault: number, slot: number): void;
  /** An instance that this node hands work to is back, or has more room than this node knows of: see `offers.ts`. */
  offered?(slot: number): void;
  /** A parameter, the number of instances or one of the wires that lead from here changed while running. */
  changed?(): void;
  /** An alert of a rule (`ALERT`) has begun or ended for a node. */
  alerted?(node: number, rule: number, isFiring: boolean): void;
  /** What the part's own panel shows beside what frames hold; made anew, no state of the run. */
  show?(): Float64Array;
  /** The frame is about to close: bring gauges up to date. */
  measure?(): void;
}

export interface NodeContext {
  readonly node: number;
  readonly id: string;
  readonly memory: Memory;
  readonly net: Network;
  readonly plan: Plan;
  /** Where the workload's first field stands in `net.params`. */
  readonly workloadPlace: number;
  /** The life of instances; there once the run has begun. */
  readonly fleet: Fleet;
  /** First instance slot and how many slots the node may ever have. */
  readonly firstSlot: number;
  readonly slots: number;
  /** Links out, in the order of the design. */
  readonly links: readonly number[];
  /** What a node is to its callers. */
  roleOf(node: number): string;
  /** Links out to nodes of a role. */
  linksTo(role: string): readonly number[];
  /** A stream of this node's own, e.g. `stream('service')`. */
  stream(purpose: string): Stream;
  /** Where a field's value stands in `net.params`; the value can change while running, so read it when needed. */
  param(name: string): number;
  /** Where a number of the workload stands in `net.params`. */
  workload(name: WorkloadParam): number;
  /** Where a metric stands in `net.meters.values`; one per instance from there on when it is kept per instance. */
  metric(name: string): number;
}
