import type { commandsEn } from '../../i18n/late/commands.en.ts';
import { type LateText, useLateText } from '../../i18n/lateText.ts';
import type { Widen } from '../../i18n/widen.ts';

export type CommandText = Widen<typeof commandsEn>;

export const commandText: LateText<CommandText> = {
  en: async () => (await import('../../i18n/late/commands.en.ts')).commandsEn,
  ko: async () => (await import('../../i18n/late/commands.ko.ts')).commandsKo,
};

export const useCommandText = (): CommandText => useLateText(commandText);
