/**
 * What a design's run came to on its maker's page, as a link may carry it beside the design: for whoever opens it with another engine, whose
 * digits may be others. It is no part of the design, and it is told as what somebody else has seen: nothing is believed of it.
 */

export interface SharedVerdict {
  /** Simulated seconds that were seen. */
  seconds: number;
  servedPerSecond: number;
  /** Served out of what was offered, 0 to 1, as in `runner/tally.ts`. */
  availability: number;
  /** Seconds; null when too little had been measured. */
  p99: number | null;
}

/** Digits that are told: a verdict is read, not computed with. */
const digits = 4;
const short = (value: number): number => Number(value.toPrecision(digits));

/** Longer and more than any run: what lies beyond was not written by this page. */
const longest = 1e9;

/** `[seconds, served per second, availability, p99]`, with -1 for a p99 that is not known. Availability keeps its nines. */
export const verdictToBody = ({ seconds, servedPerSecond, availability, p99 }: SharedVerdict): readonly number[] => [
  short(seconds),
  short(servedPerSecond),
  Math.floor(availability * 1e6 + 1e-6) / 1e6,
  p99 === null ? -1 : short(p99),
];

/**
 * A verdict from data that may hold anything.
 * @param given an element of a link's columns
 * @returns null when any number of it cannot be one
 */
export function readVerdict(given: unknown): SharedVerdict | null {
  if (!Array.isArray(given) || given.length !== 4) return null;
  const numbers = given as unknown[];
  if (!numbers.every((value): value is number => typeof value === 'number' && value >= -1 && value <= longest)) return null;
  const [seconds, servedPerSecond, availability, p99] = numbers;
  if (seconds <= 0 || servedPerSecond < 0 || availability < 0 || availability > 1) return null;
  return { seconds, servedPerSecond, availability, p99: p99 < 0 ? null : p99 };
}
