import type { CaseState, ShownCase } from '../../store/physicsStore.ts';
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
            <th scope="col" className={styles.number}>
              {columns.expected}
            </th>
            <th scope="col" className={styles.number}>
              {columns.measured}
            </th>
            <th scope="col" className={styles.number}>
              {columns.interval}
            </th>
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
        {verdict ? words.verdicts[verdict] : ''}
      </td>
    </tr>
  );
}
