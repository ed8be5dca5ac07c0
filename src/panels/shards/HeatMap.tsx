import { clockTick } from '../../charts/axes.ts';
import styles from './Shards.module.css';
import { farAbove, type ShardLoads } from './shardLoads.ts';

const width = 264;
const rowHeight = 18;
const left = 20;

interface HeatMapProps {
  loads: ShardLoads;
  inUse: number;
  /** What is to be seen, for who does not see it. */
  summary: string;
}

/** Shards by time: the darker, the more queries; outlined above twice the mean. */
export function HeatMap({ loads, inUse, summary }: HeatMapProps) {
  const { rates } = loads;
  const columns = rates[0]?.length ?? 0;
  const top = Math.max(...rates.flat(), 1e-9);
  const cell = (width - left) / Math.max(1, columns);
  const outlined = Array.from({ length: columns }, (_, at) =>
    farAbove(
      rates.map((row) => row[at] ?? 0),
      inUse,
    ),
  );
  const height = rates.length * rowHeight;
  return (
    <svg
      className={styles.heat}
      viewBox={`0 0 ${width} ${height + 16}`}
      role="img"
      aria-label={summary}
      data-outlined={outlined.flat().filter(Boolean).length}
    >
      {rates.map((row, shard) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a shard is its number
        <g key={shard} transform={`translate(0 ${shard * rowHeight})`}>
          <text className={styles.tick} x={0} y={rowHeight / 2} dy="0.32em">
            {shard + 1}
          </text>
          {row.map((rate, at) => (
            <rect
              // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place
              key={at}
              data-step={rate === 0 ? 'none' : Math.min(4, Math.floor((rate / top) * 5))}
              className={styles.cell}
              x={left + at * cell}
              y={1}
              width={cell + 0.5}
              height={rowHeight - 3}
            />
          ))}
        </g>
      ))}
      {outlined.map((column, at) =>
        column.map((isFar, shard) =>
          isFar ? (
            <path
              // biome-ignore lint/suspicious/noArrayIndexKey: a cell is its place
              key={`${at} ${shard}`}
              className={styles.outline}
              d={outline(
                left + at * cell,
                shard * rowHeight + 1,
                cell,
                rowHeight - 3,
                !outlined[at - 1]?.[shard],
                !outlined[at + 1]?.[shard],
              )}
            />
          ) : null,
        ),
      )}
      <text className={styles.tick} x={left} y={height + 12}>
        {clockTick(loads.from)}
      </text>
      <text className={styles.tick} x={width} y={height + 12} textAnchor="end">
        {clockTick(loads.to)}
      </text>
    </svg>
  );
}

/** Neighbours share one outline. */
function outline(x: number, y: number, w: number, h: number, isFirst: boolean, isLast: boolean): string {
  const edges = `M${x} ${y}h${w}M${x} ${y + h}h${w}`;
  return edges + (isFirst ? `M${x} ${y}v${h}` : '') + (isLast ? `M${x + w} ${y}v${h}` : '');
}
