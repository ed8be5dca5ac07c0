import type { CaseState, ShownCase } from '../../store/physicsStore.ts';
import { nothing } from '../../ui/format.ts';
import { given } from '../../ui/given.ts';
import { Why } from '../../ui/Why.tsx';
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
                {columns[column]}
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
  const of = inputsOf(metric);
  const bases: Readonly<Record<string, string>> = words.bases;
  return (
    <tr data-physics-metric={name} data-verdict={verdict ?? 'open'}>
      <th scope="row">
        {nameOf(name)}
        {basis === 'exact' ? null : <span className={styles.basis}>{bases[basis] ?? basis}</span>}
      </th>
      <td className={styles.number}>
        <Why metric="physics-expected" about={nameOf(name)} of={of}>
          {valueText(expected, unit)}
        </Why>
      </td>
      <td className={styles.number}>
        {estimate && Number.isFinite(estimate.value) ? (
          <Why metric="physics-measured" about={nameOf(name)} of={of}>
            {valueText(estimate.value, unit)}
          </Why>
        ) : (
          nothing
        )}
      </td>
      <td className={styles.number}>
        {intervalText(estimate, unit) && (
          <Why metric="physics-interval" about={nameOf(name)} of={of}>
            {intervalText(estimate, unit)}
          </Why>
        )}
      </td>
      <td className={styles.barCell}>
        <ErrorBar metric={metric} label={nameOf(name)} />
      </td>
      <td className={styles.verdict} title={reason}>
        {verdict ? (
          <Why metric="physics-verdict" about={nameOf(name)} of={of}>
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
  const sized = (value: number | null = null) => [value ?? Number.NaN, unit] as const;
  return given({
    theory: sized(expected),
    measured: sized(estimate?.value),
    low: sized(estimate?.low),
    high: sized(estimate?.high),
    tolerance: sized(allowed),
  });
}
