/**
 * A lesson as data: a design to begin with, steps whose completion is seen from the state of design and run, a number that is
 * guessed before the run and laid over the result, questions that the engine grades, and what the teacher should know. Words are in
 * `words.<language>.ts` of the lesson's folder, by the ids used here. Frames of the page and a test walk the same data.
 */

import type { Design, DesignNote, Id, RegionId, ScenarioEvent } from '../design/design.ts';
import type { Condition, Goal, Measure } from '../goals/goal.ts';
import type { NodeKind } from '../nodes/specs.ts';
import type { Value } from '../schema/fields.ts';

/** Short and stable: a link is `#l=<id>` and fits a small QR code. Only ever added to; a renamed one keeps its old name as an alias. */
export const lessonIds = [
  'one-server',
  'two-tiers',
  'balancer',
  'replicas',
  'cache',
  'cdn',
  'sessions',
  'scaling',
  'queue',
  'two-centres',
  'sync',
  'up-or-out',
  'resharding',
  'celebrity',
  'see-it',
  'services',
] as const;
export type LessonId = (typeof lessonIds)[number];

/** What the numbers of a lesson are shown in. `percent` is of measures that are shares: their numbers here are 0 to 1. */
export type LessonUnit = 'ms' | 'percent' | 'per-second' | 'count' | 'times' | 'seconds' | 'usd';

/**
 * What one does to get on. Parts that are added have the ids that the palette would give them (`web-2` after `web-1`), so that it does
 * not matter who adds them. `Show me` does it before the learner's eyes, and the test walks the whole lesson by it.
 */
export type Move =
  | { set: readonly [part: Id, field: string, value: Value] }
  | { setWire: readonly [from: Id, to: Id, field: string, value: Value] }
  | { setWorkload: readonly [field: string, value: Value] }
  | {
      add: {
        id: Id;
        kind: NodeKind;
        at: readonly [x: number, y: number];
        label?: string;
        group?: Id;
        params?: Readonly<Record<string, Value>>;
      };
    }
  | { addGroup: { id: Id; label: string; region: RegionId; at: readonly [x: number, y: number]; size: readonly [w: number, h: number] } }
  | { addNote: Omit<DesignNote, 'id'> }
  | { wire: readonly [from: Id, to: Id]; params?: Readonly<Record<string, Value>> }
  | { unwire: readonly [from: Id, to: Id] }
  | { remove: Id }
  /** A live act, now: what the timeline would say, without its time. */
  | { act: ScenarioEvent extends infer E ? (E extends { at: number } ? Omit<E, 'at'> : never) : never }
  /** Plays on for so many simulated seconds. */
  | { play: number }
  /** From the beginning. */
  | { restart: true };

/** Asked before the run: a number, or one of some answers. Running is locked until it is given. */
export type Prediction =
  | {
      ask: 'number';
      unit: LessonUnit;
      least: number;
      most: number;
      scale: 'linear' | 'log';
      result: Measure;
    }
  /** `answers` are ids of words; the right one is what the run shows, never written down here. */
  | { ask: 'choice'; answers: readonly { id: string; right: Condition }[] };

export interface Step {
  /** Of the words of this step; unique within the lesson. */
  id: string;
  /** What the learner is led to: it carries the ring. */
  control?: { part: Id; field?: string } | { wire: readonly [from: Id, to: Id]; field?: string } | { palette: NodeKind } | { runs: true };
  predict?: Prediction;
  /** The step ticks itself when this is so. Must not be so when the step begins. */
  done: Condition;
  /** One way to get there. */
  moves: readonly Move[];
  /** Numbers that are to be seen when it is done; each is played without a page and held by a test. */
  numbers?: readonly AhaNumber[];
  /** Measured numbers that the words of the explanation mention by name (`{p99}`); filled in from the learner's own run. */
  shown?: Readonly<Record<string, { measure: Measure; unit: LessonUnit }>>;
}

export interface AhaNumber {
  /** Where it is stated (`L1`, `S45`, `L4 Q`). */
  source: string;
  goal: Goal;
  /** What the statement says, and the tolerance it is held with: both ends. */
  least: number;
  most: number;
  /** Where the stated number cannot be right: why, and what follows instead. */
  derivation?: string;
}

/** A question with a number as its answer, computed by playing a variant: no answer is written down. */
export interface Quiz {
  id: string;
  /** Each is a way to make the lesson's design another one; the words get its numbers by name. */
  variants: readonly { given: Readonly<Record<string, number>>; moves: readonly Move[] }[];
  answer: {
    measure: Measure;
    unit: LessonUnit;
    /** Share of the answer that still counts as right. */
    within: number;
  };
}

export interface Lesson {
  id: LessonId;
  /** 1 to 16. */
  number: number;
  minutes: number;
  /** Statements of the chapter that it teaches. */
  teaches: readonly string[];
  /** Simulated seconds a second at which the page plays it; 10 unless it says so. */
  speed?: number;
  design: Design;
  steps: readonly Step[];
  quiz: readonly Quiz[];
}

/** All words of a lesson in one language; the same keys in each. At most 35 words a step. */
export interface LessonWords {
  title: string;
  goal: string;
  /** Of parts and groups of the design that have a name of their own, where it is not English. */
  labels?: Readonly<Record<Id, string>>;
  steps: Readonly<
    Record<
      string,
      {
        /** What to do. */
        task: string;
        /** What is to be guessed; of steps that ask. */
        question?: string;
        answers?: Readonly<Record<string, string>>;
        /** One sentence once it is done; may hold `{name}` of `shown`. */
        explanation: string;
        /** After 60 s without progress: where to look. After 120 s: what to change. */
        hints: readonly [string, string];
      }
    >
  >;
  /** `question` may hold `{name}` of the variant's `given`. */
  quiz: Readonly<Record<string, { question: string; explanation: string }>>;
  /** What a teacher should know: misconceptions, questions to the room, timing. */
  teacher: readonly string[];
}
