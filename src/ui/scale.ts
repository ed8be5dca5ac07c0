/** Where a value stands on a slider, and which round value a place on the slider means. Pure arithmetic. */

export interface Range {
  min: number;
  max: number;
  integer?: boolean | undefined;
  scale?: 'linear' | 'log' | undefined;
}

/** Lowest value above zero that a logarithmic slider reaches when its range starts at zero; the left end itself is zero. */
function floorOf(range: Range): number {
  if (range.min > 0) return range.min;
  return range.integer ? 1 : Math.min(1, 10 ** (Math.round(Math.log10(range.max)) - 4));
}

/** Share of the slider, 0 to 1, that a logarithmic range from zero keeps for zero itself. */
const zeroShare = 0.04;

export function placeOf(range: Range, value: number): number {
  if (range.scale !== 'log') return (value - range.min) / (range.max - range.min || 1);
  const floor = floorOf(range);
  const start = range.min > 0 ? 0 : zeroShare;
  if (value < floor) return 0;
  return start + ((1 - start) * Math.log(value / floor)) / Math.log(range.max / floor);
}

export function valueAt(range: Range, place: number): number {
  if (place <= 0) return range.min;
  if (place >= 1) return range.max;
  if (range.scale !== 'log') return within(range, roundTo(range.min + place * (range.max - range.min), stepOf(range)));
  const floor = floorOf(range);
  const start = range.min > 0 ? 0 : zeroShare;
  if (place < start) return place < start / 2 ? range.min : floor;
  return within(range, Number((floor * (range.max / floor) ** ((place - start) / (1 - start))).toPrecision(2)));
}

/** The next round value in a direction; at the ends, the end. A step is never so small that nothing changes. */
export function nextValue(range: Range, value: number, direction: 1 | -1, steps = 1): number {
  if (range.scale !== 'log') return within(range, roundTo(value + direction * steps * stepOf(range), stepOf(range)));
  const here = placeOf(range, value);
  for (let i = steps; i <= 200; i++) {
    const next = valueAt(range, here + (direction * i) / 200);
    if (direction > 0 ? next > value : next < value) return next;
  }
  return direction > 0 ? range.max : range.min;
}

/** A round hundredth of a linear range: 1, 2 or 5 times a power of ten. */
function stepOf(range: Range): number {
  const rough = (range.max - range.min) / 100;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 5].find((m) => m * power >= rough * 0.999) ?? 10) * power;
  return range.integer ? Math.max(1, Math.round(step)) : step;
}

function roundTo(value: number, step: number): number {
  return Number((Math.round(value / step) * step).toPrecision(12));
}

/** Inside the range, and whole where the range is of whole numbers. */
export function within(range: Range, value: number): number {
  const whole = range.integer ? Math.round(value) : value;
  return Math.min(range.max, Math.max(range.min, whole));
}

/** Digits and marks of other keyboards as ours: wide ones of East Asia, Arabic and Persian ones, the minus of typesetters. */
const plainDigits = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) & 15))
    .replace(/\u066b/g, '.')
    .replace(/[\u066c\u060c]/g, ',')
    .replace(/\u2212/g, '-');

/** What somebody typed: "1,5" and "1.5" are the same, "1,500" is a thousand, and so is "1.500,0". Null when it is no number. */
export function parseNumber(text: string): number | null {
  const trimmed = plainDigits(text).replace(/[\s_'\u2019\u200e\u200f\u061c]/g, '');
  const isGroupedByDots = /^[-+]?\d{1,3}((\.\d{3})+,\d*|(\.\d{3}){2,})$/.test(trimmed);
  const ours = isGroupedByDots ? trimmed.replaceAll('.', '') : trimmed;
  const plain = /^[-+]?\d{1,3}(,\d{3})+(\.\d*)?$/.test(ours) ? ours.replaceAll(',', '') : ours.replace(',', '.');
  if (!/^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d{1,3})?$/i.test(plain)) return null;
  const value = Number(plain);
  return Number.isFinite(value) ? value : null;
}
