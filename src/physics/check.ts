/** Plays one case and judges it: never throws for what a case contains, never goes on for longer than its budget. */

import type { Estimate } from '../statistics/estimate.ts';
import { Budget, defaultLimits, type Limits, type Machine, OverBudget, plainMachine } from './budget.ts';
import { build } from './builders.ts';
import { CaseError, type Goal, type ReferenceCase, readCase } from './caseFile.ts';
import type { Listed } from './caseList.ts';
import type { Experiment } from './experiment.ts';
import { type Length, lengthOf } from './length.ts';
import { measuring } from './measure.ts';
import { Waiting } from './parts.ts';
import type { Progress } from './progress.ts';
import { isKnown, judge, type MetricResult } from './verdict.ts';

export interface CaseResult {
  id: string;
  kind: string;
  verdict: 'passed' | 'failed' | 'waiting';
  /** Why, where it is not `passed`. */
  reason: string;
  /** Played in the end: what the case foresees, twice or four times that. */
  n: number;
  /** What `n` counts. */
  counts: Goal['counts'];
  metrics: readonly MetricResult[];
  /** Events of the engine, over everything that was played. */
  events: number;
  /** Wall-clock seconds: the only number here that another machine gives otherwise. */
  seconds: number;
}

export interface Options {
  quick: boolean;
  limits?: Limits;
}

export interface Watching {
  machine?: Machine;
  /** Several times a second while the case is played; `progress` is null between sections. */
  onBeat?: (progress: Progress | null) => void;
}

type Judged = Pick<CaseResult, 'verdict' | 'reason' | 'metrics'>;
type Played = Judged & Pick<CaseResult, 'n'>;

function judged(given: ReferenceCase, length: Length, experiment: Experiment, found: Readonly<Record<string, Estimate>>): Judged {
  const metrics = Object.keys(given.expected).map((name) => judge(given, length, name, Object.hasOwn(found, name) ? found[name] : null));
  const of = (verdict: MetricResult['verdict']) => metrics.filter((metric) => metric.verdict === verdict);
  const rising = experiment.form === 'steady' ? (experiment.rising ?? []) : [];
  const fallen = rising.findIndex((name, i) => i > 0 && !(found[name].value > found[rising[i - 1]].value));
  if (fallen > 0) return { verdict: 'failed', reason: `${rising[fallen]} is not above ${rising[fallen - 1]}`, metrics };
  const wrong = of('failed');
  if (wrong.length > 0) return { verdict: 'failed', reason: wrong.map(({ name, reason }) => `${name}: ${reason}`).join('; '), metrics };
  if (rising.length === 0 && of('passed').length === 0) return { verdict: 'failed', reason: 'nothing in it could be checked', metrics };
  return { verdict: 'passed', reason: '', metrics };
}

function played(given: ReferenceCase, length: Length, budget: Budget, onBeat: Watching['onBeat']): Played {
  const experiment = build(given);
  const steps = measuring(experiment, given.id, length, budget, (found) => isKnown(given, length, found));
  let step = steps.next();
  while (!step.done) {
    onBeat?.(step.value);
    step = steps.next();
  }
  const { found, lengths } = step.value;
  return { ...judged(given, length, experiment, found), n: length.n * lengths };
}

function excused(error: unknown): Judged {
  if (error instanceof Waiting) return { verdict: 'waiting', reason: error.message, metrics: [] };
  if (error instanceof CaseError || error instanceof OverBudget) return { verdict: 'failed', reason: error.message, metrics: [] };
  // a fault of ours, or a case so odd that nobody thought of it: told, and the other cases go on
  return { verdict: 'failed', reason: `it could not be played: ${error instanceof Error ? error.message : String(error)}`, metrics: [] };
}

/** Plays one case and judges it. The same case gives the same result but for `seconds`, on any machine. */
export function runCase(given: ReferenceCase, options: Options, { machine = plainMachine, onBeat }: Watching = {}): CaseResult {
  const length = lengthOf(given, options.quick);
  const budget = new Budget(options.limits ?? defaultLimits, machine, () => onBeat?.(null));
  let result: Judged | Played;
  try {
    result = played(given, length, budget, onBeat);
  } catch (error) {
    result = excused(error);
  }
  const { id, kind } = given;
  return { id, kind, n: length.n, counts: length.counts, ...result, events: budget.events, seconds: budget.seconds() };
}

/** As `runCase`, for a case as it stands in a file, which may be none. */
export function runListed(listed: Listed, options: Options, watching?: Watching): CaseResult {
  const { id, kind, value, position, problem } = listed;
  const none = { id, kind, n: 0, counts: 'requests' as const, metrics: [], events: 0, seconds: 0 };
  if (problem !== null) return { ...none, verdict: 'failed', reason: problem };
  try {
    return runCase(readCase(value, position), options, watching);
  } catch (error) {
    return { ...none, ...excused(error) };
  }
}
