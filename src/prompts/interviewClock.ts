/**
 * The clock of an interview. It goes by the wall: what a page slept through counts. A wall clock that is set back takes no time away, and
 * what is out of the ordinary (away, reloaded, taken on in another tab, extended) is marked for the report. Pure.
 */

import { type Pace, type PhaseId, phases } from './interview.ts';

export const markSorts = ['away', 'reload', 'clock-back', 'other-tab', 'extended'] as const;

export interface Mark {
  /** Seconds since the beginning. */
  at: number;
  what: (typeof markSorts)[number];
  seconds: number;
}

export interface Clock {
  /** Seconds since the beginning, also those that the page slept through. */
  elapsed: number;
  /** Wall clock of the last look, ms since 1970. */
  lastAt: number;
  /** Of the elapsed seconds, those nobody looked at the page. */
  away: number;
  /** The elapsed second at which nobody looked any more; null while somebody does. */
  awayFrom: number | null;
  marks: readonly Mark[];
}

/** Between two looks of a page that is awake; a longer gap is sleep. */
const mostSecondsAwake = 5;
/** A shorter glance elsewhere is not told. */
const leastSecondsAway = 1;
/** Clocks are put right by some hundred milliseconds now and then. */
const leastSecondsBack = 1;

export const clockAt = (wallMs: number): Clock => ({ elapsed: 0, lastAt: wallMs, away: 0, awayFrom: null, marks: [] });

const marked = (clock: Clock, mark: Omit<Mark, 'at'>, at = clock.elapsed): Clock => ({
  ...clock,
  marks: [...clock.marks, { at, ...mark }],
});

/**
 * A look at the wall clock.
 * @param isHidden whether nobody can see the page from now on
 */
export function lookedAt(clock: Clock, wallMs: number, isHidden: boolean): Clock {
  const passed = (wallMs - clock.lastAt) / 1000;
  if (passed < 0) {
    const stood = { ...clock, lastAt: wallMs };
    return passed < -leastSecondsBack ? marked(stood, { what: 'clock-back', seconds: -passed }) : stood;
  }
  const from = clock.awayFrom ?? (passed > mostSecondsAwake ? clock.elapsed : null);
  const next: Clock = {
    ...clock,
    elapsed: clock.elapsed + passed,
    lastAt: wallMs,
    away: from === null ? clock.away : clock.away + passed,
  };
  if (isHidden) return { ...next, awayFrom: from ?? next.elapsed };
  const seconds = from === null ? 0 : next.elapsed - from;
  const seen = { ...next, awayFrom: null };
  return from === null || seconds < leastSecondsAway ? seen : marked(seen, { what: 'away', seconds }, from);
}

/** The page was opened anew, or another tab took the interview on. */
export function resumedAt(clock: Clock, wallMs: number, what: 'reload' | 'other-tab'): Clock {
  const gone = (wallMs - clock.lastAt) / 1000;
  if (gone < 0)
    return marked(marked({ ...clock, lastAt: wallMs, awayFrom: null }, { what: 'clock-back', seconds: -gone }), { what, seconds: 0 });
  const next: Clock = { ...clock, elapsed: clock.elapsed + gone, lastAt: wallMs, away: clock.away + gone, awayFrom: null };
  return marked(next, { what, seconds: gone }, clock.elapsed);
}

/** Seconds that phases were given beyond their pace. */
export type Extra = Readonly<Partial<Record<PhaseId, number>>>;

/** What a candidate may add to a phase at a time. */
export const extraSeconds = 300;

export const extended = (clock: Clock, seconds: number): Clock => marked(clock, { what: 'extended', seconds });

/** Seconds until the time is over; null without a clock. */
export function limitOf(pace: Pace, extra: Extra): number | null {
  if (pace === 0) return null;
  return phases.reduce((sum, { id, minutes }) => sum + 60 * minutes * pace + (extra[id] ?? 0), 0);
}
