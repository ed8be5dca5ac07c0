/** The legend is also the read-out: each line's value at the crosshair, or the newest one when nobody points. */

import { useText } from '../i18n/text.ts';
import { formatClock } from '../ui/format.ts';
import type { Bucket } from './buckets.ts';
import styles from './Charts.module.css';
import { useCrosshair } from './crosshair.ts';
import type { FillName } from './patterns.ts';

/** Stands for the colours from empty to full in a swatch. */
export const ramp = 'ramp';

/** How a line looks, for its swatch. */
export interface LineLook {
  colour: string;
  dash?: number[];
  /** A filled swatch; the pattern's name is that of `patterns.ts`. */
  fill?: FillName;
}

export interface LegendEntry {
  id: string;
  label: string;
  help?: string;
  look?: LineLook;
  /** Text at a bucket's index. */
  valueAt: (index: number) => string;
}

interface LegendProps {
  entries: readonly LegendEntry[];
  buckets: readonly Bucket[];
  /** Where the chart's head has no room for it. */
  showsTime: boolean;
}

export function Legend({ entries, buckets, showsTime }: LegendProps) {
  const pointed = useCrosshair();
  const index = pointed !== null && pointed < buckets.length ? pointed : buckets.length - 1;
  return (
    <ul className={styles.legend} data-tight={entries.length > 3}>
      {entries.map(({ id, label, help, look, valueAt }) => (
        <li key={id} title={help}>
          {look && <Swatch look={look} />}
          {label !== '' && <span>{label}</span>}
          <b>{buckets[index] ? valueAt(index) : ''}</b>
        </li>
      ))}
      {showsTime && (
        <li className={styles.legendTime}>
          <UnitOrTime unit="" buckets={buckets} isShort />
        </li>
      )}
    </ul>
  );
}

/** The chart's unit; while somebody points, the interval pointed at. */
export function UnitOrTime({ unit, buckets, isShort = false }: { unit: string; buckets: readonly Bucket[]; isShort?: boolean }) {
  const t = useText();
  const pointed = useCrosshair();
  const bucket = pointed === null ? undefined : buckets[pointed];
  if (!bucket) return <small>{unit}</small>;
  const start = formatClock(bucket.start);
  return <small>{isShort ? start : t.charts.interval(start, formatClock(bucket.end))}</small>;
}

function Swatch({ look }: { look: LineLook }) {
  const { colour, dash, fill } = look;
  if (colour === ramp) return <span className={styles.ramp} aria-hidden="true" />;
  if (!fill) {
    return (
      <svg className={styles.swatch} width="18" height="8" aria-hidden="true">
        <line x1="0" y1="4" x2="18" y2="4" stroke={colour} strokeWidth="2" strokeDasharray={dash?.join(' ')} />
      </svg>
    );
  }
  return (
    <svg className={styles.swatch} width="12" height="12" aria-hidden="true">
      <rect x="0.5" y="0.5" width="11" height="11" rx="2" fill={colour} fillOpacity={fill === 'solid' ? 0.9 : 0.16} stroke={colour} />
      {fill === 'hatch' && <path d="M1 7 7 1M3 11 11 3M8 11 11 8" stroke={colour} strokeWidth="1.3" />}
      {fill === 'bars' && <path d="M3.5 1v10M8.5 1v10" stroke={colour} strokeWidth="1.3" />}
      {fill === 'dots' && <path d="M3 3h.1M8 3h.1M5.5 6h.1M3 9h.1M8 9h.1" stroke={colour} strokeWidth="2" strokeLinecap="round" />}
    </svg>
  );
}
