/** Simulated seconds per second, as the speed slider offers them; the last is "as fast as it goes". */
export const speeds = [0.1, 0.25, 0.5, 1, 2, 4, 8, 16, 32, 64, Number.POSITIVE_INFINITY] as const;

/** Place of a speed on the ladder; one between two steps counts as the lower. */
export function speedStep(speed: number): number {
  const step = speeds.findLastIndex((each) => each <= speed);
  return Math.max(0, step);
}
