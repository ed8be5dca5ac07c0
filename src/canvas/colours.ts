/** The tokens of the theme as a canvas needs them: read once, read again when the theme changes. */

import type { Distance } from './cardGeometry.ts';

export interface Colours {
  canvas: string;
  surface: string;
  text: string;
  textSoft: string;
  textFaint: string;
  hairline: string;
  hairlineStrong: string;
  accent: string;
  idle: string;
  ok: string;
  busy: string;
  saturated: string;
  down: string;
  onDown: string;
  ramp: readonly string[];
  font: string;
  /** Type of the cards' live line by how far away they are, in canvas units. */
  lineSizes: Readonly<Record<Distance, number>>;
  /** Lines are this many times as thick as usual. */
  stroke: number;
}

function read(): Colours {
  const style = getComputedStyle(document.documentElement);
  const token = (name: string): string => style.getPropertyValue(`--${name}`).trim();
  const size = (name: string): number => Number.parseFloat(token(name)) || 12;
  return {
    canvas: token('canvas'),
    surface: token('surface'),
    text: token('text'),
    textSoft: token('text-soft'),
    textFaint: token('text-faint'),
    hairline: token('hairline'),
    hairlineStrong: token('hairline-strong'),
    accent: token('accent'),
    idle: token('health-idle'),
    ok: token('health-ok'),
    busy: token('health-busy'),
    saturated: token('health-saturated'),
    down: token('health-down'),
    onDown: token('on-health-down'),
    ramp: [0, 1, 2, 3, 4].map((step) => token(`ramp-${step}`)),
    font: token('font') || 'system-ui, sans-serif',
    lineSizes: { near: size('card-line'), far: size('card-line-far'), further: size('card-line-further') },
    stroke: Number(token('stroke')) || 1,
  };
}

let colours: Colours | null = null;

export function currentColours(): Colours {
  colours ??= read();
  return colours;
}

/** Calls back after the theme changed, whoever changed it: the page's attribute or the system. */
export function onColours(changed: () => void): () => void {
  const again = (): void => {
    colours = null;
    changed();
  };
  const observer = new MutationObserver(again);
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme', 'class', 'style'] });
  const queries = ['(prefers-color-scheme: dark)', '(forced-colors: active)'].map((query) => matchMedia(query));
  for (const query of queries) query.addEventListener('change', again);
  return () => {
    observer.disconnect();
    for (const query of queries) query.removeEventListener('change', again);
  };
}
