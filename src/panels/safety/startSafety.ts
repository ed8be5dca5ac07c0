/** What keeps work safe, whatever befalls the page. Fetched right after the first picture. */

import type { safetyEn } from '../../i18n/late/safety.en.ts';
import { fetchText, type LateText } from '../../i18n/lateText.ts';
import { textOf } from '../../i18n/text.ts';
import type { Widen } from '../../i18n/widen.ts';
import { startOffline, watchLostParts } from '../../store/offline.ts';
import { sessionStore } from '../../store/sessionStore.ts';
import { startThisTab } from '../../store/thisTab.ts';
import { phoneQuery } from '../../ui/phone.ts';
import { tolerateMovedNodes } from '../../ui/tolerantDom.ts';

const safetyText: LateText<Widen<typeof safetyEn>> = {
  en: async () => (await import('../../i18n/late/safety.en.ts')).safetyEn,
  ko: async () => (await import('../../i18n/late/safety.ko.ts')).safetyKo,
};

const locale = () => sessionStore.getState().locale;

const sayThis = async (what: keyof typeof safetyEn): Promise<void> => {
  const [words, { say }] = await Promise.all([fetchText(safetyText, locale()), import('../../actions/toast.ts')]);
  say(words[what]);
};

const inviteFile = async (): Promise<string> => (await fetchText(safetyText, locale())).dropIt;

/** Called once, when the page stands. */
export function startSafety(): void {
  tolerateMovedNodes();
  startThisTab();
  // Each asks for what it needs by itself: named together they would all be named in the page's first script.
  void import('../../store/lastWords.ts').then(({ startLastWords }) => startLastWords());
  void import('../../store/erase.ts').then(({ hearErasing }) => hearErasing());
  void import('../../actions/drops.ts').then(({ startDrops }) => startDrops(() => void sayThis('oneFile'), inviteFile));
  void import('../../store/keepWork.ts').then(({ browserKeeper, startKeeping }) =>
    startKeeping(browserKeeper((what) => void sayThis(what))),
  );
  watchLostParts(() => textOf(locale()).panels.notLoaded.title);
  // Keeping everything means fetching the editor: not for somebody who only looks at a link on the way.
  if (!matchMedia(phoneQuery).matches || matchMedia('(display-mode: standalone)').matches) void startOffline();
}
