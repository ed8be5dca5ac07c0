import { useLateText } from '../../i18n/lateText.ts';
import type { MetricComparison } from '../../runner/compareWorlds.ts';
import { type MetricEstimate, type MetricName, metrics } from '../../runner/worldMetrics.ts';
import { precisionOf } from '../../statistics/interval.ts';
import { formatNumber, nothing } from '../../ui/format.ts';
import { Table } from '../../ui/Table.tsx';
import { Why } from '../../ui/Why.tsx';
import styles from './Replicas.module.css';
import {
  differenceText,
  intervalText,
  isNoneSeen,
  type ReplicaText,
  replicaText,
  roughShare,
  signedText,
  valueText,
} from './replicaWords.ts';
import { ofBoth, ofWorlds, WorldsWhy } from './WorldsWhy.tsx';

const why = (name: 'interval' | 'known' | 'difference' | 'better', title: string) => (
  <th key={name} scope="col">
    <Why metric={`trial-${name}`}>{title}</Why>
  </th>
);

/** One design: every number with its interval, and how well it is known. */
export function EstimateTable({ found, worlds }: { found: readonly ({ name: MetricName } & MetricEstimate)[]; worlds: number }) {
  const words = useLateText(replicaText);
  const { columns } = words;
  return (
    <>
      <Table label={columns.metric} head={[columns.metric, columns.value, why('interval', columns.interval), why('known', columns.known)]}>
        {found.map(({ name, value, interval, isTooLittle }) => (
          <tr key={name} data-row={name} data-value={value ?? ''}>
            <th scope="row">
              <WorldsWhy name={name} of={ofWorlds(name, worlds, { value, interval })} />
            </th>
            <td>{value === null ? nothing : valueText(name, value)}</td>
            <td>
              {isNoneSeen(name, value)
                ? words.noneSeen
                : interval
                  ? intervalText(words, name, interval)
                  : isTooLittle || value !== null
                    ? words.tooLittleData
                    : nothing}
            </td>
            <td>{interval && !isNoneSeen(name, value) ? knownText(words, precisionOf(interval)) : ''}</td>
          </tr>
        ))}
      </Table>
      <p className={styles.faint}>{words.howMade}</p>
    </>
  );
}

function knownText(words: ReplicaText, { relative, isConverged }: ReturnType<typeof precisionOf>): string {
  if (!Number.isFinite(relative)) return '';
  const share = roughShare(relative);
  return isConverged ? `±${share}` : words.notConverged(share);
}

/** Two designs: both values, the difference within worlds with its interval, and in how many worlds B is better. */
export function ComparisonTable({ found }: { found: readonly MetricComparison[] }) {
  const words = useLateText(replicaText);
  const { columns } = words;
  const gain = found.find(({ name }) => name === 'p99')?.paired?.varianceGain ?? null;
  const value = (name: MetricName, estimate: MetricEstimate) =>
    estimate.value === null ? (estimate.isTooLittle ? words.tooLittleData : nothing) : valueText(name, estimate.value);
  return (
    <>
      <Table
        label={columns.metric}
        className={styles.numbers}
        head={[
          columns.metric,
          'A',
          'B',
          why('difference', columns.difference),
          why('interval', columns.interval),
          why('better', columns.better),
        ]}
      >
        {found.map((comparison) => {
          const { name, a, b, paired, verdict, bBetter, worlds } = comparison;
          return (
            <tr key={name} data-row={name} data-verdict={verdict} data-difference={paired?.difference.value ?? ''}>
              <th scope="row">
                <WorldsWhy name={name} of={ofBoth(metrics[name].unit, [a.value, b.value], comparison)} />
              </th>
              <td>{value(name, a)}</td>
              <td>{value(name, b)}</td>
              <td className={styles.difference}>{paired ? signedText(words, name, paired.difference.value) : nothing}</td>
              <td>{paired ? (verdict === 'same' ? nothing : differenceText(words, name, paired.difference)) : words.tooLittleData}</td>
              <td>{paired && verdict !== 'same' ? words.ofWorlds(bBetter, worlds) : nothing}</td>
            </tr>
          );
        })}
      </Table>
      <p className={styles.faint}>
        {words.howMade}
        {gain !== null && gain > 1.5 ? ` ${words.gain(formatNumber(gain))}` : ''}
      </p>
    </>
  );
}
