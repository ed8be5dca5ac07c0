/** What all plots have in common: one time axis, one crosshair, the same margins, so that a moment stands at the same place. */

import type uPlot from 'uplot';
import { clockTick, linearRange, linearTicks, logRange, logTicks, timeSteps } from './axes.ts';
import type { Colours } from './colours.ts';
import type { MarkCluster, MarkTone } from './marks.ts';

/** Pixels left of the plot for the y axis, and right of it for half a tick's text; the mark lane uses the same. */
export const plotMargin = { left: 54, right: 20 } as const;
const timeAxisHeight = 20;
/** Pixels of a drag; less is a click. */
const leastDrag = 6;

/** What a plot draws that changes without its structure changing; read at every draw. */
export interface PlotState {
  timeRange: readonly [number, number];
  marks: readonly MarkCluster[];
  /** What is drawn beside the data, once it has arrived. */
  beside: Beside | null;
}

/** What a chart shows beside its own lines: another run, a line that is not to be crossed. */
export interface Beside {
  /** Smallest and largest value that the y axis has to reach. */
  reach: readonly [number, number] | null;
  /** Under the data, and over it. */
  under: (plot: uPlot, colours: Colours) => void;
  over: (plot: uPlot, colours: Colours) => void;
}

export interface YAxis {
  scale: Pick<uPlot.Scale, 'distr' | 'log' | 'auto'>;
  /** Lowest and highest of the data -> of the axis. */
  range: (min: number | null, max: number | null) => uPlot.Range.MinMax;
  splits: (plot: uPlot, min: number, max: number) => number[];
  label: (value: number) => string;
  grid: boolean;
}

export function linearAxis(label: (value: number) => string, top?: number): YAxis {
  return {
    scale: { auto: true },
    range: (_min, max) => (top === undefined ? [...linearRange(max ?? 0)] : [0, top]),
    splits: (plot, _min, max) => [...linearTicks(max, Math.max(2, Math.floor(plot.bbox.height / devicePixelRatio / 18)))],
    label,
    grid: true,
  };
}

export function logAxis(label: (value: number) => string): YAxis {
  return {
    scale: { auto: true, distr: 3, log: 10 },
    range: (min, max) => [...logRange(min ?? 0, max ?? 0)],
    splits: (_plot, min, max) => [...logTicks(min, max)],
    label,
    grid: true,
  };
}

type Ends = [number | null, number | null];

/** Ends of what is shown of the first `count` points: what comes after them is too restless to move an axis. */
function endsOf({ data, series, scales }: uPlot, [from, to]: readonly [number, number], count: number): Ends {
  let [low, high]: Ends = [null, null];
  for (const [n, column] of data.entries()) {
    if (n === 0 || !series[n].show) continue;
    for (let i = 0; i < count; i++) {
      const value = column[i];
      // a log axis has no place for zero
      if (value == null || data[0][i] < from || data[0][i] > to || (scales.y.distr === 3 && value <= 0)) continue;
      if (low === null || value < low) low = value;
      if (high === null || value > high) high = value;
    }
  }
  return [low, high];
}

/** The data's ends, further apart where something beside it needs that. */
function reaching(reach: readonly [number, number] | null, min: number | null, max: number | null): Ends {
  if (!reach) return [min, max];
  return [Math.min(min ?? reach[0], reach[0]), Math.max(max ?? reach[1], reach[1])];
}

const toneColour = (colours: Colours, tone: MarkTone): string =>
  tone === 'bad' ? colours.bad : tone === 'good' ? colours.good : colours.textFaint;

/** Event lines under the data: thin, so that the data stays readable. */
function drawMarks(plot: uPlot, colours: Colours, marks: readonly MarkCluster[]): void {
  const { ctx, bbox } = plot;
  ctx.save();
  ctx.lineWidth = devicePixelRatio;
  let last = Number.NEGATIVE_INFINITY;
  for (const { time, tone } of marks.flatMap((cluster) => cluster.lines)) {
    const x = Math.round(plot.valToPos(time, 'x', true)) + 0.5;
    // Dragging a slider is a swarm of changes: a line every few pixels says as much.
    if (x < bbox.left || x > bbox.left + bbox.width || x - last < 3 * devicePixelRatio) continue;
    last = x;
    ctx.strokeStyle = toneColour(colours, tone);
    ctx.globalAlpha = 0.7;
    ctx.setLineDash(tone === 'good' ? [1, 0] : [4 * devicePixelRatio, 3 * devicePixelRatio]);
    ctx.beginPath();
    ctx.moveTo(x, bbox.top);
    ctx.lineTo(x, bbox.top + bbox.height);
    ctx.stroke();
  }
  ctx.restore();
}

