/** Every switch of the page's address, e.g. `?template=chapter&lang=ko&paused`. Designs never travel here but behind the `#`. */

export interface Flags {
  lang: 'en' | 'ko' | null;
  theme: 'system' | 'light' | 'dark' | 'projector' | null;
  /** Opens this template instead of the last document. */
  template: string | null;
  /** Runs with this luck instead of the design's own. */
  seed: string | null;
  /** Simulated seconds per second; `max` is Infinity. */
  speed: number | null;
  /** Waits for Play. */
  paused: boolean;
  /** Whether the run slows down where trouble begins; null: as was chosen before. */
  slow: boolean | null;
  /** Runs as fast as it goes to this simulated second, then pauses. */
  t: number | null;
  /** The page is to test itself: `panels/testing`. */
  tests: boolean;
}

const slowest = 0.1;
const fastest = 1000;
const longestSeconds = 86_400;

/** `search` as in `location.search`. What cannot be understood is as if it were not there. */
export function parseFlags(search: string): Flags {
  const given = new URLSearchParams(search);
  return {
    lang: oneOf(['en', 'ko'], given.get('lang')),
    theme: oneOf(['system', 'light', 'dark', 'projector'], given.get('theme')),
    template: matching(/^[A-Za-z0-9-]{1,40}$/, given.get('template')),
    seed: matching(/^.{1,24}$/u, given.get('seed')),
    speed: given.get('speed') === 'max' ? Number.POSITIVE_INFINITY : numberWithin(slowest, fastest, given.get('speed')),
    slow: given.has('slow') ? given.get('slow') !== '0' : null,
    paused: given.has('paused') && given.get('paused') !== '0',
    t: numberWithin(0, longestSeconds, given.get('t')),
    tests: /[?&](fuzz(Keys)?|stringTest)\b/.test(search),
  };
}

function oneOf<T extends string>(options: readonly T[], text: string | null): T | null {
  return options.find((option) => option === text) ?? null;
}

function matching(pattern: RegExp, text: string | null): string | null {
  return text !== null && pattern.test(text) ? text : null;
}

function numberWithin(min: number, max: number, text: string | null): number | null {
  if (text === null || !/^\d+(\.\d+)?$/.test(text)) return null;
  const value = Number(text);
  return value >= min && value <= max ? value : null;
}
