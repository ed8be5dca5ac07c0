/** The crosshair as charts need it: which of their intervals is pointed at. Listened to without React: it moves with every move of a hand. */

import { useEffect, useLayoutEffect, useRef } from 'react';
import { momentStore } from '../store/moment.ts';

interface Interval {
  start: number;
  end: number;
}

/** The interval that holds a moment, -1 without one. Intervals in order, none overlaps another. */
export function intervalAt(intervals: readonly Interval[], time: number): number {
  let low = 0;
  let high = intervals.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const { start, end } = intervals[middle];
    if (time < start) high = middle - 1;
    else if (time >= end) low = middle + 1;
    else return middle;
  }
  return -1;
}

/** Calls `write` now, after every rendering, and whenever another moment is pointed at. */
export function usePointed(write: (at: number | null) => void): void {
  const latest = useRef(write);
  useLayoutEffect(() => {
    latest.current = write;
    write(momentStore.getState().at);
  });
  useEffect(() => momentStore.subscribe(({ at }) => latest.current(at)), []);
}
