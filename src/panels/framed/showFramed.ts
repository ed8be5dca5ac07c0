/** In the place of the page where another page frames it: why nothing is shown, and the way out. Nothing of the editor is fetched for it. */

import type { framedEn } from '../../i18n/late/framed.en.ts';
import type { Widen } from '../../i18n/widen.ts';

const words = {
  en: async (): Promise<Widen<typeof framedEn>> => (await import('../../i18n/late/framed.en.ts')).framedEn,
  ko: async (): Promise<Widen<typeof framedEn>> => (await import('../../i18n/late/framed.ko.ts')).framedKo,
};

/** Writes into the words of the frame that `index.html` has drawn already. */
export async function showFramed(): Promise<void> {
  const { why, open } = await words[document.documentElement.lang === 'ko' ? 'ko' : 'en']();
  const place = document.querySelector('#root .words');
  if (!place) return;
  const reason = document.createElement('p');
  reason.textContent = why;
  const way = document.createElement('a');
  way.textContent = open;
  way.href = location.href;
  way.target = '_blank';
  way.rel = 'noopener';
  place.replaceChildren(reason, way);
}
