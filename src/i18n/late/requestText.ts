/** Words of the pane of requests; the canvas speaks some of them, too. */

import type { LateText } from '../lateText.ts';
import type { Widen } from '../widen.ts';
import type { requestsEn } from './requests.en.ts';

export type RequestText = Widen<typeof requestsEn>;

export const requestText: LateText<RequestText> = {
  en: async () => (await import('./requests.en.ts')).requestsEn,
  ko: async () => (await import('./requests.ko.ts')).requestsKo,
};
