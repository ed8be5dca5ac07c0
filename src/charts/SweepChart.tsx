/** A number over a swept setting: a line through what was played, the interval at each point as a band, and the knee. Plain SVG. */

import { useRef } from 'react';
import { linearRange, linearTicks, logRange, logTicks } from './axes.ts';
import styles from './SweepChart.module.css';
import { useSize } from './useSize.ts';

export interface SweepDot {
  x: number;
  /** Null where nothing, or too little, was measured. */
  y: number | null;
  low: number | null;
  high: number | null;
}

interface SweepChartProps {
  dots: readonly SweepDot[];
  /** Whether x goes by factors. */
  byFactors: boolean;
  /** Position of the knee, -1 for none. */
  knee: number;
  formatX: (value: number) => string;
  formatY: (value: number) => string;
  summary: string;
  titleOf: (at: number) => string;
  onChoose: (at: number) => void;
}

const height = 240;
const plot = { left: 56, right: 16, top: 12, bottom: 28 };
const usualWidth = 640;
/** Where the largest is this many times the smallest, small ones would lie on the ground of an even scale. */
const wide = 30;

export function SweepChart({ dots, byFactors, knee, formatX, formatY, summary, titleOf, onChoose }: SweepChartProps) {
  const box = useRef<HTMLElement>(null);
  const width = useSize(box).width || usualWidth;
  const xs = dots.map(({ x }) => (byFactors ? Math.log(x) : x));
  const [first, last] = [xs[0], xs[xs.length - 1]];
  const x = (at: number) => plot.left + (last > first ? (xs[at] - first) / (last - first) : 0.5) * (width - plot.left - plot.right);
  const tops = dots.flatMap(({ y, high }) => (y === null ? [] : [high ?? y]));
  const bottoms = dots.flatMap(({ y }) => (y === null || y <= 0 ? [] : [y]));
  const isLog = bottoms.length > 1 && Math.max(...bottoms) / Math.min(...bottoms) > wide;
  const [low, top] = isLog ? logRange(Math.min(...bottoms), Math.max(...tops)) : linearRange(Math.max(0, ...tops));
  const share = (value: number) => (isLog ? Math.log(Math.max(value, low) / low) / Math.log(top / low) : value / top);
  const y = (value: number) => height - plot.bottom - share(value) * (height - plot.top - plot.bottom);
  const ticks = isLog ? logTicks(low, top) : linearTicks(top, 5);
  const known = dots.flatMap((dot, at) => (dot.y === null ? [] : [{ at, y: dot.y, low: dot.low ?? dot.y, high: dot.high ?? dot.y }]));
  const spot = (at: number, value: number) => `${x(at).toFixed(1)} ${y(value).toFixed(1)}`;
  const line = known.map((each) => spot(each.at, each.y)).join('L');
  const band = [...known.map((each) => spot(each.at, each.high)), ...known.map((each) => spot(each.at, each.low)).reverse()].join('L');
  return (
    <figure ref={box} className={styles.figure}>
      <svg className={styles.svg} width={width} height={height} role="img" aria-label={summary}>
        {ticks.map((value) => (
          <g key={value}>
            <line className={styles.grid} x1={plot.left} x2={width - plot.right} y1={y(value)} y2={y(value)} />
            <text className={styles.tick} x={plot.left - 8} y={y(value)} dy="0.32em" textAnchor="end">
              {formatY(value)}
            </text>
          </g>
        ))}
        {labelled(dots.length, width).map((at) => (
          <text key={at} className={styles.tick} x={x(at)} y={height - 8} textAnchor="middle">
            {formatX(dots[at].x)}
          </text>
        ))}
        {known.length > 0 ? <path className={styles.band} d={`M${band}Z`} /> : null}
        {known.length > 0 ? <path className={styles.line} d={`M${line}`} /> : null}
        {knee >= 0 && dots[knee]?.y !== null ? (
          <line className={styles.knee} x1={x(knee)} x2={x(knee)} y1={plot.top} y2={height - plot.bottom} data-knee={dots[knee].x} />
        ) : null}
        {known.map((each) => (
          // The table below has a button for each: this is the mouse's way.
          // biome-ignore lint/a11y/noStaticElementInteractions: see above
          <g key={each.at} className={styles.point} data-knee={each.at === knee || undefined} onClick={() => onChoose(each.at)}>
            <title>{titleOf(each.at)}</title>
            <circle className={styles.target} cx={x(each.at)} cy={y(each.y)} r={12} />
            <circle className={styles.dot} cx={x(each.at)} cy={y(each.y)} r={each.at === knee ? 5.5 : 4} />
          </g>
        ))}
      </svg>
    </figure>
  );
}

/** As many labels as have room beside each other, the first and the last among them. */
function labelled(count: number, width: number): number[] {
  const most = Math.max(2, Math.floor((width - plot.left - plot.right) / 64));
  const step = Math.max(1, Math.ceil((count - 1) / (most - 1)));
  return Array.from({ length: count }, (_, at) => at).filter((at) => at % step === 0);
}
