/** The words of the design note, fetched when one is made. */

import type { designNoteEn } from '../../i18n/late/designNote.en.ts';
import type { LateText } from '../../i18n/lateText.ts';
import type { Widen } from '../../i18n/widen.ts';

export type NoteWords = Widen<typeof designNoteEn>;

export const noteWords: LateText<NoteWords> = {
  en: async () => (await import('../../i18n/late/designNote.en.ts')).designNoteEn,
  ko: async () => (await import('../../i18n/late/designNote.ko.ts')).designNoteKo,
};
