/**
 * What a kind says of settings that are allowed and foolish: a worker that takes longer than its queue waits, more readers than there is to
 * read. Each kind looks at its own settings and at its neighbours, of whom it knows only the facts below; `design/advice.ts` asks them all
 * and shows what they say at the part, as a warning. Words are in the kind's `advice.en.ts` and `advice.ko.ts`.
 */

import type { Values } from '../schema/fields.ts';
import type { Role } from '../schema/spec.ts';

/** What a kind tells others of itself. What it leaves out is not known. */
export interface Facts {
  /** Mean time of one usual call or job with nobody else there. */
  workSeconds?: number;
  /** How long it has a job in hand until it is done, what it has fetched ahead included. */
  holdSeconds?: number;
  /** Until one that is ordered serves. */
  bootSeconds?: number;
  /** Its load is metered: processors or workers that are busy or not. */
  showsLoad?: true;
}

export interface Neighbour {
  label: string;
  role: Role;
  instances: number;
  facts: Facts;
  /** Keeps what its callers began (`Spec.remembers`), as it is set. */
  remembers: boolean;
  /** The wire between the two. */
  wire: Values;
}

export interface Situation {
  params: Values;
  instances: number;
  /** Whom it calls, or steers and watches, and who calls it. */
  calls: readonly Neighbour[];
  callers: readonly Neighbour[];
}

/** What the words of an advice are made of: numbers by name, whose ending says the unit (`Seconds`, `Ms`, `Percent`), and labels. */
export type AdviceDetails = Readonly<Record<string, number | string>>;

export interface Advice<C extends string = string> {
  code: C;
  details: AdviceDetails;
}

export interface KindAdvice<C extends string = string> {
  facts?: (params: Values) => Facts;
  advise?: (situation: Situation) => readonly Advice<C>[];
}

/** The words of one advice: what is so, why that is foolish, and the way out. `part` is the part's name, numbers carry their units. */
export type AdviceWords = Readonly<Record<string, string>>;
export type AdviceTexts<C extends string = string> = Readonly<Record<C, (words: AdviceWords) => string>>;

/** An advice if something is so, else none. */
export const advise = <C extends string>(isSo: boolean, code: C, details: AdviceDetails = {}): Advice<C>[] =>
  isSo ? [{ code, details }] : [];

/** A setting as a number. */
export const num = (params: Values, field: string): number => Number(params[field]);
