/** Results as text. */

import type { CaseResult } from '../../src/physics/check.ts';
import type { MetricResult } from '../../src/physics/verdict.ts';

function digits(value: number): string {
  if (!Number.isFinite(value)) return '-';
  if (value === 0) return '0';
  const size = Math.abs(value);
  return size >= 1e6 || size < 1e-3 ? value.toExponential(3) : Number(value.toPrecision(5)).toString();
}

function metricLine({ name, unit, expected, estimate, verdict, reason }: MetricResult): string {
  const measured = estimate ? digits(estimate.value) : '-';
  const interval = !estimate || estimate.refused ? '' : `[${digits(estimate.low)}, ${digits(estimate.high)}]`;
  const cells = [name.padEnd(34), digits(expected).padStart(11), measured.padStart(11), interval.padEnd(26), unit === '1' ? '' : unit];
  return `  ${cells.join(' ').padEnd(92)} ${verdict}${reason ? `: ${reason}` : ''}`;
}

const lengthOf = ({ n, counts }: CaseResult) => (n > 0 ? `${n} ${counts}` : '');

export function caseText(result: CaseResult): string {
  const head = `${result.verdict.padEnd(8)} ${result.id} (${[result.kind, lengthOf(result)].filter(Boolean).join(', ')})${result.reason ? `: ${result.reason}` : ''}`;
  return [head, ...result.metrics.map(metricLine)].join('\n');
}

/** What each case cost, the dearest first: seconds by the clock of the worker that played it. */
export function times(results: readonly CaseResult[]): string {
  const played = results.filter(({ events }) => events > 0).sort((a, b) => b.seconds - a.seconds);
  const all = played.reduce((sum, { seconds }) => sum + seconds, 0);
  const line = (seconds: number, events: string, what: string) => `${seconds.toFixed(1).padStart(8)} s ${events.padStart(10)}  ${what}`;
  return [
    ...played.map(({ seconds, events, id }) => line(seconds, `${(events / 1e6).toFixed(1)} M`, id)),
    line(all, 'events', 'all, over all workers'),
  ].join('\n');
}

/** How many 99 % intervals hold the expected value, where that value is no approximation: about 99 of 100 should. */
export function coverage(results: readonly CaseResult[]): { held: number; all: number } {
  let held = 0;
  let all = 0;
  for (const { metrics } of results) {
    for (const { estimate, expected, basis } of metrics) {
      if (!estimate || estimate.refused || estimate.high === estimate.low) continue;
      if (basis !== 'exact' && basis !== 'numeric') continue;
      all++;
      if (estimate.low <= expected && expected <= estimate.high) held++;
    }
  }
  return { held, all };
}

export function closing(results: readonly CaseResult[]): string {
  const count = (verdict: CaseResult['verdict']) => results.filter((result) => result.verdict === verdict).length;
  const lines: string[] = [];
  const waiting = new Map<string, string[]>();
  for (const { verdict, reason, id } of results) if (verdict === 'waiting') waiting.set(reason, [...(waiting.get(reason) ?? []), id]);
  for (const [reason, ids] of waiting) lines.push(`waiting: ${reason}: ${ids.join(', ')}`);
  const { held, all } = coverage(results);
  if (all > 0) lines.push(`${held} of ${all} intervals at 99 % hold the expected value`);
  lines.push(`${count('passed')} passed, ${count('failed')} failed, ${count('waiting')} waiting`);
  return lines.join('\n');
}
