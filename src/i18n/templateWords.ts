/** Titles of ready designs and what each is about, for whoever chooses one. */

import type { templatesEn } from './late/templates.en.ts';
import type { LateText } from './lateText.ts';
import type { Widen } from './widen.ts';

export type TemplateWords = Widen<typeof templatesEn>;

export const templateWords: LateText<TemplateWords> = {
  en: async () => (await import('./late/templates.en.ts')).templatesEn,
  ko: async () => (await import('./late/templates.ko.ts')).templatesKo,
};
