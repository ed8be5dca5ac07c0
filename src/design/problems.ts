/** What cannot run, or will not do what it looks like, and where. The page words them from `code`; data, not exceptions. */

import type { Id } from './design.ts';

export type ProblemCode =
  | 'no-users'
  | 'users-lead-nowhere'
  | 'needs-wire'
  | 'wire-not-allowed'
  | 'loop'
  | 'unreachable'
  | 'several-instances-without-balancer'
  | 'steers-nothing'
  | 'no-traffic'
  | 'trace-missing'
  | 'recording-missing'
  | 'scenario-target-missing'
  | 'shares-exceed-100'
  | 'retry-storm'
  | 'state-scattered'
  | 'state-sticks'
  | 'carries-unheard'
  | 'timeout-below-work'
  | 'hedge-alone'
  | 'margin-eats-all'
  /** A kind's own word, named in the details (`design/advice.ts`). */
  | 'advice'
  | 'too-big';

export interface Problem {
  code: ProblemCode;
  /** Errors stop the run (but see `runsAnyway`); warnings do not. */
  severity: 'error' | 'warning';
  /** The part it is shown on: a node, a link, or null for the design as a whole. */
  node: Id | null;
  link: Id | null;
  /** What the wording needs: roles, names, counts. */
  details: Readonly<Record<string, string | number>>;
  /** An error in what the design is meant to do, not in what can be run: the run shows it. */
  runsAnyway?: true;
}

export const stopsRun = ({ severity, runsAnyway }: Problem): boolean => severity === 'error' && !runsAnyway;
