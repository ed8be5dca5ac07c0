/**
 * How long a case runs, and how near it must come at that length: the case's own tolerance at its suggested length (the file's quick
 * one at the quick length), else 4.5 kappa / sqrt(n), which is 4.5 standard errors.
 */

import type { Goal, ReferenceCase, Tolerance } from './caseFile.ts';

export interface Length extends Goal {
  /** Shorter than the case asks for: what cannot be told then is told later, not held against it. */
  isQuick: boolean;
}

/** Requests per arm of an ordering where the file suggests no length. */
const fullOrdering = 3_000_000;
const quickOrdering = 200_000;

/** Where the file knows no quick run, a tenth of the replications, but never so few that there is no spread to speak of. */
const quickShare = 0.1;
const leastReplications = 200;

/** Of a case that leaves nothing to chance: how far rounding may carry it. */
const exactly = 1e-9;

export function lengthOf(given: ReferenceCase, quick: boolean): Length {
  const { full } = given;
  if (given.tier === 'ordering' && full.n === 0) {
    const n = quick ? quickOrdering : fullOrdering;
    return { ...full, n, warmup: n / 20, tolerance: quick ? {} : full.tolerance, isQuick: quick };
  }
  if (!quick) return { ...full, isQuick: false };
  if (given.quick) return { ...given.quick, isQuick: true };
  const fewer = Math.max(leastReplications, Math.ceil(full.n * quickShare));
  if (full.counts === 'replications' && fewer < full.n) return { ...full, n: fewer, isQuick: true };
  return { ...full, isQuick: false };
}

const absolute = (tolerance: Tolerance, value: number) => ('abs' in tolerance ? tolerance.abs : tolerance.share * Math.abs(value));

/** How far a measured value may lie from the expected one, in its unit; null where nothing is asked at this length. */
export function allowedFor(given: ReferenceCase, length: Length, name: string): number | null {
  const { value } = given.expected[name];
  const kappa = given.kappa[name];
  const errors = kappa !== undefined && length.n > 0 ? ((4.5 * kappa) / Math.sqrt(length.n)) * Math.abs(value) : null;
  if (Object.hasOwn(length.tolerance, name)) {
    const own = absolute(length.tolerance[name], value);
    // a tolerance that was meant for more replications
    return length.isQuick && length.counts === 'replications' ? Math.max(own, errors ?? own) : own;
  }
  if (given.tier === 'exact') return exactly * Math.abs(value);
  // the file names what its quick run can tell: the rest needs the full one
  return length.isQuick && Object.keys(length.tolerance).length > 0 ? null : errors;
}
