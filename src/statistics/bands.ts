/** What many worlds did at each moment: the middle one and the band that holds nine of ten. For charts of runs that never settle. */

/**
 * The q-quantile of values in rising order, linear between neighbours (type 7 of Hyndman and Fan 1996, the default of R and NumPy).
 * NaN of none.
 */
export function quantileOfSorted(sorted: ArrayLike<number>, q: number): number {
  const at = q * (sorted.length - 1);
  const below = Math.floor(at);
  const low = sorted[below];
  const high = sorted[Math.min(below + 1, sorted.length - 1)];
  return sorted.length === 0 ? Number.NaN : low + (at - below) * (high - low);
}

export interface Bands {
  low: Float64Array;
  middle: Float64Array;
  high: Float64Array;
}

/**
 * Per frame the median over all series and the band from the `tail`- to the (1 - `tail`)-quantile.
 * @param series one per world, as long as each got; NaN where a frame measured nothing. Moments at which no world measured anything are NaN
 * @param tail share of worlds left out on each side; 0.05 leaves the middle 90 %
 */
export function bandsOf(series: readonly ArrayLike<number>[], tail = 0.05): Bands {
  const length = series.reduce((longest, each) => Math.max(longest, each.length), 0);
  const bands = { low: new Float64Array(length), middle: new Float64Array(length), high: new Float64Array(length) };
  for (let frame = 0; frame < length; frame++) {
    const values = Float64Array.from(
      series.map((each) => (frame < each.length ? each[frame] : Number.NaN)).filter((v) => !Number.isNaN(v)),
    );
    values.sort();
    bands.low[frame] = quantileOfSorted(values, tail);
    bands.middle[frame] = quantileOfSorted(values, 0.5);
    bands.high[frame] = quantileOfSorted(values, 1 - tail);
  }
  return bands;
}
