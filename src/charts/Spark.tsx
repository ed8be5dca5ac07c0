/** Beside a figure of the folded charts: how it went so far, in the space of a word. */

import { useMemo } from 'react';
import type { FrameLayout } from '../engine/frame.ts';
import styles from './Charts.module.css';
import { useLive } from './live.ts';
import type { FigureName } from './RunSummary.tsx';
import { allErrors, type Line, latencyLines, requestLines } from './series.ts';
import { sparkPath } from './spark.ts';
import { useSheet } from './useSheet.ts';

const [width, height] = [56, 14];

const lineOf: Partial<Record<FigureName, (layout: FrameLayout) => Line>> = {
  goodput: (layout) => requestLines(layout)[1],
  p99: () => latencyLines[2],
  failed: allErrors,
};

/** Null for a figure that has no line; its number says all. */
export const sparkFor = (figure: FigureName) => {
  const line = lineOf[figure];
  return line ? <Spark of={line} look={figure} /> : null;
};

function Spark({ of, look }: { of: (layout: FrameLayout) => Line; look: FigureName }) {
  const live = useLive();
  const layout = live.buckets?.layout;
  const lines = useMemo(() => (layout ? [of(layout)] : []), [layout, of]);
  const values = useSheet(live, lines).values[0] ?? [];
  return (
    <svg
      className={styles.spark}
      data-spark={look}
      data-zero={values.every((value) => !value) || undefined}
      width={width}
      height={height + 2}
      viewBox={`0 -1 ${width} ${height + 2}`}
      aria-hidden="true"
    >
      <path d={sparkPath(values, width, height)} />
    </svg>
  );
}
