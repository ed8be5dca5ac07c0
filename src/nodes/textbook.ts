/**
 * What a part is to queueing theory: the words in which each kind's `textbook.ts` describes itself. Data only; which model that makes,
 * and what it predicts, is found out by `physics/textbook`. A kind says what it does with the settings it names in `knows`; any other
 * setting away from its default makes it a part that no textbook describes.
 */

import type { Values } from '../schema/fields.ts';
import type { Role } from '../schema/spec.ts';
import type { PauseTransform } from '../theory/renewalStation.ts';
import type { ServiceTime } from '../theory/serviceTime.ts';

/** What one part asks another: a request of a class, or a word to a cache. */
export type Need = 'static' | 'read' | 'write' | 'job' | 'get' | 'set' | 'invalidate';

/** What a kind's description may depend on beside its own parameters. */
export interface Surroundings {
  workload: Values;
  seed: string;
  /** Roles it is wired to by hand. */
  roles: ReadonlySet<Role>;
  /** Regions in which a part that stands near its callers has an instance; 1 for all others. */
  places?: number;
  /** Roles that a resolver it is wired to names to it. */
  named: ReadonlySet<Role>;
}

/** One step of answering. */
export interface Asking {
  role: Role;
  need: Need;
  /** How often, on average, for one request. */
  times: number;
  /** Only when the cache asked before did not have it. */
  afterMiss?: true;
  /** Nobody waits for the answer. */
  told?: true;
  /** The part is named by a resolver. */
  named?: true;
  /** How it is dealt over several such parts, where this step has a rule of its own. */
  deal?: Deal;
}

/** How calls are dealt over several: by lot (evenly, or by the wires' weights), in turns, to whoever has least, by the key, or otherwise. */
export type Deal = 'lot' | 'weights' | 'turns' | 'least' | 'key' | 'other';

/** A service time with its moments, and whether it is exponential. */
export interface Timing extends ServiceTime {
  isExponential: boolean;
}

/** Instances of one part that get the same share of the calls. */
export interface Group {
  instances: number;
  /** Share of all calls of a need that this group gets as a whole. */
  share: (need: Need) => number;
  /** Further services of the group for each call of a need, which nobody waits for. Left out: none. */
  extra?: (need: Need) => number;
}

/** Why a part is no textbook model, whatever comes to it. */
export type Unlike =
  | 'copies-apply' // replicas also apply writes, in batches and one at a time
  | 'handed-out' // work is fetched by whoever has room, not sent
  | 'several-places' // every place has copies and callers of its own
  | 'keys-dealt' // keys are dealt over instances by hash, some of them hot
  | 'rows-together' // rows are asked for in fixed company, not independently
  | 'policy' // a replacement policy without a formula
  | 'small'; // so few entries that the approximation is poor

export interface Serving {
  groups: readonly Group[];
  /** Calls that one instance serves at once, and what its utilization is divided by. */
  servers: number;
  counted: number;
  /** Most that may be inside an instance, those in service included; Infinity = as many as come. */
  room: number;
  /** Most that may be inside while others answer for it; null when it holds nobody meanwhile. */
  holds: number | null;
  /** Newest first has the means of first come, first served, and other percentiles. */
  order: 'fifo' | 'lifo' | 'sharing';
  /** Services of one call, one after the other, by chance: 1 / (1 - chance to come again). Left out: 1. */
  visits?: number;
  time: (need: Need) => Timing;
}

/** Keys with a policy of what to throw out. */
export interface Store {
  capacity: number;
  policy: 'lru' | 'fifo' | 'random';
  /** Seconds; Infinity = never expires. */
  ttlSeconds: number;
  /** Every hit makes the entry live anew. */
  renews: boolean;
  /** Whose popularity its keys have. */
  keys: 'rows' | 'files';
  /** The need that looks up, and the one that removes; null = none does. */
  readBy: Need;
  removedBy: Need | null;
  /** Keys that may be kept at all, the most popular being 0; left out: all. */
  keeps?: (key: number) => boolean;
  /** Two stores of one luck and one share keep the same keys. */
  luck?: string;
}

/** Requests from outside. */
export interface Source {
  /** By a Poisson process, per second while the workload's shape stands at 1. */
  perSecond: number;
  /** Share of each need, 1 together. */
  mix: readonly { need: Need; share: number }[];
  /** Not a Poisson process: what the pauses between requests are, or null when no formula knows them. Left out: Poisson. */
  pause?: PauseTransform | null;
  /** A closed population instead: so many people, each thinking for so long between an answer and the next request. */
  closed?: { customers: number; thinkSeconds: number };
  /** People give up after this long. */
  patienceSeconds: number;
}

export interface Textbook {
  knows: readonly string[];
  unlike?: Unlike;
  source?: Source;
  serving?: Serving;
  store?: Store;
  /** Added to every answer without a line. */
  delaySeconds?: (need: Need) => number;
  asks: (need: Need) => readonly Asking[];
  /** How it deals calls over the parts it asks (and, for a balancer, over their instances). Left out: by lot. */
  deals?: Deal;
  /** A resolver: which of the parts it names callers get. */
  names?: 'nearest' | 'first' | 'turns';
  /** A balancer deals over instances; all others know one address per part. */
  dealsInstances?: true;
}

export type DescribeTextbook = (params: Values, around: Surroundings) => Textbook;

/** Settings of mishaps that mean nothing while none happens (`mtbfSeconds` and `errorPercent` at 0). */
export const idleMishaps = ['mttrSeconds', 'breakdown', 'repairCrews'] as const;

/** Settings of how instances start and stop, which mean nothing while none does. */
export const idleLife = ['bootSeconds', 'warmupSeconds', 'warmupFactor', 'drainSeconds', 'bootsByHand'] as const;
