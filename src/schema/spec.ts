/** What a kind is, as data: its parameters, what it may be wired to, what it counts. No engine, no React, no texts. */

import type { Faults } from './faults.ts';
import type { Fields, Value, When } from './fields.ts';

/**
 * What a node is to its callers. Callers choose whom to ask by role, never by kind, so that kinds stay islands.
 * - `source`: starts requests, receives none
 * - `resolver`: turns a name into one of the nodes it is wired to
 * - `edge`: answers static requests near the user and fetches the rest from what it is wired to
 * - `server`: answers whole requests
 * - `cache`: looked up by key, may not have it
 * - `store`: keeps rows by key
 * - `queue`: takes a message and answers at once
 * - `consumer`: is handed messages by a queue, or jobs by whoever waits for them
 * - `sessions`: keeps what servers remember of their users' sessions
 * - `index`: finds rows by words
 * - `files`: keeps whole files by name
 * - `operator`: watches or steers the parts it is wired to; its wires carry no calls
 * - `scheduler`: starts jobs by the clock, receives nothing
 */
export type Role =
  | 'source'
  | 'resolver'
  | 'edge'
  | 'server'
  | 'cache'
  | 'store'
  | 'queue'
  | 'consumer'
  | 'sessions'
  | 'index'
  | 'files'
  | 'operator'
  | 'scheduler';

/** Where the palette lists a kind. */
export type Category = 'traffic' | 'edge' | 'compute' | 'data' | 'operations';

/**
 * How a metric becomes one number per frame.
 * - `counter`: how many times it happened during the frame
 * - `level`: time-weighted mean over the frame
 * - `gauge`: the value at the frame's end
 */
export type MetricForm = 'counter' | 'level' | 'gauge';

export interface MetricSpec {
  form: MetricForm;
  /** One number for the whole node, or one for each instance. */
  per: 'node' | 'instance';
  /** `share`: of one, read as a percentage. */
  unit: '' | 's' | 'ms' | 'h' | '/s' | 'MB' | 'GB' | 'Mbit/s' | '%' | 'share';
  /** Counted, but not listed: a common metric, or the canvas, says the same. */
  hidden?: true;
  /** Counted always, shown only while this is so. */
  when?: When;
  /** Happens a few times in a run: a counter reads as its sum since the run began, and a time of 0 as not yet. */
  rare?: true;
}

export interface Spec<
  F extends Fields = Fields,
  M extends Readonly<Record<string, MetricSpec>> = Readonly<Record<string, MetricSpec>>,
  X extends Faults = Faults,
> {
  kind: string;
  category: Category;
  role: Role;
  /** Roles this kind calls: a wire to any other is a problem shown on the wire. */
  calls: readonly Role[];
  /** Two of this kind may be wired: each tells the other of its own writes, and what is told goes no further. */
  pairs?: true;
  /** Roles without which it can do nothing useful: a missing wire is a problem shown on the node. */
  needs: readonly Role[];
  /** Roles of which one is as good as what it needs. */
  standsIn?: readonly Role[];
  /** Roles without which some of its settings do nothing: a missing wire is a warning while they are so. */
  needsWhen?: readonly { readonly role: Role; readonly when: When }[];
  fields: F;
  /** Settings of a new wire that begins here, where they are not those of every wire: another default, and where it is from. */
  wires?: Readonly<Record<string, { readonly default: Value; readonly source: string }>>;
  /** Roles of whom its wires may carry single classes of requests only; wires to all others carry everything, whatever they say. */
  sorts?: readonly Role[];
  /** While this is so, an instance remembers its callers, and only it can go on with what they began. */
  remembers?: When;
  /** While any of these is so, it sends the requests of one session to one instance. */
  sticks?: readonly When[];
  /** Which field says how many instances the node has; null for kinds that are one thing. */
  instancesField: keyof F | null;
  /** Instances beside those of `instancesField` (a database's primary beside its replicas). */
  extraInstances: number;
  /** Of an operator that adds instances to what it steers: the field with the most there may be, or what their number may grow to. */
  grows?: { readonly to: keyof F } | { readonly by: number };
  /** What a panel of its own shows, and what the parts it is wired to may show where only tools are believed. */
  shows?: 'logs' | 'metrics' | 'shards' | 'rows';
  metrics: M;
  /** What can befall it beside what befalls every part: its behaviour is told by `struck` and `mended`. */
  faults?: X;
  /** Outside every group it is not one thing in one place: it has an instance in each region from which it is called. */
  nearCallers?: true;
}

export function defineSpec<
  const F extends Fields,
  const M extends Readonly<Record<string, MetricSpec>>,
  // biome-ignore lint/complexity/noBannedTypes: no fault at all
  const X extends Faults = {},
>(spec: Spec<F, M, X>): Spec<F, M, X> {
  return spec;
}

/** The metrics the engine itself keeps for every node, whatever its kind. */
export const commonMetrics = {
  /** Calls that reached the node. */
  arrived: { form: 'counter', per: 'instance', unit: '' },
  /** Calls answered well. */
  completed: { form: 'counter', per: 'instance', unit: '' },
  /** Calls answered with a failure of any reason. */
  failed: { form: 'counter', per: 'instance', unit: '' },
  /** Busy share of the instance's servers. */
  utilization: { form: 'level', per: 'instance', unit: '' },
  /** Calls waiting for a server. */
  queue: { form: 'level', per: 'instance', unit: '' },
  /** Calls inside: waiting, in service, or held while the node waits for others. */
  inside: { form: 'level', per: 'instance', unit: '' },
} as const satisfies Record<string, MetricSpec>;
