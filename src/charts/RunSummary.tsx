/** Key figures of the run so far. `data-value` carries each number in full, `data-until` the simulated second up to which it counts, for tests and for whoever reads along. */

import { Check, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { useText } from '../i18n/text.ts';
import { figuresOf, type Tally, underWayAlone } from '../runner/tally.ts';
import { useRun } from '../store/hooks.ts';
import { formatCount, formatDuration, formatNumber, formatShare, nothing } from '../ui/format.ts';
import { Why } from '../ui/Why.tsx';
import { useLive } from './live.ts';
import styles from './RunSummary.module.css';

/** All of them, or the few that a caller has room for. */
export const figureNames = [
  'offered',
  'goodput',
  'availability',
  'p50',
  'p95',
  'p99',
  'failed',
  'run-stale-reads',
  'in-flight',
  'conservation',
] as const;
export type FigureName = (typeof figureNames)[number];

interface Figure {
  label: string;
  /** Exact; null where there is nothing to measure. */
  value: number | null;
  text: string;
  /** A second, smaller number. */
  beside?: string;
}

interface RunSummaryProps {
  figures?: readonly FigureName[];
  /** In one line of text. */
  isInline?: boolean;
  /** Before the name of a figure. */
  before?: (figure: FigureName) => ReactNode;
  /** Between the figures and the law they keep. */
  children?: ReactNode;
}

export function RunSummary({ figures = figureNames, isInline = false, before, children }: RunSummaryProps) {
  const { tally } = useLive();
  const known = useFigures(tally);
  const t = useText();
  const isConserved = tally?.conserved ?? true;
  const conservation = isConserved ? t.charts.summary.conservation : t.charts.summary.conservationBroken;
  return (
    <section
      className={styles.summary}
      data-summary
      data-until={tally?.end ?? 0}
      data-inline={isInline}
      aria-label={t.charts.summary.title}
    >
      <dl className={styles.figures}>
        {figures.map((name) => {
          if (name === 'conservation') return null;
          const { label, value, text, beside } = known[name];
          const hasRoom = figures.includes('in-flight');
          return (
            <div key={name} className={styles.figure}>
              <dt>
                {before?.(name)}
                <Why metric={name}>{label}</Why>
              </dt>
              <dd>
                <b data-metric={name} data-value={value === null ? '' : String(value)}>
                  {text}
                </b>
                {beside && hasRoom && <small>{beside}</small>}
              </dd>
            </div>
          );
        })}
      </dl>
      {children}
      {figures.includes('conservation') && (
        <p className={styles.conservation} data-broken={!isConserved}>
          {isConserved ? <Check size={14} aria-hidden="true" /> : <TriangleAlert size={14} aria-hidden="true" />}
          <span
            className={isInline && isConserved ? 'visuallyHidden' : undefined}
            data-metric="conservation"
            data-value={isConserved ? '1' : '0'}
          >
            {isInline ? conservation : <Why metric="conservation">{conservation}</Why>}
          </span>
        </p>
      )}
    </section>
  );
}

function useFigures(tally: Tally | null): Readonly<Record<Exclude<FigureName, 'conservation'>, Figure>> {
  const t = useText();
  const { summary } = t.charts;
  const known = tally && tally.nextFrame > 0 ? tally : null;
  const figures = known ? figuresOf(known) : null;
  const count = (value: number | undefined): { value: number | null; text: string } => ({
    value: value ?? null,
    text: value === undefined ? nothing : formatCount(value),
  });
  const rate = (value: number | undefined): { beside?: string } => (value === undefined ? {} : { beside: formatNumber(value, '/s') });
  const seconds = (value: number | null | undefined) => ({ value: value ?? null, text: formatDuration(value ?? -1, t.common.duration) });
  const availability = figures?.availability ?? null;
  const isOver = useRun((state) => state.status === 'finished');
  return {
    offered: { label: summary.offered, ...count(figures?.offered), ...rate(figures?.offeredPerSecond) },
    goodput: { label: summary.goodput, ...count(figures?.completed), ...rate(figures?.goodputPerSecond) },
    availability: {
      label: summary.availability,
      value: availability,
      text: availability === null ? nothing : formatShare(availability),
      // without failures there is no alarm: who is missing is in flight
      ...(known && !isOver && underWayAlone(known) > 0 ? { beside: summary.soFar } : {}),
    },
    p50: { label: summary.p50, ...seconds(figures?.latency.p50) },
    p95: { label: summary.p95, ...seconds(figures?.latency.p95) },
    p99: { label: summary.p99, ...seconds(figures?.latency.p99) },
    failed: { label: summary.failed, ...count(figures?.failed) },
    'run-stale-reads': { label: summary.stale, ...count(known?.staleReads) },
    'in-flight': { label: summary.inFlight, ...count(known?.inFlight) },
  };
}
