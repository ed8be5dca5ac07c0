import type { notebookEn } from '../../i18n/late/notebook.en.ts';
import type { LateText } from '../../i18n/lateText.ts';
import type { Widen } from '../../i18n/widen.ts';

export type NotebookText = Widen<typeof notebookEn>;

export const notebookText: LateText<NotebookText> = {
  en: async () => (await import('../../i18n/late/notebook.en.ts')).notebookEn,
  ko: async () => (await import('../../i18n/late/notebook.ko.ts')).notebookKo,
};
