/** The page's colours for drawing on a canvas, read from its custom properties once per change of theme. */

import { useSyncExternalStore } from 'react';

const names = {
  surface: '--surface',
  text: '--text',
  textSoft: '--text-soft',
  textFaint: '--text-faint',
  hairline: '--hairline',
  hairlineStrong: '--hairline-strong',
  offered: '--series-offered',
  served: '--series-served',
  p50: '--ramp-2',
  p95: '--ramp-3',
  p99: '--ramp-4',
  refused: '--health-down',
  timeout: '--health-busy',
  shed: '--health-idle',
  error: '--health-saturated',
  good: '--health-ok',
  bad: '--health-saturated',
  guess: '--accent',
  ramp0: '--ramp-0',
  ramp1: '--ramp-1',
  ramp2: '--ramp-2',
  ramp3: '--ramp-3',
  ramp4: '--ramp-4',
  font: '--font',
  textSize: '--chart-text',
  stroke: '--stroke',
} as const;

export type Colours = Readonly<Record<keyof typeof names, string>>;

function read(): Colours {
  // presenter mode has a size of its own for them
  const style = getComputedStyle(document.getElementById('charts') ?? document.documentElement);
  return Object.fromEntries(Object.entries(names).map(([key, name]) => [key, style.getPropertyValue(name).trim()])) as Colours;
}

let current: Colours | null = null;
const listeners = new Set<() => void>();

function refresh(): void {
  current = read();
  for (const listener of listeners) listener();
}

function watch(): () => void {
  const watcher = new MutationObserver(refresh);
  watcher.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme', 'data-presenting', 'class'] });
  const queries = ['(prefers-color-scheme: dark)', '(forced-colors: active)'].map((query) => matchMedia(query));
  for (const query of queries) query.addEventListener('change', refresh);
  return () => {
    watcher.disconnect();
    for (const query of queries) query.removeEventListener('change', refresh);
  };
}

let stop: (() => void) | null = null;

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  stop ??= watch();
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    stop?.();
    stop = null;
    // The theme may change while nobody listens.
    current = null;
  };
}

/** The same object until the theme changes. */
export function useColours(): Colours {
  return useSyncExternalStore(subscribe, () => {
    current ??= read();
    return current;
  });
}

/** `steps` colours along the utilization ramp, emptiest first. */
export const rampOf = ({ ramp0, ramp1, ramp2, ramp3, ramp4 }: Colours, steps: number): readonly string[] =>
  between([ramp0, ramp1, ramp2, ramp3, ramp4], steps);

/** `steps` colours from one to another. */
export function between(colours: readonly string[], steps: number): readonly string[] {
  const stops = colours.map(channels);
  return Array.from({ length: steps }, (_, i) => {
    const at = (i / (steps - 1)) * (stops.length - 1);
    const low = Math.min(Math.floor(at), stops.length - 2);
    const mix = stops[low].map((channel, n) => Math.round(channel + (stops[low + 1][n] - channel) * (at - low)));
    return `rgb(${mix.join(' ')})`;
  });
}

function channels(hex: string): readonly number[] {
  // What is built has its colours shortened where that can be.
  const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/i.exec(hex)?.slice(1);
  const digits = short?.map((digit) => digit + digit).join('') ?? /^#([0-9a-f]{6})$/i.exec(hex)?.[1] ?? '808080';
  return [0, 2, 4].map((i) => Number.parseInt(digits.slice(i, i + 2), 16));
}

/** The colour, seen through: `alpha` from 0 to 1. */
export const withAlpha = (hex: string, alpha: number): string => `rgb(${channels(hex).join(' ')} / ${alpha})`;
