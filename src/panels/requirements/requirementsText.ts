import type { TargetName } from '../../design/targets.ts';
import type { requirementsEn } from '../../i18n/late/requirements.en.ts';
import type { LateText } from '../../i18n/lateText.ts';
import type { Text } from '../../i18n/text.ts';
import type { Widen } from '../../i18n/widen.ts';
import { formatCount, formatDuration, formatExact, formatNumber } from '../../ui/format.ts';

export type RequirementsText = Widen<typeof requirementsEn>;

export const requirementsText: LateText<RequirementsText> = {
  en: async () => (await import('../../i18n/late/requirements.en.ts')).requirementsEn,
  ko: async () => (await import('../../i18n/late/requirements.ko.ts')).requirementsKo,
};

/** A number in the unit of its target, as it is read. Shares keep the digits that a promise of nines hangs on. */
export function targetText(name: TargetName, value: number, t: Text): string {
  switch (name) {
    case 'p99Ms':
      return formatDuration(value / 1000, t.common.duration);
    case 'availabilityPercent':
    case 'stalePercent':
      return `${formatExact(Math.floor(value * 1e4) / 1e4)}%`;
    case 'lostWrites':
      return formatCount(value);
    case 'rtoSeconds':
    case 'rpoSeconds':
      return formatDuration(value, t.common.duration);
    case 'monthlyUsd':
      return formatNumber(value, 'USD');
  }
}
