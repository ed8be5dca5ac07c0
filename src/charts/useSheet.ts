/** A sheet that follows the run: made anew with its lines or with the run, else only grown. */

import { useMemo } from 'react';
import type { Live } from './live.ts';
import { extendSheet, type Line, openSheet, type Sheet } from './series.ts';

export function useSheet(live: Live, lines: readonly Line[]): Sheet {
  const { buckets } = live;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another run needs another sheet
  const sheet = useMemo(() => openSheet(lines), [lines, buckets]);
  // Growing is idempotent and the sheet belongs to this component alone, so it may happen while rendering.
  if (buckets) extendSheet(sheet, buckets);
  return sheet;
}

/** Greatest of a column, 0 without any. */
export function greatest(values: readonly (number | null)[]): number {
  let most = 0;
  for (const value of values) if (value !== null && value > most) most = value;
  return most;
}

/** The newest number of a column that is one. */
export function newest(values: readonly (number | null)[]): number | null {
  return values.findLast((value) => value !== null) ?? null;
}
