/** The stretch of time that all charts show: all there is, or what somebody dragged over. */

import { createStore } from 'zustand/vanilla';

export const zoomStore = createStore<{ zoom: readonly [number, number] | null }>()(() => ({ zoom: null }));

/** Simulated seconds; shorter shows nothing. */
const leastSeconds = 2;

export function setZoom(zoom: readonly [number, number] | null): void {
  if (zoom === null) {
    zoomStore.setState({ zoom: null });
    return;
  }
  const from = Math.max(0, Math.min(zoom[0], zoom[1] - leastSeconds));
  zoomStore.setState({ zoom: [from, Math.max(zoom[1], from + leastSeconds)] });
}

/** Half (-1) or twice (1) as much time around a moment; all of it once that is no less. */
export function zoomedBy(
  zoom: readonly [number, number] | null,
  by: -1 | 1,
  around: number,
  whole: number,
): readonly [number, number] | null {
  const [from, to] = zoom ?? [0, whole];
  const length = (to - from) * (by < 0 ? 0.5 : 2);
  if (length >= whole) return null;
  const start = Math.min(Math.max(0, around - length / 2), Math.max(0, whole - length));
  return [start, start + length];
}
