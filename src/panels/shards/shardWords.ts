import type { shardsEn } from '../../i18n/late/shards.en.ts';
import type { LateText } from '../../i18n/lateText.ts';
import type { Widen } from '../../i18n/widen.ts';

export type ShardText = Widen<typeof shardsEn>;

export const shardText: LateText<ShardText> = {
  en: async () => (await import('../../i18n/late/shards.en.ts')).shardsEn,
  ko: async () => (await import('../../i18n/late/shards.ko.ts')).shardsKo,
};
