import type { economyEn } from '../../i18n/late/economy.en.ts';
import type { LateText } from '../../i18n/lateText.ts';
import type { Widen } from '../../i18n/widen.ts';

export type EconomyText = Widen<typeof economyEn>;

export const economyText: LateText<EconomyText> = {
  en: async () => (await import('../../i18n/late/economy.en.ts')).economyEn,
  ko: async () => (await import('../../i18n/late/economy.ko.ts')).economyKo,
};

/** Dollars: whole ones from a hundred on. */
export function usd(value: number): string {
  const rounded = value >= 100 ? Math.round(value) : Math.round(value * 100) / 100;
  const [whole = '0', part = ''] = (value >= 100 ? String(rounded) : rounded.toFixed(2)).split('.');
  return `$${whole.replace(/\B(?=(\d{3})+(?!\d))/g, ',')}${part ? `.${part}` : ''}`;
}
