/**
 * An interview prompt as data: what is asked for, what may be asked back, what has to be estimated, what goes wrong, and how the
 * result is graded. Words are in `words.<language>.ts` of the prompt's folder, by the ids used here. `grade.ts` plays it.
 */

import type { Design, Id } from '../design/design.ts';
import type { RegionAct } from '../design/regionFaults.ts';
import type { Condition, Goal, Parts } from '../goals/goal.ts';
import type { NodeKind } from '../nodes/specs.ts';
import type { LinkFault } from '../schema/faults.ts';
import type { Value } from '../schema/fields.ts';
import type { WorldFact } from './world.ts';

/** Short and stable: a link is `#p=<id>`. Only ever added to. */
export const promptIds = [
  'url-shortener',
  'news-feed',
  'chat',
  'rate-limiter',
  'video',
  'flash-sale',
  'ticketing',
  'photos',
  'ride-hailing',
  'crawler',
  'notifications',
  'payments',
] as const;
export type PromptId = (typeof promptIds)[number];

/** A question worth asking; its answer unlocks facts. */
export interface Clarification {
  id: string;
  /** Ids of facts that are told in answer. */
  unlocks: readonly string[];
  /** Share of the points for asking, 0 to 1; those of all questions add up to 1. */
  worth: number;
}

/** A number of the prompt, told only when it was asked for (or at once, where `free`). */
export interface Fact {
  id: string;
  value: number;
  unit: string;
  free?: true;
}

/** One line of the estimate sheet; the candidate's figure becomes the workload where `becomes` says so. */
export interface Estimate {
  id: string;
  unit: string;
  /** From facts, as a formula of their ids with + - * / and brackets: `dau * readsPerDay / 86400`. */
  answer: string;
  /** Right within this factor either way (2 = half to double). */
  within: number;
  becomes?: { part: string; field: string } | { workload: string };
}

/** What is struck: parts of a design that nobody has seen yet, found by what they are. */
export interface Target {
  kinds: readonly NodeKind[];
  /** Of several: the one with the most calls, all of them, or the first by name. */
  pick: 'busiest' | 'all' | 'first';
  /** Every instance, or one of them. */
  instance: 'all' | 'one';
}

/**
 * `at` and `seconds` count from the beginning of the graded stretch (the warm-up is before it), simulated seconds. Applies to no one where
 * there is no such part; what has no `seconds` stays so. In the order of `at`, all of them after the steady stretch.
 */
export type Chaos = { id: string; at: number; seconds?: number } & (
  | { strike: { target: Target; fault: 'crash' | 'hang' | 'slow' | (string & {}); value?: number } }
  /** Every wire from one to the other. */
  | { wires: { from: Parts; to: Parts; fault: LinkFault; value?: number } }
  /** The group whose machines get the most calls, or every one: lost, cut off, slow. */
  | { place: { pick: 'busiest' | 'all'; act: RegionAct } }
  /** A setting of parts that somebody changes: a clock that runs off. */
  | { set: { target: Omit<Target, 'instance'>; field: string; value: Value } }
  | { workload: { field: string; value: Value } }
  /** Of the given populations, or of one of them. */
  | { users: { field: string; value: Value; only?: Id } }
);

export interface RubricLine {
  id: string;
  group: 'functional' | 'steady' | 'chaos' | 'correctness' | 'cost' | 'single-points' | 'headroom';
  /** Points; all lines add up to 100. */
  points: number;
  goal: Goal;
  /**
   * Over which stretch: before the first chaos event, from it to the end, from one event (its id) until the next one, or the whole graded
   * run. A measure that says its own stretch is asked as it stands.
   */
  over: 'steady' | 'chaos' | 'all' | { chaos: string };
}

export interface Prompt {
  id: PromptId;
  /** 1 to 12. */
  number: number;
  facts: readonly Fact[];
  clarifications: readonly Clarification[];
  estimates: readonly Estimate[];
  /** What everybody begins with: the users and what they send; these parts are locked. */
  given: Design;
  /** What is so whatever a design says, beside what is so in every prompt (`world.ts`). */
  world?: readonly WorldFact[];
  budgetUsd: number;
  /**
   * One cell of so many: the load is this share of the prompt's, and so is the budget. Said on the page (domain 0.3: a slice of users and of
   * identical cells, never fewer servers of a tier).
   */
  cells: number;
  run: { warmUpSeconds: number; steadySeconds: number; chaosSeconds: number };
  chaos: readonly Chaos[];
  rubric: readonly RubricLine[];
  /** If one of these was so in any seed's graded run, the score is at most 40. */
  fatal: readonly { id: string; when: Condition }[];
  /** What a part must be there for at all; a design without gets no functional points, and is told so in words. */
  needs: readonly { id: string; parts: Parts }[];
}

/** Three finished designs that calibrate the rubric. A test holds their scores: at most 45, at least 85, at most 80. */
export interface References {
  underBuilt: Design;
  good: Design;
  overBuilt: Design;
}

export interface PromptWords {
  title: string;
  /** The task as an interviewer would say it. */
  text: string;
  facts: Readonly<Record<string, string>>;
  clarifications: Readonly<Record<string, { question: string; answer: string }>>;
  estimates: Readonly<Record<string, { label: string; how: string }>>;
  chaos: Readonly<Record<string, string>>;
  rubric: Readonly<Record<string, string>>;
  fatal: Readonly<Record<string, string>>;
  needs: Readonly<Record<string, string>>;
  /** What the three reference designs are, and why they score as they do. */
  references: { underBuilt: string; good: string; overBuilt: string };
  /** For who interviews: what to look for, what to ask on. */
  interviewer: readonly string[];
}
