import { useMemo } from 'react';
import type { ShardsView } from '../../engine/shardView.ts';
import { useLateText } from '../../i18n/lateText.ts';
import { formatShare } from '../../ui/format.ts';
import { given } from '../../ui/given.ts';
import { Why } from '../../ui/Why.tsx';
import { ErrorBar } from '../theory/ErrorBar.tsx';
import theoryStyles from '../theory/Theory.module.css';
import { roughShare, theoryText } from '../theory/theoryWords.ts';
import { type RingRow, ringsOf, ringTheory } from './ringTheory.ts';
import styles from './Shards.module.css';
import { shardText } from './shardWords.ts';

interface RingTheoryProps {
  view: ShardsView;
  /** Ids of the shards, by which they stand on the ring. */
  names: readonly string[];
  virtualNodes: number;
}

/** Theory beside simulation of the two ways to find a key's shard. */
export function RingTheory({ view, names, virtualNodes }: RingTheoryProps) {
  const words = useLateText(shardText);
  const theory = useLateText(theoryText);
  const rings = useMemo(() => ringsOf(names, view.inUse, virtualNodes), [names, view.inUse, virtualNodes]);
  const rows = ringTheory(rings, view.samples);
  if (rows.length === 0) return null;
  return (
    <div data-theory="ring">
      <h4 className={styles.heading}>{theory.title}</h4>
      <table className={theoryStyles.table}>
        <thead>
          <tr>
            <td />
            <th scope="col">{theory.theory}</th>
            <th scope="col">{theory.measured}</th>
          </tr>
        </thead>
        {rows.map((row) => (
          <RingRows
            key={row.metric}
            row={row}
            of={given({
              keys: view.samples.length,
              shards: view.inUse,
              virtualNodes,
              theory: [row.theory, 'share'],
              measured: [row.value, 'share'],
              low: [row.low, 'share'],
              high: [row.high, 'share'],
            })}
          />
        ))}
      </table>
      <details className={theoryStyles.why}>
        <summary>{theory.why}</summary>
        <p>{words.ringTheory(view.inUse, virtualNodes, view.samples.length)}</p>
      </details>
    </div>
  );
}

function RingRows({ row, of }: { row: RingRow; of: string }) {
  const words = useLateText(shardText);
  const texts = useLateText(theoryText);
  const { metric, theory, value, low, high, agrees } = row;
  const verdict = agrees ? texts.agrees : words.otherRing;
  return (
    <tbody className={theoryStyles.row} data-theory-metric={metric} data-agrees={agrees} data-theory-value={theory}>
      <tr>
        <th scope="row">{words.ringMetrics[metric]}</th>
        <td>
          <Why metric="ring-theory" about={words.ringMetrics[metric]} of={of}>
            {formatShare(theory)}
          </Why>
        </td>
        <td className={theoryStyles.measured}>
          <Why metric="ring-measured" about={words.ringMetrics[metric]} of={of}>
            {formatShare(value)}
          </Why>
          <span className={theoryStyles.half}> {intervalText(row)}</span>
        </td>
      </tr>
      <tr>
        <td colSpan={3} className={theoryStyles.barCell}>
          <ErrorBar
            theory={theory}
            value={value}
            low={low}
            high={high}
            agrees={agrees}
            label={texts.barLabel(formatShare(value), formatShare(low), formatShare(high), formatShare(theory), verdict)}
          />
          {agrees ? null : <span className={theoryStyles.verdict}>{verdict}</span>}
        </td>
      </tr>
    </tbody>
  );
}

/** A spread is known to more than it to one side and to less to the other, a share to as much. */
const intervalText = ({ metric, low, high }: RingRow): string =>
  metric === 'uneven' ? `${roughShare(low)}–${roughShare(high)}` : `±${roughShare((high - low) / 2)}`;
