/** What charts show beside their own lines (another run, requirements, stretches, a shorter time) comes when the charts stand. */

import { type ComponentType, useSyncExternalStore } from 'react';
import type { FrameLayout } from '../engine/frame.ts';
import type { PlanIndex } from '../store/runStore.ts';
import { useSoon } from '../ui/useSoon.ts';
import type { LegendEntry } from './Legend.tsx';
import type { Live } from './live.ts';
import type { Mark } from './marks.ts';
import type { Beside } from './plotOptions.ts';
import type { Line } from './series.ts';

/** What a chart says of itself, so that something can be drawn beside it. */
export interface Asked {
  /** The same text is the same chart with the same choices. */
  key: string;
  chart: 'requests' | 'latency' | 'errors' | 'load';
  live: Live;
  marks: readonly Mark[];
  /** The one line of another run that is worth comparing; null where that run has no such part. */
  lineOf: (layout: FrameLayout, index: PlanIndex | null) => Line | null;
  format: (value: number) => string;
  /** Rows of colour: the other run is a row, not a line. */
  isHeat: boolean;
}

export interface GhostColumn {
  seconds: readonly number[];
  values: readonly (number | null)[];
  edges: (index: number) => readonly [number, number];
  label: string;
}

/** A new object whenever anything in it changed. */
export interface BesideNow {
  /** The stretch of time that was dragged over, null for all of it. */
  zoom: readonly [number, number] | null;
  setZoom: (zoom: readonly [number, number] | null) => void;
  /** As far as the run was played, should it stand before that. */
  until: number;
  of: (asked: Asked) => { beside: Beside; legend: readonly LegendEntry[]; ghost: GhostColumn | null };
  /** Of folded charts only what is no matter of lines. */
  Tools: ComponentType<{ isOpen: boolean }>;
}

let now: BesideNow | null = null;
const listeners = new Set<() => void>();

async function arrive(): Promise<void> {
  const { startBeside } = await import('./beside.ts');
  if (now) return;
  await startBeside((next) => {
    now = next;
    for (const listener of listeners) listener();
  });
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Null until it has arrived. */
export function useBeside(): BesideNow | null {
  useSoon(arrive);
  return useSyncExternalStore(subscribe, () => now);
}
