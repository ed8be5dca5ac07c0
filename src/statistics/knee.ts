/**
 * Where a curve bends: the "knee" beyond which more of x costs much more (or brings hardly any more) of y. Kneedle, offline form:
 * Satopää, Albrecht, Irwin and Raghavan, "Finding a Kneedle in a Haystack", ICDCS Workshops 2011. Their smoothing spline is left out:
 * points here are few, and each is already a mean over worlds.
 */

/** What y says: a cost, of which the knee is the last point before it gets steep; or a gain, of which it is where hardly more comes. */
export type Meaning = 'cost' | 'gain';

export interface Knee {
  /** Position in the given lists. */
  at: number;
  /** How far the curve lies from its chord there, as a share of its whole rise: 0 is a straight line. */
  bend: number;
}

/** Flatter than this and every point is as good a knee as any other. */
const leastBend = 0.1;
/** Their S: how many mean steps of x the curve has to come back towards the chord before a bend counts as over. */
const usualSensitivity = 1;

/**
 * @param x rising; scale as it is looked at (logarithms, where the axis is logarithmic)
 * @param y one per x, in any unit; points that are not finite are passed over
 * @param meaning a cost bends upwards (their convex shapes), a gain downwards: a curve that does both is looked at that way
 * @param noise the half width of y's widest interval: a curve that rises by less than twice this has no knee that anybody could see
 * @returns null for fewer than four points, a straight line, a curve within its noise, or a bend that never comes back
 */
export function kneeOf(
  x: readonly number[],
  y: readonly number[],
  meaning: Meaning,
  noise = 0,
  sensitivity = usualSensitivity,
): Knee | null {
  const there = x.flatMap((_, i) => (Number.isFinite(x[i]) && Number.isFinite(y[i]) ? [i] : []));
  if (there.length < 4) return null;
  const ys = there.map((i) => y[i]);
  const [left, right] = [x[there[0]], x[there[there.length - 1]]];
  const [low, high] = [Math.min(...ys), Math.max(...ys)];
  if (!(right > left) || high - low <= 2 * noise || high === low) return null;
  const across = there.map((i) => (x[i] - left) / (right - left));
  const up = ys.map((value) => (value - low) / (high - low));
  const rises = up[up.length - 1] >= up[0];
  // Every shape is turned into the one of their paper: rising, and above its chord.
  const level = rises ? up : up.map((value) => 1 - value);
  const above = rises === (meaning === 'gain');
  const difference = level.map((value, i) => (above ? value - across[i] : across[i] - value));
  return highestBend(difference, across, sensitivity, there);
}

/** The highest of the bends that their threshold confirms: in a short curve the first may be a wobble before the real one. */
function highestBend(difference: readonly number[], across: readonly number[], sensitivity: number, there: readonly number[]): Knee | null {
  const step = (across[across.length - 1] - across[0]) / (across.length - 1);
  let best: Knee | null = null;
  for (let i = 1; i < difference.length - 1; i++) {
    if (difference[i] < difference[i - 1] || difference[i] < difference[i + 1] || difference[i] < leastBend) continue;
    const threshold = difference[i] - sensitivity * step;
    let isOver = false;
    for (let j = i + 1; j < difference.length && !isOver; j++) {
      if (difference[j] > difference[i]) break;
      isOver = difference[j] < threshold;
    }
    if (isOver && (best === null || difference[i] > best.bend)) best = { at: there[i], bend: difference[i] };
  }
  return best;
}
