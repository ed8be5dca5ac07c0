/** Ranges and ticks of the charts' axes. Pure. */

const timeSpans = [10, 20, 30, 60, 90, 120, 180, 240, 300, 450, 600, 900, 1200, 1800, 2700, 3600];

/**
 * The time axis ends at the next round span, so that it stands still while the run goes on and only steps now and then;
 * `longest` is where the run will end.
 */
export function timeRange(end: number, longest: number): readonly [number, number] {
  const span = timeSpans.find((s) => s >= end) ?? Math.ceil(end / 1800) * 1800;
  return [0, longest > 0 && span > longest && longest >= end ? longest : span];
}

/** Seconds between ticks of a time axis. */
export const timeSteps = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14_400, 36_000, 86_400];

/** "0:40", "12:00", "1:02:00": a tick stands on a whole second. */
export function clockTick(seconds: number): string {
  const whole = Math.round(seconds);
  const two = (n: number): string => String(n).padStart(2, '0');
  const minutes = Math.floor(whole / 60);
  if (minutes < 60) return `${minutes}:${two(whole % 60)}`;
  return `${Math.floor(minutes / 60)}:${two(minutes % 60)}:${two(whole % 60)}`;
}

/** From zero to a round number with headroom: 1, 2, 2.5 or 5 times a power of ten, never an empty range. */
export function linearRange(max: number): readonly [number, number] {
  if (!(max > 0)) return [0, 10];
  const power = 10 ** Math.floor(Math.log10(max * 1.02));
  const factor = [1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10].find((f) => f * power >= max * 1.02) ?? 10;
  return [0, factor * power];
}

/** Ticks of `linearRange`: as many as fit, on round numbers, zero and the top among them. */
export function linearTicks(max: number, most: number): readonly number[] {
  const power = 10 ** Math.floor(Math.log10(max));
  const steps = [0.1, 0.2, 0.25, 0.5, 1, 2, 2.5, 5].map((f) => f * power);
  const whole = (step: number): boolean => Math.abs(max / step - Math.round(max / step)) < 1e-9;
  const step = steps.find((s) => whole(s) && max / s <= most) ?? max;
  return Array.from({ length: Math.round(max / step) + 1 }, (_, i) => Number((i * step).toPrecision(12)));
}

/** Whole decades around the data; at least one, and one to ten milliseconds when there is no data. */
export function logRange(min: number, max: number): readonly [number, number] {
  if (!(min > 0) || !(max > 0)) return [0.001, 1];
  const low = 10 ** Math.floor(Math.log10(min) + 1e-9);
  const high = 10 ** Math.ceil(Math.log10(max) - 1e-9);
  return high > low ? [low, high] : [low, low * 10];
}

/** One tick per decade; `fine` ones between them (2 and 5) when there are at most two decades. */
export function logTicks(low: number, high: number): readonly number[] {
  const ticks: number[] = [];
  const decades = Math.round(Math.log10(high / low));
  for (let d = 0; d <= decades; d++) {
    const base = low * 10 ** d;
    ticks.push(Number(base.toPrecision(6)));
    if (decades <= 1 && d < decades) ticks.push(Number((base * 3).toPrecision(6)));
  }
  return ticks;
}
