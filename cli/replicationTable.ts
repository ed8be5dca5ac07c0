/** What many worlds came to, as text for people: the answer in words first, then the numbers it rests on. */

import { compareMetric, type MetricComparison } from '../src/runner/compareWorlds.ts';
import type { World } from '../src/runner/world.ts';
import { estimateMetric, type MetricEstimate, type MetricName, mergeWorlds, metricNames, metrics } from '../src/runner/worldMetrics.ts';
import { precisionOf } from '../src/statistics/interval.ts';
import type { Arm, Failed } from './replications.ts';
import { digits, ms, none, percent, table } from './summaryTable.ts';

export const names: Record<MetricName, string> = {
  mean: 'mean response',
  p50: 'p50',
  p95: 'p95',
  p99: 'p99',
  p999: 'p99.9',
  goodput: 'goodput',
  failed: 'failed',
  stale: 'stale reads',
  lostWrites: 'lost writes',
};

export const textOf = (name: MetricName, value: number): string => {
  const { unit } = metrics[name];
  if (unit === 'seconds') return ms(value);
  if (unit === 'share') return percent(value);
  return unit === 'count' ? digits(value) : `${digits(value)} /s`;
};

/** "9.1 to 15 ms": the unit once. */
export const spanOf = (name: MetricName, low: number, high: number): string => {
  const [from, to] = [textOf(name, low), textOf(name, high)];
  return `${from.replace(/ (ms|%|\/s)$/, '')} to ${to}`;
};

const signed = (name: MetricName, value: number): string => (value > 0 ? '+' : '') + textOf(name, value);

function precisionText({ interval }: MetricEstimate): string {
  if (!interval) return '';
  const { relative, isConverged } = precisionOf(interval);
  if (!Number.isFinite(relative)) return 'not converged';
  const text = `±${digits(relative * 100)} %`;
  return isConverged ? text : `not converged: ${text}`;
}

function estimateRow(name: MetricName, found: MetricEstimate): string[] {
  if (found.isTooLittle) return [names[name], none, 'too little data', ''];
  const { value, interval } = found;
  if (value === null) return [names[name], none, none, ''];
  if (['share', 'count'].includes(metrics[name].unit) && value === 0) return [names[name], textOf(name, value), 'none seen', ''];
  return [names[name], textOf(name, value), interval ? spanOf(name, interval.low, interval.high) : 'too little data', precisionText(found)];
}

function headOf({ title, plan }: Arm, worlds: readonly World[]): [string, string][] {
  const { all } = mergeWorlds(worlds);
  return [
    ['design', title || '(untitled)'],
    ['seed', `${plan.seed} is world 1; the others are derived from it by hashing`],
    ['worlds', `${worlds.length} of ${plan.seconds} s each`],
    ['requests', `${all.offered} offered, ${all.completed} completed`],
  ];
}

/** Codes of why something was not played to its end; a thread says the rest in its own words. */
const ends: Readonly<Record<string, string>> = {
  overflow: 'too many requests in flight',
  standstill: 'so much happens at one moment that time does not go on',
  silent: 'its thread stopped answering',
  unstarted: 'its thread could not be started',
  unreadable: 'it could not be sent to a thread',
};
export const reasonText = (reason: string): string => ends[reason] ?? reason;

const failedText = (failed: readonly Failed[], arms: readonly string[]): [string, string][] =>
  failed.map(({ arm, world, reason }) => ['note', `world ${world} of ${arms[arm]} could not be played: ${reasonText(reason)}`]);

/** One design: merged values, 95 % intervals between worlds, and how well each is known. */
export function replicationTable(arm: Arm, worlds: readonly World[], failed: readonly Failed[]): string {
  return [
    table([...headOf(arm, worlds), ...failedText(failed, ['this design'])]),
    table([
      ['merged over worlds', 'value', '95 % interval', 'known to'],
      ...metricNames.map((name) => estimateRow(name, estimateMetric(worlds, name))),
    ]),
  ].join('\n\n');
}

/** "B beats A in 48 of 50 worlds; p99 12 ms lower, 95 % interval 9 to 15 ms", or why that cannot be said. */
export function verdictText({ name, paired, worlds, bBetter, aBetter, verdict }: MetricComparison): string {
  if (verdict === 'too-little' || !paired) return `${names[name]}: too little data to tell A and B apart.`;
  if (verdict === 'same') return `${names[name]}: A and B are exactly equal in all ${worlds} worlds.`;
  const { value, low, high } = paired.difference;
  if (verdict === 'not-real') {
    return `${names[name]}: the difference is not real. B is better in ${bBetter} of ${worlds} worlds; the 95 % interval of B - A, ${spanOf(name, low, high)}, holds zero.`;
  }
  const [winner, loser, count] = verdict === 'b-better' ? ['B', 'A', bBetter] : ['A', 'B', aBetter];
  const far = [Math.abs(low), Math.abs(high)].sort((x, y) => x - y);
  const way = value < 0 === (verdict === 'b-better') ? 'lower' : 'higher';
  return `${winner} beats ${loser} in ${count} of ${worlds} worlds; ${names[name]} ${textOf(name, Math.abs(value))} ${way}, 95 % interval ${spanOf(name, far[0], far[1])}.`;
}

function comparisonRow(found: MetricComparison): string[] {
  const { name, a, b, paired, worlds, bBetter, signs } = found;
  const value = (estimate: MetricEstimate) => (estimate.value === null ? none : textOf(name, estimate.value));
  if (!paired) return [names[name], value(a), value(b), none, 'too little data', none, none, none];
  const { difference, varianceGain } = paired;
  return [
    names[name],
    value(a),
    value(b),
    signed(name, difference.value),
    spanOf(name, difference.low, difference.high),
    `${bBetter} of ${worlds}`,
    signs.p < 0.0001 ? '<0.0001' : signs.p.toFixed(4),
    varianceGain === null ? none : `${digits(varianceGain)}x`,
  ];
}

/** Two designs in the same worlds. */
export function comparisonTable(arms: readonly Arm[], a: readonly World[], b: readonly World[], failed: readonly Failed[]): string {
  const found = metricNames.map((name) => compareMetric(a, b, name));
  const told: readonly MetricName[] = ['p99', 'goodput', 'failed'];
  const head = headOf(arms[0], a);
  return [
    found
      .filter(({ name }) => told.includes(name))
      .map(verdictText)
      .join('\n'),
    table([
      ['A', arms[0].title || '(untitled)'],
      ['B', arms[1].title || '(untitled)'],
      ...head.slice(1, 3),
      ['same', 'users, traffic, keys, seed and length are those of A in both'],
      ...failedText(failed, ['A', 'B']),
    ]),
    table([['metric', 'A', 'B', 'B - A', '95 % interval', 'B better', 'sign test p', 'gain'], ...found.map(comparisonRow)]),
    'gain: how many times as many worlds independent luck would have needed for the same interval (common random numbers).',
  ].join('\n\n');
}
