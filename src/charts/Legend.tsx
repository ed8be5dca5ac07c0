/** The legend is also the read-out: each line's value at the crosshair, or the newest one when nobody points. Its numbers change without React. */

import { useRef } from 'react';
import { useText } from '../i18n/text.ts';
import type { Bucket } from '../runner/buckets.ts';
import { Why } from '../ui/Why.tsx';
import { clockTick } from './axes.ts';
import styles from './Charts.module.css';
import type { FillName } from './patterns.ts';
import { intervalAt, usePointed } from './pointed.ts';

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
  /** Under which its value is explained, and whose it is. */
  why?: string;
  of?: string | undefined;
  /** Text at a bucket's index. `at` is the moment itself, null for the newest; at a moment that is no bucket's the index is -1. */
  valueAt: (index: number, at: number | null) => string;
}

interface LegendProps {
  entries: readonly LegendEntry[];
  buckets: readonly Bucket[];
  /** Where the chart's head has no room for it. */
  showsTime: boolean;
  isHidden?: (line: string) => boolean;
  /** Lines that can be switched off. */
  onToggle?: (line: string) => void;
}

export function Legend({ entries, buckets, showsTime, isHidden = () => false, onToggle }: LegendProps) {
  const list = useRef<HTMLUListElement>(null);
  usePointed((at) => {
    const index = at === null ? buckets.length - 1 : intervalAt(buckets, at);
    for (const [i, cell] of (list.current?.querySelectorAll('b') ?? []).entries())
      cell.textContent = buckets.length > 0 ? (entries[i]?.valueAt(index, at) ?? '') : '';
  });
  return (
    <ul ref={list} className={styles.legend} data-tight={entries.length > 3}>
      {entries.map(({ id, label, help, look, why, of }) => (
        <li key={id} title={help} data-line={id} data-hidden={isHidden(id) || undefined}>
          {onToggle && look && look.colour !== ramp && id !== 'ghost' ? (
            <button type="button" aria-pressed={!isHidden(id)} onClick={() => onToggle(id)}>
              <Swatch look={look} />
              {label}
            </button>
          ) : (
            <>
              {look && <Swatch look={look} />}
              {label !== '' && <span>{label}</span>}
            </>
          )}
          {why && buckets.length > 0 ? (
            <Why metric={`chart-${why}`} of={of} about={label}>
              <b />
            </Why>
          ) : (
            <b />
          )}
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
  const text = useRef<HTMLElement>(null);
  usePointed((at) => {
    const bucket = at === null ? undefined : buckets[intervalAt(buckets, at)];
    const start = clockTick(bucket?.start ?? 0);
    if (text.current) text.current.textContent = !bucket ? unit : isShort ? start : t.charts.interval(start, clockTick(bucket.end));
  });
  return <small ref={text} />;
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
