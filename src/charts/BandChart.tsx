/** Many worlds over time: per design the median world as a line and nine of ten as a band. Plain SVG, drawn anew per result. */

import { type CSSProperties, useRef } from 'react';
import { useText } from '../i18n/text.ts';
import type { Bands } from '../statistics/bands.ts';
import { clockTick, linearRange, linearTicks, timeSteps } from './axes.ts';
import styles from './BandChart.module.css';
import { ChartNumbers } from './ChartNumbers.tsx';
import { type BandWords, bandNumbers } from './numbers.ts';
import { useSize } from './useSize.ts';

export interface BandSeries {
  /** `a` is drawn solid and in the accent, `b` dashed and in grey. The last one lies on top. */
  tone: 'a' | 'b';
  /** In the table of its numbers; empty for a design alone. */
  label: string;
  bands: Bands;
}

interface BandChartProps {
  title: string;
  series: readonly BandSeries[];
  /** Simulated seconds per point. */
  stretchSeconds: number;
  format: (value: number) => string;
  /** What is to be seen, for who does not see it. */
  summary: string;
  /** Stands where the lines would be when there is none. */
  empty: string;
  /** For the name of its file. */
  id: string;
  words: BandWords;
}

/** Until the box has been measured. */
const usualWidth = 252;
const height = 132;
/** Half a clock reading fits beside the first and the last moment. */
const plot = { left: 46, right: 16, top: 8, bottom: 24 };

export function BandChart({ title, series, stretchSeconds, format, summary, empty, id, words }: BandChartProps) {
  const t = useText();
  const box = useRef<HTMLElement>(null);
  const width = useSize(box).width || usualWidth;
  const points = Math.max(1, ...series.map(({ bands }) => bands.middle.length));
  const seconds = points * stretchSeconds;
  const peak = series.reduce((most, { bands }) => bands.high.reduce((top, value) => (value > top ? value : top), most), 0);
  const [, top] = linearRange(peak);
  const x = (at: number) => plot.left + ((at + 0.5) / points) * (width - plot.left - plot.right);
  const y = (value: number) => height - plot.bottom - (value / top) * (height - plot.top - plot.bottom);
  const step = timeSteps.find((each) => seconds / each <= 4) ?? 86_400;
  const times = Array.from({ length: Math.floor(seconds / step) + 1 }, (_, i) => i * step);
  const isEmpty = series.every(({ bands }) => bands.middle.every(Number.isNaN));
  // A before B, as everywhere in words.
  const numbers = () => bandNumbers({ series: [...series].reverse(), stretchSeconds, words, from: t.charts.from, to: t.charts.to });
  return (
    <figure ref={box} className={styles.figure}>
      <figcaption className={styles.title}>
        <span>{title}</span>
        <ChartNumbers id={id} name={title} disabled={isEmpty} numbers={numbers} />
      </figcaption>
      <svg className={styles.svg} width={width} height={height} role="img" aria-label={summary}>
        {linearTicks(top, 5).map((value) => (
          <g key={value}>
            <line className={styles.grid} x1={plot.left} x2={width - plot.right} y1={y(value)} y2={y(value)} />
            <text className={styles.tick} x={plot.left - 6} y={y(value)} dy="0.32em" textAnchor="end">
              {format(value)}
            </text>
          </g>
        ))}
        {times.map((time) => (
          <text
            key={time}
            className={styles.tick}
            x={plot.left + (time / seconds) * (width - plot.left - plot.right)}
            y={height - 5}
            textAnchor="middle"
          >
            {clockTick(time)}
          </text>
        ))}
        {isEmpty ? (
          <text className={styles.empty} x={(plot.left + width - plot.right) / 2} y={height / 2} textAnchor="middle">
            {empty}
          </text>
        ) : null}
        {series.map(({ tone, bands }) => (
          <g key={tone} data-tone={tone} className={styles.series}>
            {stretchesOf(bands.middle).map((stretch) => (
              <g key={stretch[0]}>
                <path className={styles.band} d={bandPath(stretch, bands, x, y)} />
                <path className={styles.line} d={linePath(stretch, bands.middle, x, y)} />
              </g>
            ))}
          </g>
        ))}
      </svg>
    </figure>
  );
}

/** Runs of points at which something was measured. */
function stretchesOf(values: Float64Array): number[][] {
  const found: number[][] = [];
  let open: number[] = [];
  for (const [at, value] of values.entries()) {
    if (!Number.isNaN(value)) {
      open.push(at);
    } else if (open.length > 0) {
      found.push(open);
      open = [];
    }
  }
  if (open.length > 0) found.push(open);
  return found;
}

type Scale = (value: number) => number;

const spot = (at: number, value: number, x: Scale, y: Scale): string => `${x(at).toFixed(1)} ${y(value).toFixed(1)}`;

/** A single point becomes a short dash, so that it can be seen. */
function linePath(stretch: readonly number[], values: Float64Array, x: Scale, y: Scale): string {
  const [first = 0] = stretch;
  if (stretch.length === 1) return `M${spot(first - 0.4, values[first], x, y)}L${spot(first + 0.4, values[first], x, y)}`;
  return `M${stretch.map((at) => spot(at, values[at], x, y)).join('L')}`;
}

function bandPath(stretch: readonly number[], { low, high }: Bands, x: Scale, y: Scale): string {
  const upper = stretch.map((at) => spot(at, high[at], x, y));
  const lower = stretch.map((at) => spot(at, low[at], x, y)).reverse();
  return `M${[...upper, ...lower].join('L')}Z`;
}

/** The key to all charts of a comparison. */
export function BandKey({ entries, help }: { entries: readonly { tone: 'a' | 'b'; label: string }[]; help: string }) {
  return (
    <p className={styles.key}>
      {entries.map(({ tone, label }) => (
        <span key={tone} data-tone={tone} className={styles.entry}>
          <i style={{ '--tone': `var(--tone-${tone})` } as CSSProperties} aria-hidden />
          {label}
        </span>
      ))}
      <span>{help}</span>
    </p>
  );
}
