/** Which stretch of the run is blamed: the newest minute, all of it, or what was dragged over in the charts. Pure. */

export type WhichStretch = 'charts' | 'minute' | 'whole';

const minuteSeconds = 60;
/** Shorter holds too few requests to speak of a tail. */
const leastSeconds = 1;

/**
 * @param until how far the run has been played, simulated seconds
 * @param zoom what the charts show, null for all of it
 * @returns null where nothing of it has been played
 */
export function stretchOf(
  which: WhichStretch,
  until: number,
  zoom: readonly [number, number] | null,
): { since: number; until: number } | null {
  if (which === 'charts' && !zoom) return null;
  const since = which === 'charts' ? zoom![0] : which === 'minute' ? Math.max(0, until - minuteSeconds) : 0;
  const end = which === 'charts' ? Math.min(until, zoom![1]) : until;
  return end - since >= leastSeconds ? { since, until: end } : null;
}
