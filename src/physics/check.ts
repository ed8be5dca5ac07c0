/**
 * A case's verdict. A metric passes when
 * - the measured value is within tolerance of the expected one, and
 * - its 99 % interval reaches, to either side, no further than 1.25 times that tolerance: what is not known that well is no
 *   agreement (an interval from 30 sections is itself known to about 13 %). In a quick run such a metric is told and not judged;
 *   a metric too far off fails there, too.
 * The tolerance is the case's own at its suggested length (the file's quick one at the quick length), else 4.5 kappa / sqrt(n).
 * Where the tolerance says less than the interval (it includes the error of an approximation), nothing more is asked.
 */

import type { Estimate } from '../statistics/estimate.ts';
import { build } from './builders.ts';
import { CaseError, type Goal, type ReferenceCase, type Tolerance } from './caseFile.ts';
import { measure } from './measure.ts';
import { Waiting } from './parts.ts';

/** Half an interval over the tolerance, at most. */
const widest = 1.25;

export type Verdict = 'passed' | 'failed' | 'waiting' | 'told';

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

export interface CaseResult {
  id: string;
  kind: string;
  verdict: 'passed' | 'failed' | 'waiting';
  /** Why, where it is not `passed`. */
  reason: string;
  /** Requests or replications. */
  n: number;
  metrics: readonly MetricResult[];
}

export interface Options {
  quick: boolean;
}

/** Requests per arm of an ordering, where the file suggests no length. */
const fullOrdering = 3_000_000;
const quickOrdering = 200_000;

export function goalFor(given: ReferenceCase, { quick }: Options): Goal {
  const goal = quick && given.quick ? given.quick : given.full;
  if (given.tier !== 'ordering' || goal.n > 0) return goal;
  const n = quick ? quickOrdering : fullOrdering;
  return { ...goal, n, warmup: n / 20, tolerance: quick ? {} : goal.tolerance };
}

function allowedFor(given: ReferenceCase, goal: Goal, name: string): number | null {
  const { value } = given.expected[name];
  const own: Tolerance | undefined = goal.tolerance[name];
  if (own) return 'abs' in own ? own.abs : own.share * Math.abs(value);
  // the file names what its quick run can tell: the rest needs the full one
  if (goal === given.quick && Object.keys(goal.tolerance).length > 0) return null;
  const kappa = given.kappa[name];
  return kappa !== undefined && goal.n > 0 ? ((4.5 * kappa) / Math.sqrt(goal.n)) * Math.abs(value) : null;
}

const text = (value: number) => Number(value.toPrecision(4)).toString();

/** Bounds are held by every replication; requirements by the estimate. */
function judgeBound(name: string, basis: string, expected: number, value: number): MetricResult['verdict'] | null {
  if (basis === 'requirement' || (basis === 'bound' && name.startsWith('min_'))) return value >= expected - 1e-9 ? 'passed' : 'failed';
  if (basis === 'bound') return value <= expected + 1e-9 ? 'passed' : 'failed';
  return null;
}

function judge(given: ReferenceCase, goal: Goal, name: string, found: Estimate | null): MetricResult {
  const { value, unit, basis, informational } = given.expected[name];
  const allowed = allowedFor(given, goal, name);
  const result = (verdict: Verdict, reason = ''): MetricResult => {
    return { name, unit, basis, expected: value, estimate: found, allowed, verdict, reason };
  };
  if (informational) return result('told');
  if (!found) return result('waiting', 'nothing in the product measures it');
  const bound = judgeBound(name, basis, value, found.value);
  if (bound) return result(bound);
  if (allowed === null) return result('told', 'needs the full run');
  if (!Number.isFinite(found.value)) return result('failed', found.refused ?? 'nothing was measured');
  if (Math.abs(found.value - value) > allowed + 1e-12 * Math.abs(value)) {
    return result(
      'failed',
      `${text((Math.abs(found.value - value) / Math.abs(value || 1)) * 100)} % off, ${text((allowed / Math.abs(value || 1)) * 100)} % allowed`,
    );
  }
  if (given.tier !== 'exact' && given.tier !== 'fluid') {
    const half = (found.high - found.low) / 2;
    const doubt = found.refused ?? (half > widest * allowed ? `+-${text((half / Math.abs(value || 1)) * 100)} %` : null);
    if (doubt) return result(goal === given.quick ? 'told' : 'failed', `not converged: ${doubt}`);
  }
  return result('passed');
}

/** Plays one case and judges it. Never throws for what a case contains. */
export function runCase(given: ReferenceCase, options: Options): CaseResult {
  const goal = goalFor(given, options);
  const empty = (verdict: 'failed' | 'waiting', reason: string): CaseResult => {
    return { id: given.id, kind: given.kind, verdict, reason, n: goal.n, metrics: [] };
  };
  try {
    const experiment = build(given);
    const found = measure(experiment, given.id, goal);
    const metrics = Object.keys(given.expected).map((name) => judge(given, goal, name, found[name] ?? null));
    const wrong = metrics.filter(({ verdict }) => verdict === 'failed');
    const rising = experiment.form === 'steady' ? (experiment.rising ?? []) : [];
    const fallen = rising.findIndex((name, i) => i > 0 && !(found[name].value > found[rising[i - 1]].value));
    const missing = metrics.filter(({ verdict }) => verdict === 'waiting');
    const base = { id: given.id, kind: given.kind, n: goal.n, metrics };
    if (fallen > 0) return { ...base, verdict: 'failed', reason: `${rising[fallen]} is not above ${rising[fallen - 1]}` };
    if (wrong.length > 0) return { ...base, verdict: 'failed', reason: wrong.map(({ name, reason }) => `${name}: ${reason}`).join('; ') };
    if (missing.length > 0)
      return { ...base, verdict: 'waiting', reason: `a measurement of ${missing.map(({ name }) => name).join(', ')}` };
    if (rising.length === 0 && !metrics.some(({ verdict }) => verdict === 'passed'))
      return { ...base, verdict: 'failed', reason: 'nothing in it could be checked' };
    return { ...base, verdict: 'passed', reason: '' };
  } catch (error) {
    if (error instanceof Waiting) return empty('waiting', error.message);
    if (error instanceof CaseError) return empty('failed', error.message);
    throw error;
  }
}
