/**
 * The moment that somebody points at in a chart or on the timeline: the one crosshair of the page. Charts draw it and read their numbers
 * at it, the canvas shows that second. Apart from the run: pointing at a moment does not take the run there.
 */

import { createStore } from 'zustand/vanilla';

/** Simulated seconds; null when nobody points, and everything shows the moment the run stands at. */
export const momentStore = createStore<{ at: number | null }>()(() => ({ at: null }));

export function pointAt(at: number | null): void {
  if (at !== momentStore.getState().at) momentStore.setState({ at });
}
