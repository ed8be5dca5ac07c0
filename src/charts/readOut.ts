/** Numbers of a column as the legend says them. */

import type { Text } from '../i18n/text.ts';
import { formatDuration, formatNumber, formatShare, nothing } from '../ui/format.ts';

export const perSecondText = (value: number): string => formatNumber(value, '/s');
/** Durations with the language's words for minutes and hours. */
export const secondsTextIn =
  (t: Text) =>
  (seconds: number): string =>
    formatDuration(seconds, t.common.duration);
export const shareText = (value: number): string => formatShare(value);

export function readOut(values: readonly (number | null)[], format: (value: number) => string): (index: number) => string {
  return (index) => {
    const value = values[index] ?? null;
    return value === null ? nothing : format(value);
  };
}
