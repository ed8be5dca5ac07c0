import type { CaseState, ShownCase } from '../../store/physicsStore.ts';
import { Why } from '../../ui/Why.tsx';
import { given } from '../story/why/given.ts';
import { intervalText, type MetricView, metricsOf, valueText } from './caseView.ts';
import { ErrorBar } from './ErrorBar.tsx';
import styles from './Rows.module.css';
import { useMetricName, usePhysicsText } from './words.ts';

/** Every metric of a case: theory, measured, interval, verdict. */
export function MetricTable({ shown, state }: { shown: ShownCase; state: CaseState }) {
  const { columns } = usePhysicsText();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
    <section className={styles.scroller} tabIndex={0} aria-label={shown.id}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{columns.metric}</th>
            {(['expected', 'measured', 'interval'] as const).map((column) => (
              <th key={column} scope="col" className={styles.number}>
                <Why metric={`physics-${column}`}>{columns[column]}</Why>
              </th>
            ))}
            <td />
            <td />
          </tr>
        </thead>
        <tbody>
          {metricsOf(shown, state).map((metric) => (
            <MetricRow key={metric.name} metric={metric} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function MetricRow({ metric }: { metric: MetricView }) {
  const words = usePhysicsText();
  const nameOf = useMetricName();
  const { name, unit, basis, expected, estimate, verdict, reason } = metric;
  const bases: Readonly<Record<string, string>> = words.bases;
  return (
    <tr data-physics-metric={name} data-verdict={verdict ?? 'open'}>
      <th scope="row">
        {nameOf(name)}
        {basis === 'exact' ? null : <span className={styles.basis}>{bases[basis] ?? basis}</span>}
      </th>
      <td className={styles.number}>{valueText(expected, unit)}</td>
      <td className={styles.number}>{estimate && Number.isFinite(estimate.value) ? valueText(estimate.value, unit) : '–'}</td>
      <td className={styles.number}>{intervalText(estimate, unit)}</td>
      <td className={styles.barCell}>
        <ErrorBar metric={metric} label={nameOf(name)} />
      </td>
      <td className={styles.verdict} title={reason}>
        {verdict ? (
          <Why metric="physics-verdict" about={nameOf(name)} of={inputsOf(metric)}>
            {words.verdicts[verdict]}
          </Why>
        ) : null}
      </td>
    </tr>
  );
}

const givenUnits: Readonly<Record<string, '/s' | 's'>> = { per_s: '/s', s: 's' };

/** What a verdict is made from. */
function inputsOf({ unit: of, expected, estimate, allowed }: MetricView): string {
  const unit = givenUnits[of] ?? '';
  return given([
    { name: 'theory', value: expected, unit },
    ...(estimate ? [{ name: 'measured' as const, value: estimate.value, unit }] : []),
    ...(allowed === null ? [] : [{ name: 'tolerance' as const, value: allowed, unit }]),
  ]);
}
