import type { campaignEn } from '../../i18n/late/campaign.en.ts';
import type { LateText } from '../../i18n/lateText.ts';
import type { Widen } from '../../i18n/widen.ts';

export type CampaignText = Widen<typeof campaignEn>;

export const campaignText: LateText<CampaignText> = {
  en: async () => (await import('../../i18n/late/campaign.en.ts')).campaignEn,
  ko: async () => (await import('../../i18n/late/campaign.ko.ts')).campaignKo,
};
