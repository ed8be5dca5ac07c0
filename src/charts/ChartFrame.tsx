/** What surrounds every live chart: name, read-out, event marks, the plot itself, and its numbers as table and file. */

import { Download, Table2 } from 'lucide-react';
import { lazy, type ReactNode, Suspense, useMemo, useRef, useState } from 'react';
import type uPlot from 'uplot';
import { useText } from '../i18n/text.ts';
import { formatExact } from '../ui/format.ts';
import styles from './Charts.module.css';
import type { TableColumn, TableData } from './ChartTable.tsx';
import { download } from './download.ts';
import { Legend, type LegendEntry, UnitOrTime } from './Legend.tsx';
import { LateMarkLane } from './lateMarks.tsx';
import type { Live } from './live.ts';
import { clusterMarks, type Mark } from './marks.ts';
import { Plot } from './Plot.tsx';
import { type PlotSpec, plotMargin } from './plotOptions.ts';
import type { Sheet } from './series.ts';
import { useSize } from './useSize.ts';

/** What all charts of the strip share. */
export interface ChartContext {
  live: Live;
  marks: readonly Mark[];
  labels: readonly string[];
  timeRange: readonly [number, number];
}

/** What every chart is given. */
export interface ChartProps {
  context: ChartContext;
  /** The first one shown speaks for all: it takes the keyboard for events, and says what to do while there is nothing. */
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
  summary: string;
}

const ChartTable = lazy(async () => ({ default: (await import('./ChartTable.tsx')).ChartTable }));

/** Pixels that a badge with an icon and a count needs. */
const markGap = 34;

export function ChartFrame({ context, id, name, unit, head, legend, sheet, columns, spec, data, summary, isFirst }: ChartFrameProps) {
  const { live, marks, labels, timeRange } = context;
  const t = useText();
  const figure = useRef<HTMLElement>(null);
  const { width } = useSize(figure);
  const [table, setTable] = useState<TableData | null>(null);
  const buckets = live.buckets?.list ?? [];
  const isEmpty = buckets.length === 0;

  const plotWidth = Math.max(1, width - plotMargin.left - plotMargin.right);
  const [from, to] = timeRange;
  const state = useMemo(() => {
    const clusters = clusterMarks(marks, (seconds) => ((seconds - from) / (to - from)) * plotWidth, markGap);
    return { timeRange: [from, to] as const, marks: clusters };
  }, [marks, from, to, plotWidth]);

  const rows = (): (number | null)[][] =>
    buckets.map((bucket, i) => [
      bucket.start,
      bucket.end,
      ...sheet.values.map((column, n) => (column[i] === null ? null : column[i] * (columns[n].scale ?? 1))),
    ]);
  const allColumns = (): TableColumn[] => [
    { title: t.charts.from, format: formatExact },
    { title: t.charts.to, format: formatExact },
    ...columns,
  ];
  const save = async () => {
    const { toCsv } = await import('./csv.ts');
    const titles = allColumns().map(({ title }) => title);
    download(`faultline-${id}.csv`, toCsv(titles, rows()), 'text/csv;charset=utf-8');
  };

  return (
    <figure ref={figure} className={styles.chart} data-chart={id}>
      <figcaption className={styles.head}>
        {head ?? (
          <span className={styles.name}>
            {name} <UnitOrTime unit={unit ?? ''} buckets={buckets} />
          </span>
        )}
        <button
          type="button"
          className={styles.tool}
          disabled={isEmpty}
          aria-label={t.charts.tableOf(name)}
          title={t.charts.tableOf(name)}
          onClick={() => setTable({ title: name, columns: allColumns(), rows: rows() })}
        >
          <Table2 size={14} aria-hidden="true" />
        </button>
        <button
          type="button"
          className={styles.tool}
          disabled={isEmpty}
          aria-label={t.charts.csvOf(name)}
          title={t.charts.csvOf(name)}
          onClick={() => void save()}
        >
          <Download size={14} aria-hidden="true" />
        </button>
      </figcaption>
      <Legend entries={legend} buckets={buckets} showsTime={head !== undefined} />
      <LateMarkLane clusters={state.marks} width={width} labels={labels} hasKeyboard={isFirst} />
      <Plot spec={spec} data={data} version={live} state={state} summary={summary} keysHelp={t.charts.keys} />
      {isEmpty && isFirst && (
        <p className={styles.empty}>
          <span>{t.charts.empty}</span>
        </p>
      )}
      <Suspense>{table && <ChartTable data={table} onClose={() => setTable(null)} />}</Suspense>
    </figure>
  );
}
