import type { ReactNode } from 'react';
import type { SweptPoint } from '../../runner/sweep.ts';
import styles from './Trials.module.css';

interface HeatTableProps {
  /** Across, then down. */
  axes: readonly { title: string; labels: readonly string[] }[];
  /** Across fastest. */
  points: readonly SweptPoint[];
  /** What stands in the cells. */
  metric: ReactNode;
  text: (point: SweptPoint) => string;
  titleOf: (at: number) => string;
  onChoose: (at: number) => void;
}

/** Two settings against each other: the number in each cell, its ground the darker the larger it is. */
export function HeatTable({ axes: [across, down], points, metric, text, titleOf, onChoose }: HeatTableProps) {
  const known = points.flatMap(({ value }) => (value === null ? [] : [value]));
  const [low, high] = [Math.min(...known), Math.max(...known)];
  const isWide = low > 0 && high / low > 30;
  const share = (value: number) =>
    high > low ? (isWide ? Math.log(value / low) / Math.log(high / low) : (value - low) / (high - low)) : 0;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
    <section className={styles.heatBox} tabIndex={0} aria-label={`${across.title} × ${down.title}`}>
      <table className={styles.heat}>
        <caption>
          {metric} <br />
          {across.title} → <br />↓ {down.title}
        </caption>
        <thead>
          <tr>
            <td />
            {across.labels.map((label) => (
              <th key={label} scope="col">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {down.labels.map((label, row) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              {across.labels.map((column, i) => {
                const at = row * across.labels.length + i;
                const point = points[at];
                const heat =
                  point?.value === null || point === undefined ? 'none' : String(Math.min(4, Math.floor(share(point.value) * 5)));
                return (
                  <td key={column}>
                    <button
                      type="button"
                      className={styles.cell}
                      data-heat={heat}
                      data-point={point?.values.join(' ')}
                      data-value={point?.value ?? ''}
                      title={titleOf(at)}
                      onClick={() => onChoose(at)}
                    >
                      {point ? text(point) : ''}
                    </button>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
