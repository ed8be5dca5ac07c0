/**
 * Numbers as people read them: three significant digits, a unit, never NaN, Infinity or a negative zero. The engine's -1
 * for "nothing to measure" is the caller's to know; durations below zero read as nothing here because no time is negative.
 */

/** What stands where there is no number. */
export const nothing = '–';

/** Beyond this a number is a mistake, and a double no longer counts ones. */
const largest = 1e15;
const isShowable = (value: number): boolean => Math.abs(value) < largest;

const space = '\u00a0';
/** Units that stand close to their number. */
const close = new Set(['%', '/s', '×']);

/** Three significant digits, grouped; millions and billions shortened. Without unit. */
function digits(value: number): string {
  const size = Math.abs(value);
  if (size === 0) return '0';
  if (size < 0.000_5) return value < 0 ? '>-0.001' : '<0.001';
  if (size >= 999.5e6) return `${significant(value / 1e9)}B`;
  if (size >= 999_500) return `${significant(value / 1e6)}M`;
  return significant(value);
}

function significant(value: number): string {
  const rounded = Number(value.toPrecision(3));
  if (rounded === 0) return '0';
  const size = Math.abs(rounded);
  const decimals = size >= 100 ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : 3;
  const [whole = '0', part = ''] = size.toFixed(decimals).split('.');
  const kept = part.replace(/0+$/, '');
  return `${rounded < 0 ? '-' : ''}${grouped(whole)}${kept ? `.${kept}` : ''}`;
}

function grouped(whole: string): string {
  return whole.replace(/\B(?=(\d{3})+(?!\d))/g, ',');
}

function withUnit(text: string, unit: string): string {
  const shown = unit === 'x' ? '×' : unit;
  if (shown === '') return text;
  return close.has(shown) ? text + shown : text + space + shown;
}

/** A measured number: `formatNumber(1234.5, '/s')` is "1,230/s". `unit` is shown as given, `x` as a multiplication sign. */
export function formatNumber(value: number, unit = ''): string {
  return isShowable(value) ? withUnit(digits(value), unit) : nothing;
}

/** A count of things, exact to the last one. */
export function formatCount(value: number, unit = ''): string {
  if (!isShowable(value)) return nothing;
  const whole = Math.round(value);
  if (whole === 0) return withUnit('0', unit);
  return withUnit(`${whole < 0 ? '-' : ''}${grouped(String(Math.abs(whole)))}`, unit);
}

/** A setting exactly as it was set (a box must not round what was typed into it), at most six decimals. */
export function formatExact(value: number, unit = ''): string {
  if (!isShowable(value)) return nothing;
  const rounded = Number(value.toFixed(6));
  if (rounded === 0) return withUnit('0', unit);
  const [whole = '0', part = ''] = String(Math.abs(rounded)).split('.');
  return withUnit(`${rounded < 0 ? '-' : ''}${grouped(whole)}${part ? `.${part}` : ''}`, unit);
}

/** Nearer to all than this is what sums of floating point leave of it: no count of requests is as long. */
const asGoodAsAll = 1 - 1e-12;

/**
 * A share of one as percent: 0.714 is "71.4%". Nines count: from 99 % on it keeps the digits that say how much is missing and rounds
 * down, so that only all of it reads 100 %.
 */
export function formatShare(share: number): string {
  if (!(share >= 0.99 && share < asGoodAsAll)) return formatNumber(share * 100, '%');
  if (share > 0.999_99) return '>99.999%';
  const steps = share < 0.999 ? 100 : 1000;
  // The smallest nudge undoes what 0.9993 * 100 does to whole steps.
  return formatExact(Math.floor(share * 100 * steps + 1e-6) / steps, '%');
}

export interface DurationWords {
  minute: string;
  hour: string;
  second: string;
}

const shortWords: DurationWords = { minute: `${space}min`, hour: `${space}h`, second: `${space}s` };

/** Seconds, in the unit that suits them: "0.41 ms", "41.2 ms", "2.1 s", "3 min 20 s", "2 h 5 min". */
export function formatDuration(seconds: number, words: DurationWords = shortWords): string {
  if (!isShowable(seconds) || seconds < 0) return nothing;
  if (seconds === 0) return withUnit('0', 'ms');
  if (seconds < 0.001) return withUnit(significant(seconds * 1e6), 'µs');
  if (seconds < 0.9995) return withUnit(significant(seconds * 1000), 'ms');
  if (seconds < 59.95) return significant(seconds) + words.second;
  const whole = Math.round(seconds);
  if (whole < 3600) return pair(Math.floor(whole / 60), words.minute, whole % 60, words.second);
  const minutes = Math.round(seconds / 60);
  return pair(Math.floor(minutes / 60), words.hour, minutes % 60, words.minute);
}

function pair(big: number, bigWord: string, small: number, smallWord: string): string {
  const head = `${grouped(String(big))}${bigWord}`;
  return small === 0 ? head : `${head}${space}${small}${smallWord}`;
}

/** A moment of simulated time: "0:41.2", "1:02:03.4". Rounds down, so that the clock never runs ahead. */
export function formatClock(seconds: number): string {
  if (!isShowable(seconds) || seconds < 0) return nothing;
  // The smallest nudge undoes what 0.1 + 0.2 does to whole tenths.
  const tenths = Math.floor(seconds * 10 + 1e-6);
  const hours = Math.floor(tenths / 36_000);
  const minutes = Math.floor(tenths / 600) % 60;
  const rest = `${String(Math.floor(tenths / 10) % 60).padStart(2, '0')}.${tenths % 10}`;
  return hours > 0 ? `${hours}:${String(minutes).padStart(2, '0')}:${rest}` : `${minutes}:${rest}`;
}

/** Things per second. */
export function formatRate(perSecond: number): string {
  return formatNumber(perSecond, '/s');
}
