/** One uPlot on the page: made once per structure, fed with new data, as large as its box. */

import { type KeyboardEvent, useEffect, useLayoutEffect, useRef } from 'react';
import uPlot from 'uplot';
import type { Bucket } from '../runner/buckets.ts';
import { knownUntil } from '../store/known.ts';
import { momentStore, pointAt } from '../store/moment.ts';
import { seek } from '../store/runController.ts';
import styles from './Charts.module.css';
import { useColours } from './colours.ts';
import { onTip, tipNow } from './live.ts';
import { type PlotSpec, type PlotState, plotOptions } from './plotOptions.ts';
import { drawInTurn } from './turns.ts';
import { useSize } from './useSize.ts';

interface PlotProps {
  spec: PlotSpec;
  /** x first; arrays may be the same ones, grown in place: `version` says that they changed. */
  data: uPlot.AlignedData;
  version: unknown;
  /** What stands after the data while the run is within an interval: a number per series. */
  tipOf: (tip: Bucket) => readonly (number | null)[];
  state: PlotState;
  /** One sentence that says what is to be seen. */
  summary: string;
  keysHelp: string;
  isHidden: (line: string) => boolean;
  onStretch: (from: number, to: number) => void;
}

export function Plot({ spec, data, version, tipOf, state, summary, keysHelp, isHidden, onStretch }: PlotProps) {
  const box = useRef<HTMLDivElement>(null);
  const plot = useRef<uPlot | null>(null);
  const latest = useRef({ data, tipOf, state, spec, onStretch });
  const colours = useColours();
  const { width, height } = useSize(box);
  const isReady = width > 40 && height > 40;

  useLayoutEffect(() => {
    latest.current = { data, tipOf, state, spec, onStretch };
  });

  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for the spec, sizes are set below without a new plot
  useEffect(() => {
    if (!box.current || !isReady) return;
    const made = new uPlot(
      plotOptions(
        () => latest.current,
        {
          onPoint: () => isOwn && pointAt(momentUnder(made, latest.current.data[0])),
          onStretch: (from, to) => latest.current.onStretch(from, to),
        },
        colours,
        width,
        height,
      ),
      withTip(latest.current),
      box.current,
    );
    /** The crosshair is where this plot says; else another has it, and this one follows. */
    let isOwn = false;
    let mouse = { x: Number.NaN, y: Number.NaN };
    made.over.addEventListener('pointermove', ({ clientX: x, clientY: y }) => {
      // browsers also tell of moves when only the page under a resting mouse changed
      if (x !== mouse.x || y !== mouse.y) isOwn = true;
      mouse = { x, y };
    });
    made.over.addEventListener('pointerleave', () => {
      isOwn = false;
    });
    made.over.addEventListener('click', ({ offsetX }) => seek(Math.round(made.posToVal(offsetX, 'x') * 10) / 10));
    const stop = momentStore.subscribe(({ at }) => {
      // somebody went to a moment: it is looked at until the mouse moves again
      if (at === null) isOwn = false;
      if (!isOwn) made.setCursor({ left: at === null ? -10 : made.valToPos(at, 'x'), top: 0 }, false);
    });
    plot.current = made;
    return () => {
      stop();
      made.destroy();
      plot.current = null;
    };
  }, [spec.key, colours, isReady]);

  useEffect(() => {
    if (isReady) plot.current?.setSize({ width, height });
  }, [width, height, isReady]);

  useEffect(() => {
    for (const [i, series] of plot.current?.series.entries() ?? []) {
      const show = typeof series.label !== 'string' || !isHidden(series.label);
      if (i > 0 && series.show !== show) plot.current?.setSeries(i, { show });
    }
  }, [isHidden]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: version and state stand for data that grows in place
  useEffect(() => {
    const draw = () => drawInTurn(latest, () => plot.current?.setData(withTip(latest.current)));
    draw();
    return onTip(draw);
  }, [version, state, data]);

  return (
    <div
      ref={box}
      className={styles.plot}
      role="img"
      aria-label={`${summary} ${keysHelp}`}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the arrow keys move the crosshair
      tabIndex={0}
      onKeyDown={(event) => moveCrosshair(event, plot.current, data[0], state)}
      onBlur={() => pointAt(null)}
    />
  );
}

/** The data, and after it the interval that has not ended. */
function withTip({ data, tipOf }: Pick<PlotProps, 'data' | 'tipOf'>): uPlot.AlignedData {
  const tip = tipNow();
  if (!tip) return data;
  const next = [(tip.start + tip.end) / 2, ...tipOf(tip)];
  return data.map((column, i) => [...column, next[i] ?? null]) as unknown as uPlot.AlignedData;
}

/**
 * Within the data it snaps to it; beyond it there may be what was played before the run was put back. Null where nothing was played.
 * @param seconds those of the data without the tip, which has no numbers to be read
 */
function momentUnder(plot: uPlot, seconds: uPlot.AlignedData[0]): number | null {
  const { idx, left = -1 } = plot.cursor;
  if (idx == null || left < 0) return null;
  const time = plot.posToVal(left, 'x');
  const last = seconds.at(-1) ?? 0;
  return time <= (tipNow()?.end ?? last + 0.5) ? (seconds[Math.min(idx, seconds.length - 1)] ?? null) : time < knownUntil() ? time : null;
}

/** Arrows go point by point, Page Up and Page Down from event to event, Enter takes the run there, Escape takes the crosshair away. */
function moveCrosshair(event: KeyboardEvent, plot: uPlot | null, seconds: uPlot.AlignedData[0], state: PlotState): void {
  if (!plot || seconds.length === 0) return;
  const last = seconds.length - 1;
  const { at: pointed } = momentStore.getState();
  const at = pointed === null ? last : plot.valToIdx(pointed);
  // An event belongs to the interval it begins, not to the one it ends.
  const indexOf = (time: number): number => plot.valToIdx(time + 1e-6);
  const times = state.marks.flatMap((cluster) => cluster.lines.map((mark) => mark.time));
  const nearest = (time: number | undefined): number => (time === undefined ? at : indexOf(time));
  const targets = new Map([
    ['ArrowLeft', at - 1],
    ['ArrowRight', at + 1],
    ['Home', 0],
    ['End', last],
    ['PageUp', nearest(times.findLast((time) => indexOf(time) < at))],
    ['PageDown', nearest(times.find((time) => indexOf(time) > at))],
  ]);
  if (event.key === 'Escape') {
    pointAt(null);
    return;
  }
  if (event.key === 'Enter' && pointed !== null) {
    event.preventDefault();
    seek(pointed);
    return;
  }
  const target = targets.get(event.key);
  if (target === undefined) return;
  event.preventDefault();
  event.stopPropagation();
  pointAt(seconds[Math.min(last, Math.max(0, target))]);
}
