/** Which stretch of simulated time the timeline shows, and what people type to name a moment. Pure; all in simulated seconds. */

export interface Span {
  from: number;
  to: number;
}

/** Round lengths that the timeline is zoomed by. */
export const lengths = [5, 10, 20, 30, 60, 120, 300, 600, 1200, 1800, 3600, 7200, 14_400, 28_800, 43_200, 86_400] as const;

/**
 * All that is worth seeing: what was played and what is planned, up to the next round length; never beyond the end of the run.
 * @param until as far as the run was played
 * @param lastAhead the last planned event, 0 without one
 * @param seconds where the run will end
 */
export function wholeLength(until: number, lastAhead: number, seconds: number): number {
  const wanted = Math.max(until, Math.min(lastAhead * 1.05, seconds), lengths[1]);
  const round = lengths.find((length) => length >= wanted) ?? wanted;
  return seconds > 0 ? Math.min(round, Math.max(seconds, until)) : round;
}

/** The page of this length on which a moment lies; pages overlap by a quarter, so that what comes next is seen. */
export function pageAt(time: number, length: number, whole: number): Span {
  if (length >= whole) return { from: 0, to: whole };
  const step = length * 0.75;
  const from = Math.min(Math.max(0, Math.floor(time / step) * step - (length - step) / 2), whole - length);
  return { from, to: from + length };
}

/** The next shorter (-1) or longer (1) length; null means all of it. */
export function zoomed(length: number | null, by: -1 | 1, whole: number): number | null {
  const now = Math.min(length ?? whole, whole);
  const next = by < 0 ? lengths.findLast((each) => each < now) : lengths.find((each) => each > now);
  return next === undefined ? (by < 0 ? now : null) : next >= whole ? null : next;
}

export const shareOf = (time: number, { from, to }: Span): number => (time - from) / (to - from);

/**
 * Where a moment lies on a line of so many dots of the screen, as CSS says it; a moment off the line lies at its end. To the dot: for less the
 * page would be laid out and painted anew, and nobody would see it.
 */
export function placeOf(time: number, span: Span, dots: number): string {
  const share = Math.min(1, Math.max(0, shareOf(time, span)));
  return `${((dots > 0 ? Math.round(share * dots) / dots : share) * 100).toFixed(3)}%`;
}

/** "38", "0:38", "1:02:03.5", "38 s" and "2 min" are moments; null for anything else. */
export function parseMoment(text: string): number | null {
  const found = /^(?:(?:(\d+):)?(\d+):)?(\d+(?:\.\d+)?)(s|sec|초|m|min|분)?$/u.exec(text.trim().toLowerCase().replace(/\s+/g, ''));
  if (!found) return null;
  const [, hours, minutes, rest, unit] = found;
  if (unit !== undefined && minutes !== undefined) return null;
  const factor = unit !== undefined && ['m', 'min', '분'].includes(unit) ? 60 : 1;
  return Number(hours ?? 0) * 3600 + Number(minutes ?? 0) * 60 + Number(rest) * factor;
}
