/**
 * What the book's chapter says (S01 to S75) and how systems fail (P1 to P24), as statements that the engine is held to. A claim plays
 * designs built of the product's own kinds and says for each number what was expected and what came out. `npm run -s claims` plays
 * them all; docs/coverage.md is written from them.
 */

import type { TemplateId } from '../library/template.ts';

export interface Claim {
  /** `S01` to `S75`, `P1` to `P24`, `D2.5` (see `ids.ts`). */
  id: string;
  /** What is claimed, as one would say it to a class. */
  says: string;
  /** The template that shows it on the page. */
  shownBy: TemplateId;
  /** Takes longer than all others: it begins first, so that no processor waits for it at the end. */
  isLong?: true;
  /** Plays and measures; nothing in it may depend on a clock or on chance. */
  check(): Finding[];
}

/** One number of a claim. */
export interface Finding {
  what: string;
  /** As stated, in words: `27.0 ± 0.8 ms`. */
  expected: string;
  measured: number;
  unit: string;
  passed: boolean;
  /** Where the number that the domain brief states cannot be right: why, and what follows instead. What is expected is then the derived one. */
  derivation?: string;
}

/** How far off a number may be: a share of it (0.02 = 2 %), or so much of its own unit. */
export type Within = { share: number } | { by: number };

interface Extra {
  unit?: string;
  derivation?: string;
}

const shown = (value: number): string =>
  Number.isInteger(value) && Math.abs(value) < 1e15 ? String(value) : String(Number(value.toPrecision(4)));

const finding = (what: string, expected: string, measured: number, passed: boolean, { unit = '', derivation }: Extra): Finding => ({
  what,
  expected: `${expected}${unit && ` ${unit}`}`,
  measured,
  unit,
  passed,
  ...(derivation === undefined ? {} : { derivation }),
});

/** The number is `expected`, but for a tolerance. */
export function near(what: string, measured: number, expected: number, within: Within, extra: Extra = {}): Finding {
  const margin = 'by' in within ? within.by : Math.abs(expected) * within.share;
  return finding(what, `${shown(expected)} ± ${shown(margin)}`, measured, Math.abs(measured - expected) <= margin, extra);
}

/** Exactly so many. */
export function exactly(what: string, measured: number, expected: number, extra: Extra = {}): Finding {
  return finding(what, shown(expected), measured, measured === expected, extra);
}

/** The number lies between two, ends included. */
export function between(what: string, measured: number, least: number, most: number, extra: Extra = {}): Finding {
  return finding(what, `${shown(least)} to ${shown(most)}`, measured, measured >= least && measured <= most, extra);
}

export function atMost(what: string, measured: number, most: number, extra: Extra = {}): Finding {
  return finding(what, `at most ${shown(most)}`, measured, measured <= most, extra);
}

export function atLeast(what: string, measured: number, least: number, extra: Extra = {}): Finding {
  return finding(what, `at least ${shown(least)}`, measured, measured >= least, extra);
}

/** Something is so; measured is 1 when it is and 0 when it is not. */
export function holds(what: string, isSo: boolean, extra: Extra = {}): Finding {
  return finding(what, 'true', isSo ? 1 : 0, isSo, extra);
}

/**
 * Tolerance of a share `p` counted over `n` items (domain 0.3): three standard errors, at least 2 % of the share.
 * @param p the expected share, 0 to 1
 */
export function shareWithin(p: number, n: number): Within {
  return { by: Math.max(3 * Math.sqrt((p * (1 - p)) / n), 0.02 * p) };
}
