/**
 * The rule of a metric's verdict. It passes when
 * - the measured value is within tolerance of the expected one, and
 * - its 99 % interval reaches, to either side, no further than 1.25 times that tolerance: what is not known that well is no
 *   agreement (an interval from 30 sections is itself known to about 13 %). In a quick run such a metric is told and not judged;
 *   a metric too far off fails there, too.
 * A run goes on, up to four times as long as the case foresees, while an interval is wider than that; widths alone decide it.
 * The tolerance is length.ts's.
 * Where the tolerance says less than the interval (it includes the error of an approximation), nothing more is asked.
 */

import type { Estimate } from '../statistics/estimate.ts';
import type { ReferenceCase } from './caseFile.ts';
import { allowedFor, type Length } from './length.ts';

/** Half an interval over the tolerance, at most. */
const widest = 1.25;

export type Verdict = 'passed' | 'failed' | 'told';

export interface MetricResult {
  name: string;
  unit: string;
  basis: string;
  expected: number;
  estimate: Estimate | null;
  /** How far the measured value may lie from the expected one; null where nothing is asked. */
  allowed: number | null;
  verdict: Verdict;
  reason: string;
}

const percent = (part: number, whole: number) => Number(((part / Math.abs(whole || 1)) * 100).toPrecision(4)).toString();

/** Bounds are held by every replication; requirements by the estimate. */
function judgeBound(name: string, basis: string, expected: number, value: number): MetricResult['verdict'] | null {
  if (basis === 'requirement' || (basis === 'bound' && name.startsWith('min_'))) return value >= expected - 1e-9 ? 'passed' : 'failed';
  if (basis === 'bound') return value <= expected + 1e-9 ? 'passed' : 'failed';
  return null;
}

/** Why a metric is not known well enough to be judged at this length; null when it is. */
function doubtOf(given: ReferenceCase, allowed: number, found: Estimate, expected: number): string | null {
  if (given.tier === 'exact' || given.tier === 'fluid') return null;
  const half = (found.high - found.low) / 2;
  return found.refused ?? (half > widest * allowed ? `+-${percent(half, expected)} %` : null);
}

/** Whether every metric that is judged is known well enough; a quick run is as long as it is. */
export function isKnown(given: ReferenceCase, length: Length, found: Readonly<Record<string, Estimate>>): boolean {
  if (length.isQuick) return true;
  return Object.entries(given.expected).every(([name, { value, basis, informational }]) => {
    const allowed = allowedFor(given, length, name);
    const isJudged = !informational && allowed !== null && Object.hasOwn(found, name) && judgeBound(name, basis, value, value) === null;
    return !isJudged || doubtOf(given, allowed, found[name], value) === null;
  });
}

/** @param found null where nothing measures the metric */
export function judge(given: ReferenceCase, length: Length, name: string, found: Estimate | null): MetricResult {
  const { value, unit, basis, informational } = given.expected[name];
  const allowed = allowedFor(given, length, name);
  const result = (verdict: Verdict, reason = ''): MetricResult => {
    return { name, unit, basis, expected: value, estimate: found, allowed, verdict, reason };
  };
  if (informational) return result('told');
  if (!found) return result('failed', 'nothing in the product measures it');
  const bound = judgeBound(name, basis, value, found.value);
  if (bound) return result(bound);
  if (allowed === null) return result('told', 'needs the full run');
  if (!Number.isFinite(found.value)) return result('failed', found.refused ?? 'nothing was measured');
  const off = Math.abs(found.value - value);
  if (off > allowed + 1e-12 * Math.abs(value))
    return result('failed', `${percent(off, value)} % off, ${percent(allowed, value)} % allowed`);
  const doubt = doubtOf(given, allowed, found, value);
  if (doubt) return result(length.isQuick ? 'told' : 'failed', `not converged: ${doubt}`);
  return result('passed');
}
