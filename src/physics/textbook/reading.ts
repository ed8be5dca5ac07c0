/** What theory says of a design, part by part: the words between the recogniser and whoever shows it. */

import type { Id } from '../../design/design.ts';
import type { Unlike } from '../../nodes/textbook.ts';

/** Which formula a number comes from; the page has a line of words for each. */
export type Formula =
  | 'utilization-law'
  | 'markov'
  | 'bounded'
  | 'loss'
  | 'general'
  | 'endless'
  | 'shared'
  | 'turns'
  | 'renewal'
  | 'network'
  | 'closed'
  | 'lru'
  | 'fifo'
  | 'ttl'
  | 'aging';

/** What is predicted of a part. Seconds, counts, shares. */
export type MetricName = 'utilization' | 'response' | 'waiting' | 'inside' | 'refused' | 'hitRatio' | 'throughput' | 'p50' | 'p95' | 'p99';

export interface Prediction {
  metric: MetricName;
  value: number;
  formula: Formula;
  /** `law`: true of any design. `approximation`: known to be off by a little. */
  basis: 'exact' | 'approximation' | 'law';
}

/** Why no formula fits. */
export type Reason =
  | { code: 'setting'; field: string; of: 'node' | 'wire' | 'workload'; part: Id | null }
  | { code: 'not-steady' }
  | { code: 'turns' }
  | { code: 'arrivals' }
  | { code: 'least' }
  | { code: 'named' }
  | { code: 'steered' }
  | { code: 'upstream'; part: Id }
  | { code: 'again'; part: Id }
  | { code: 'unknown-traffic'; part: Id }
  | { code: 'several-servers' }
  | { code: 'mixed-times' }
  | { code: 'bounded-general' }
  | { code: 'threads' }
  | { code: 'turned-away'; part: Id }
  | { code: 'timeouts'; part: Id }
  | { code: 'closed' }
  | { code: 'beyond'; part: Id }
  | { code: Unlike };

/** More work than can be done: what piles up, and how much of it finds room. */
export interface Overload {
  /** Work that arrives over work that can be done. */
  load: number;
  /** By how many calls the line grows per second. */
  growsPerSecond: number;
  /** Most that may be inside all instances; Infinity = as many as come. */
  room: number;
}

/** What the model of a part is called in the books, e.g. M/M/4. */
export interface Model {
  formula: Formula;
  notation: string;
}

export interface NodeReading {
  node: Id;
  /** Null when no formula fits the part's own line or store; the laws may still be there. */
  model: Model | null;
  /** The formula's inputs. */
  inputs: { ratePerSecond: number; serviceSeconds: number; servers: number; instances: number; spread: number } | null;
  predictions: readonly Prediction[];
  reason: Reason | null;
  overload: Overload | null;
  /** What the measured side needs for the utilization law: work per arriving call over servers; null where that is not known. */
  workPerCall: { seconds: number; counted: number } | null;
}
