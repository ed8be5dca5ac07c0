/** The live charts below the canvas: side by side where there is room, by tabs where there is not. A chunk of its own. */

import 'uplot/dist/uPlot.min.css';
import { ChevronDown, ChevronUp } from 'lucide-react';
import { Suspense, useId, useMemo, useRef } from 'react';
import { useStore } from 'zustand';
import { withoutConcealed } from '../design/concealed.ts';
import { isSeen, seenParts } from '../design/sight.ts';
import { useText } from '../i18n/text.ts';
import { useDesign, useRun, useSession } from '../store/hooks.ts';
import { sessionStore } from '../store/sessionStore.ts';
import { latePart } from '../ui/latePart.tsx';
import { panelProps, TabList } from '../ui/TabList.tsx';
import { timeRange } from './axes.ts';
import type { ChartContext } from './ChartFrame.tsx';
import styles from './Charts.module.css';
import { useBeside } from './lateBeside.ts';
import { useLive } from './live.ts';
import { isTold, marksOf } from './marks.ts';
import { RequestsChart } from './RequestsChart.tsx';
import { type FigureName, figureNames, RunSummary } from './RunSummary.tsx';
import { sparkFor } from './Spark.tsx';
import { shownCharts } from './shownCharts.ts';
import { useSize } from './useSize.ts';

/** What does not stand first comes when that stands. */
const LatencyChart = latePart(async () => (await import('./LatencyChart.tsx')).LatencyChart);
const ErrorsChart = latePart(async () => (await import('./ErrorsChart.tsx')).ErrorsChart);
const LoadChart = latePart(async () => (await import('./LoadChart.tsx')).LoadChart);

const charts = [
  { id: 'requests', Chart: RequestsChart },
  { id: 'latency', Chart: LatencyChart },
  { id: 'errors', Chart: ErrorsChart },
  { id: 'load', Chart: LoadChart },
] as const;

/** How many charts stand side by side in a strip this wide. */
const columnsFor = (width: number): 1 | 2 | 4 => (width >= 1080 ? 4 : width >= 620 ? 2 : 1);

/** The run so far, as far as there is room beside the tabs. */
const figuresBeside = {
  1: [],
  2: ['availability', 'p99', 'failed'],
  4: figureNames,
} as const satisfies Record<1 | 2 | 4, readonly FigureName[]>;

/** Without tabs there is more room. */
const figuresWhenClosed = {
  1: ['availability', 'p99'],
  2: ['goodput', 'availability', 'p99', 'failed'],
  4: figureNames,
} as const satisfies Record<1 | 2 | 4, readonly FigureName[]>;

export function ChartStrip() {
  const t = useText();
  const isOpen = useSession((state) => state.chartsOpen);
  const strip = useRef<HTMLElement>(null);
  const panel = useId();
  const { width } = useSize(strip);
  const columns = columnsFor(width);
  const first = useStore(shownCharts, (state) => state.first);
  const shownFrom = first - (first % columns);
  const late = useBeside();
  const toggle = () => sessionStore.getState().set({ chartsOpen: !isOpen });

  return (
    <section
      ref={strip}
      id="charts"
      tabIndex={-1}
      className={styles.strip}
      data-open={isOpen}
      data-columns={columns}
      aria-label={t.charts.title}
    >
      <div className={styles.bar}>
        <button
          type="button"
          className={styles.toggle}
          aria-expanded={isOpen}
          aria-label={isOpen ? t.charts.hide : t.charts.show}
          title={isOpen ? t.charts.hide : t.charts.show}
          onClick={toggle}
        >
          {isOpen ? <ChevronDown size={16} aria-hidden="true" /> : <ChevronUp size={16} aria-hidden="true" />}
          {(!isOpen || columns === charts.length) && <span>{t.charts.title}</span>}
        </button>
        {isOpen && columns < charts.length && (
          <Pages columns={columns} shownFrom={shownFrom} panel={panel} onChoose={(next) => shownCharts.setState({ first: next })} />
        )}
        <button type="button" className={styles.toggle} onClick={() => sessionStore.getState().set({ requestsOpen: true })}>
          {t.actions.followRequest}
        </button>
        <RunSummary figures={(isOpen ? figuresBeside : figuresWhenClosed)[columns]} isInline {...(isOpen ? {} : { before: sparkFor })} />
        <Suspense>{late && <late.Tools isOpen={isOpen} />}</Suspense>
      </div>
      {isOpen && columns === charts.length && <Charts shownFrom={0} columns={columns} />}
      {isOpen && columns < charts.length && width > 0 && (
        <div {...panelProps(panel, String(shownFrom))} key={shownFrom} className={styles.page} tabIndex={-1}>
          <Charts shownFrom={shownFrom} columns={columns} />
        </div>
      )}
    </section>
  );
}

function Charts({ shownFrom, columns }: { shownFrom: number; columns: number }) {
  const live = useLive();
  const seconds = useDesign((state) => state.design.seconds);
  const scenario = useDesign((state) => state.design.scenario);
  const seen = useDesign((state) => seenParts(state.design));
  const index = useRun((state) => state.index);
  const marks = useMemo(() => {
    const told = withoutConcealed(live.notes, scenario);
    return marksOf(seen ? told.filter((note) => isTold(note, (node) => isSeen(seen, index?.nodes[node]?.id ?? ''))) : told);
  }, [live.notes, scenario, seen, index]);
  const late = useBeside();
  const end = live.buckets?.list.at(-1)?.end ?? 0;
  const range = late?.zoom ?? timeRange(Math.max(end, late?.until ?? 0), seconds);
  const context: ChartContext = { live, marks, timeRange: range, late };
  return (
    <div className={styles.charts}>
      {charts.slice(shownFrom, shownFrom + columns).map(({ id, Chart }, i) => (
        <Suspense key={id} fallback={<figure className={styles.chart} />}>
          <Chart context={context} isFirst={i === 0} />
        </Suspense>
      ))}
    </div>
  );
}

interface PagesProps {
  columns: number;
  shownFrom: number;
  panel: string;
  onChoose: (first: number) => void;
}

/** Tabs over the charts: each opens as many as stand side by side. */
function Pages({ columns, shownFrom, panel, onChoose }: PagesProps) {
  const t = useText();
  const starts = charts.map((_, start) => start).filter((start) => start % columns === 0);
  const nameOf = (start: number): string =>
    charts
      .slice(start, start + columns)
      .map(({ id }) => t.charts.names[id])
      .join(' · ');
  return (
    <TabList
      label={t.charts.which}
      tabs={starts.map((start) => ({ id: String(start), label: nameOf(start) }))}
      chosen={String(shownFrom)}
      onChoose={(id) => onChoose(Number(id))}
      panel={panel}
      className={styles.tabs}
      tabClassName={styles.tab}
    />
  );
}
