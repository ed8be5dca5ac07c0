/** How many buckets an agenda's wheel is to have, and how wide they are. It changes how fast the agenda is, and no order. */

export const leastBuckets = 256;
const mostBuckets = 1 << 20;

/** So many that nearly all events find room: eight times as far as an event lies ahead on average, which is by Little's law the number waiting times the gap. */
export function bucketsFor(waiting: number): number {
  let buckets = leastBuckets;
  while (buckets < 16 * waiting && buckets < mostBuckets) buckets *= 2;
  return buckets;
}

/**
 * Buckets a second, each of half the mean gap between events: narrower was measured to gain little, wider costs sorting.
 * @param gap mean seconds from one event to the next, above 0
 */
export function bucketsPerSecond(buckets: number, waiting: number, gap: number): number {
  return Math.min(2 / gap, buckets / (4 * waiting * gap));
}

/** Whether a wheel is near enough to what it should be: to lay it out anew takes time. @param change how many times as narrow its buckets should be */
export function fits(had: number, wanted: number, change: number): boolean {
  return change < 2.5 && change > 0.4 && wanted < 4 * had && had < 8 * wanted;
}
