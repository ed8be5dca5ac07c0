/** Is there enough data for a percentile? Three answered requests beyond it is the least that can be asked (R9 of the requirements). */

/** The least number of completed requests: 300 for p99, 3000 for p99.9, and never fewer than 20. */
export function leastFor(q: number): number {
  return Math.max(20, Math.round(3 / (1 - q)));
}