export interface PlotSpec {
  /** Two specs with the same key draw the same; another key makes the plot anew. */
  key: string;
  series: readonly uPlot.Series[];
  y: YAxis;
  /** Draws over the axes and under the series. */
  under?: (plot: uPlot) => void;
}

/** What is to be drawn at this moment. */
export interface Drawn {
  /** Without the interval that has not ended, which a plot may hold as well. */
  data: uPlot.AlignedData;
  spec: PlotSpec;
  state: PlotState;
}

/** What somebody does to a plot with a pointer. */
export interface PlotActs {
  /** The moment pointed at, simulated seconds; null when the pointer has left. */
  onPoint: (plot: uPlot) => void;
  /** A stretch was dragged over. */
  onStretch: (from: number, to: number) => void;
}

/** Options of a plot of this size; what changes while it stands is asked of `latest` whenever it draws. */
export function plotOptions(latest: () => Drawn, acts: PlotActs, colours: Colours, width: number, height: number): uPlot.Options {
  const { spec } = latest();
  const font = `${colours.textSize} ${colours.font || 'sans-serif'}`;
  const line = { stroke: colours.hairline, width: 1 };
  return {
    width,
    height,
    padding: [6, plotMargin.right, 0, 0],
    legend: { show: false },
    cursor: {
      y: false,
      drag: { x: true, y: false, setScale: false, dist: leastDrag },
      points: { show: spec.y.grid, size: 6 },
    },
    scales: {
      x: { time: false, auto: false, range: () => [...latest().state.timeRange] as [number, number] },
      y: {
        ...spec.y.scale,
        range: (u, min, max) => {
          const { data, state } = latest();
          const whole = data[0].length;
          const ends: Ends = whole > 0 && u.data[0].length > whole ? endsOf(u, state.timeRange, whole) : [min, max];
          return spec.y.range(...reaching(state.beside?.reach ?? null, ...ends));
        },
      },
    },
    series: [{}, ...spec.series.map((series) => ({ ...series, width: (series.width ?? 1) * (Number(colours.stroke) || 1) }))],
    axes: [
      {
        size: timeAxisHeight,
        gap: 3,
        font,
        stroke: colours.textSoft,
        incrs: timeSteps,
        space: 52,
        values: (_u, splits) => splits.map(clockTick),
        grid: { show: false },
        ticks: { ...line, size: 4 },
        border: { show: true, stroke: colours.hairlineStrong, width: 1 },
      },
      {
        size: plotMargin.left,
        gap: 6,
        font,
        stroke: colours.textSoft,
        splits: (u, _axis, min, max) => spec.y.splits(u, min, max),
        filter: (_u, splits) => splits,
        values: (_u, splits) => splits.map(spec.y.label),
        grid: { show: spec.y.grid, ...line },
        ticks: { show: false },
      },
    ],
    hooks: {
      drawAxes: [
        (u) => {
          latest().state.beside?.under(u, colours);
          latest().spec.under?.(u);
          drawMarks(u, colours, latest().state.marks);
        },
      ],
      draw: [(u) => latest().state.beside?.over(u, colours)],
      setCursor: [acts.onPoint],
      setSelect: [
        (u) => {
          const { left, width: across } = u.select;
          if (across < leastDrag) return;
          acts.onStretch(u.posToVal(left, 'x'), u.posToVal(left + across, 'x'));
          u.setSelect({ left: 0, top: 0, width: 0, height: 0 }, false);
        },
      ],
    },
  };
}

/** `label` is the line's name in the legend. Lines break at gaps; a single point between two gaps is drawn as a dot, or it would not be seen at all. */
export function lineSeries(label: string, stroke: string, dash?: number[], width = 1.5): uPlot.Series {
  return {
    label,
    stroke,
    width,
    ...(dash ? { dash } : {}),
    points: { show: false, size: 4, width: 0, fill: stroke, stroke, filter: loneliest },
    spanGaps: false,
  };
}

function loneliest(plot: uPlot, seriesIdx: number): number[] | null {
  const values = plot.data[seriesIdx];
  const lonely: number[] = [];
  for (let i = 0; i < values.length; i++) {
    if (values[i] != null && values[i - 1] == null && values[i + 1] == null) lonely.push(i);
  }
  return lonely.length > 0 ? lonely : null;
}
