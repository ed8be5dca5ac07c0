/** One uPlot on the page: made once per structure, fed with new data, as large as its box. */

import { type KeyboardEvent, useEffect, useLayoutEffect, useRef } from 'react';
import uPlot from 'uplot';
import styles from './Charts.module.css';
import { useColours } from './colours.ts';
import { type PlotSpec, type PlotState, plotOptions } from './plotOptions.ts';
import { useSize } from './useSize.ts';

interface PlotProps {
  spec: PlotSpec;
  /** x first; arrays may be the same ones, grown in place: `version` says that they changed. */
  data: uPlot.AlignedData;
  version: unknown;
  state: PlotState;
  /** One sentence that says what is to be seen. */
  summary: string;
  keysHelp: string;
}

export function Plot({ spec, data, version, state, summary, keysHelp }: PlotProps) {
  const box = useRef<HTMLDivElement>(null);
  const plot = useRef<uPlot | null>(null);
  const latest = useRef({ data, state, spec });
  const colours = useColours();
  const { width, height } = useSize(box);
  const isReady = width > 40 && height > 40;

  useLayoutEffect(() => {
    latest.current = { data, state, spec };
  });

  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for the spec, sizes are set below without a new plot
  useEffect(() => {
    if (!box.current || !isReady) return;
    const made = new uPlot(
      plotOptions(() => latest.current, colours, width, height),
      latest.current.data,
      box.current,
    );
    plot.current = made;
    return () => {
      made.destroy();
      plot.current = null;
    };
  }, [spec.key, colours, isReady]);

  useEffect(() => {
    if (isReady) plot.current?.setSize({ width, height });
  }, [width, height, isReady]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: version and state stand for data that grows in place
  useEffect(() => {
    plot.current?.setData(data);
  }, [version, state, data]);

  return (
    <div
      ref={box}
      className={styles.plot}
      role="img"
      aria-label={`${summary} ${keysHelp}`}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the arrow keys move the crosshair
      tabIndex={0}
      onKeyDown={(event) => moveCrosshair(event, plot.current, state)}
    />
  );
}

/** Arrows go point by point, Page Up and Page Down from event to event, Escape takes the crosshair away. */
function moveCrosshair(event: KeyboardEvent, plot: uPlot | null, state: PlotState): void {
  const seconds = plot?.data[0];
  if (!plot || !seconds || seconds.length === 0) return;
  const last = seconds.length - 1;
  const at = plot.cursor.idx ?? last;
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
    plot.setCursor({ left: -10, top: -10 });
    return;
  }
  const target = targets.get(event.key);
  if (target === undefined) return;
  event.preventDefault();
  event.stopPropagation();
  const to = Math.min(last, Math.max(0, target));
  plot.setCursor({ left: plot.valToPos(seconds[to], 'x'), top: 0 });
}
