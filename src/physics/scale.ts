/**
 * A case may count in minutes or in microseconds; the fields of the kinds have their ranges. A system whose every duration is
 * k times shorter and every rate k times higher is the same system, so a case is built in a time of its own and read back.
 */

export interface Scale {
  /** Seconds of the case per second of the design. */
  readonly k: number;
}

/** Longest run that a design may have, with room for the warm-up. */
const longestSeconds = 80_000;
const longestMs = 100;
const shortestMs = 0.01;

/**
 * A power of ten with which every duration fits and the run is not too long.
 * @param timesMs durations of the case; 0 and endless ones do not count
 * @param seconds length of the run in the case's time
 */
export function scaleFor(timesMs: readonly number[], seconds: number): Scale {
  const counted = timesMs.filter((ms) => ms > 0 && Number.isFinite(ms));
  const most = Math.max(...counted, 0);
  const least = Math.min(...counted, Infinity);
  let k = 1;
  while ((most / k > longestMs || seconds / k > longestSeconds) && least / (k * 10) >= shortestMs) k *= 10;
  while (least / k < shortestMs) k /= 10;
  return { k };
}
