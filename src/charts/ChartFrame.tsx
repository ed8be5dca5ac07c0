/** What surrounds every live chart: name, read-out, event marks, the plot itself, and its numbers as table and file. */

import { type ReactNode, Suspense, useMemo, useRef } from 'react';
import type uPlot from 'uplot';
import { useText } from '../i18n/text.ts';
import type { Bucket } from '../runner/buckets.ts';
import { useRun, useSession } from '../store/hooks.ts';
import { formatExact } from '../ui/format.ts';
import { latePart } from '../ui/latePart.tsx';
import styles from './Charts.module.css';
import { toggleLine, useHidden } from './hidden.ts';
import { Legend, type LegendEntry, UnitOrTime } from './Legend.tsx';
import type { Asked, BesideNow } from './lateBeside.ts';
import type { Live } from './live.ts';
import { clusterMarks, type Mark } from './marks.ts';
import type { TableColumn, TableData } from './numbers.ts';
import { Plot } from './Plot.tsx';
import { type PlotSpec, plotMargin } from './plotOptions.ts';
import type { Sheet } from './series.ts';
import { useSize } from './useSize.ts';

/** What all charts of the strip share. */
export interface ChartContext {
  live: Live;
  marks: readonly Mark[];
  timeRange: readonly [number, number];
  /** Null until it has arrived. */
  late: BesideNow | null;
}

/** What every chart is given. */
export interface ChartProps {
  context: ChartContext;
  /** The first one shown speaks for all: it says what to do while there is nothing. */
  isFirst: boolean;
}

interface ChartFrameProps extends ChartProps {
  /** For file names and tests. */
  id: string;
  name: string;
  unit?: string;
  /** Choices that stand in the place of the name. */
  head?: ReactNode;
  legend: readonly LegendEntry[];
  sheet: Sheet;
  /** One per line of the sheet. `scale` turns the sheet's numbers into those of the title's unit. */
  columns: readonly (TableColumn & { scale?: number })[];
  spec: PlotSpec;
  data: uPlot.AlignedData;
  /** What stands after the data while the run is within an interval: a number per series. */
  tipOf: (tip: Bucket) => readonly (number | null)[];
  summary: string;
  /** What is drawn beside the lines, by `context.late`. */
  beside: ReturnType<BesideNow['of']> | undefined;
}

/** Asks for what is drawn beside a chart's lines, anew whenever something came. */
export function askBeside(
  { late, live, marks }: ChartContext,
  asked: Omit<Asked, 'live' | 'marks'>,
): ReturnType<BesideNow['of']> | undefined {
  return late?.of({ ...asked, live, marks });
}

const ChartNumbers = latePart(async () => (await import('./ChartNumbers.tsx')).ChartNumbers);

/** Pixels between event lines: nearer ones are one. */
const markGap = 34;

export function ChartFrame({
  context,
  id,
  name,
  unit,
  head,
  legend,
  sheet,
  columns,
  spec,
  data,
  tipOf,
  summary,
  isFirst,
  beside,
}: ChartFrameProps) {
  const { live, marks, timeRange, late } = context;
  const hidden = useHidden();
  const t = useText();
  const figure = useRef<HTMLElement>(null);
  const { width } = useSize(figure);
  const buckets = live.buckets?.list ?? [];
  const isEmpty = buckets.length === 0;
  const isAtRest = useRun((run) => run.soFar === null && run.status === 'paused');
  const isLocked = useSession((state) => state.runLocked);

  const plotWidth = Math.max(1, width - plotMargin.left - plotMargin.right);
  const [from, to] = timeRange;
  const state = useMemo(() => {
    const clusters = clusterMarks(marks, (seconds) => ((seconds - from) / (to - from)) * plotWidth, markGap);
    return { timeRange: [from, to] as const, marks: clusters, beside: beside?.beside ?? null };
  }, [marks, from, to, plotWidth, beside]);

  const numbers = (): TableData => ({
    columns: [{ title: t.charts.from, format: formatExact }, { title: t.charts.to, format: formatExact }, ...columns],
    rows: buckets.map((bucket, i) => [
      bucket.start,
      bucket.end,
      ...sheet.values.map((column, n) => (column[i] === null ? null : column[i] * (columns[n].scale ?? 1))),
    ]),
  });

  return (
    <figure ref={figure} className={styles.chart} data-chart={id}>
      <figcaption className={styles.head}>
        {head ?? (
          <span className={styles.name}>
            {name} <UnitOrTime unit={unit ?? ''} buckets={buckets} />
          </span>
        )}
        {!head && beside && <Legend entries={beside.legend} buckets={buckets} showsTime={false} />}
        <Suspense fallback={<span className={styles.tools} />}>
          <ChartNumbers id={id} name={name} disabled={isEmpty} numbers={numbers} />
        </Suspense>
      </figcaption>
      <Legend
        entries={head && beside ? [...legend, ...beside.legend] : legend}
        buckets={buckets}
        showsTime={head !== undefined}
        isHidden={(line) => hidden.has(`${id}/${line}`)}
        onToggle={(line) => toggleLine(`${id}/${line}`)}
      />
      <Plot
        spec={spec}
        data={data}
        version={live}
        tipOf={tipOf}
        state={state}
        summary={summary}
        keysHelp={t.charts.keys}
        isHidden={(line) => hidden.has(`${id}/${line}`)}
        onStretch={(start, end) => late?.setZoom([start, end])}
      />
      {isEmpty && isFirst && isAtRest && !isLocked && (
        <p className={styles.empty}>
          <span>{t.charts.empty}</span>
        </p>
      )}
    </figure>
  );
}
