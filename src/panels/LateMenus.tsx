/** Where menus of acts are put: what is in them comes with the menus' library, when a pointer or the focus is near one. */

import { late, useLate } from '../ui/late.ts';

/** What a menu with acts needs beside the menus' library. */
export const lateMenus = late(async () => (await import('./menus/menus.ts')).menus);

type Items = 'HearingItems' | 'LanguageItems' | 'MainMenu' | 'ThemeItems';

const itemsOf = (name: Items) =>
  function LateItems() {
    const Own = useLate(lateMenus)[name];
    return <Own />;
  };

export const MainMenuItems = itemsOf('MainMenu');
export const HearingItems = itemsOf('HearingItems');
export const LanguageItems = itemsOf('LanguageItems');
export const ThemeItems = itemsOf('ThemeItems');
