/** What the page shows of a case, from what is known of it: pure. */

import type { Listed } from '../../physics/caseList.ts';
import { allowedFor, lengthOf } from '../../physics/length.ts';
import type { Verdict } from '../../physics/verdict.ts';
import type { Estimate } from '../../statistics/estimate.ts';
import type { CaseState, ShownCase } from '../../store/physicsStore.ts';
import { formatExact } from '../../ui/format.ts';

export type Mark = 'unplayed' | 'queued' | 'playing' | 'passed' | 'failed' | 'waiting';

export const marks: readonly Mark[] = ['passed', 'failed', 'waiting', 'playing', 'queued', 'unplayed'];

export const markOf = (state: CaseState): Mark => (state.state === 'ended' ? state.result.verdict : state.state);

export interface MetricView {
  name: string;
  unit: string;
  basis: string;
  expected: number;
  /** How far off a measured value may be; null where nothing is asked. */
  allowed: number | null;
  estimate: Estimate | null;
  /** null while there is none. */
  verdict: Verdict | null;
  reason: string;
}

const isQuick = (state: CaseState): boolean => state.state === 'unplayed' || state.quick;

export function metricsOf({ given }: ShownCase, state: CaseState): MetricView[] {
  if (state.state === 'ended' && state.result.metrics.length > 0) return state.result.metrics.map((metric) => ({ ...metric }));
  const length = lengthOf(given, isQuick(state));
  const found = state.state === 'playing' ? (state.soFar?.found ?? {}) : {};
  return Object.entries(given.expected).map(([name, { value, unit, basis }]) => ({
    name,
    unit,
    basis,
    expected: value,
    allowed: allowedFor(given, length, name),
    estimate: Object.hasOwn(found, name) ? found[name] : null,
    verdict: null,
    reason: '',
  }));
}

/** The metric that stands for the case in its row: the case's own choice, unless a run of this length cannot judge that one. */
export function primaryOf(shown: ShownCase, state: CaseState): MetricView {
  const metrics = metricsOf(shown, state);
  const judged = metrics.filter(({ allowed, verdict }) => allowed !== null && verdict !== 'told');
  return judged.find(({ name }) => name === shown.primary) ?? judged[0] ?? metrics[0];
}

const units: Readonly<Record<string, string>> = { '1': '', per_s: '/s' };

/** Five digits: enough to see a difference that a tolerance of a tenth of a percent allows. */
export function valueText(value: number, unit: string): string {
  return formatExact(Number(value.toPrecision(5)), units[unit] ?? unit);
}

/** The interval of an estimate, or '' where it has none. */
export function intervalText(estimate: Estimate | null, unit: string): string {
  if (!estimate || estimate.refused !== null || estimate.low === estimate.high) return '';
  return `${valueText(estimate.low, unit)} – ${valueText(estimate.high, unit)}`;
}

/** Results as a file: what was asked, what was found, and by which listed case. */
export function resultsText(cases: readonly ShownCase[], states: Readonly<Record<string, CaseState>>): string {
  const results = cases.flatMap(({ id, description, source, listed }) => {
    const state = states[id];
    if (state?.state !== 'ended') return [];
    const { parameters } = listed.value as Listed & { parameters: unknown };
    return [{ ...state.result, quick: state.quick, description, source, parameters }];
  });
  return JSON.stringify({ results }, null, 2);
}
