/** All menus of acts, as one chunk. */

import { ActMenuItem } from './ActMenuItem.tsx';
import { HearingItems, LanguageItems, ThemeItems } from './ChoiceItems.tsx';
import { MainMenu } from './MainMenu.tsx';

export const menus = { ActMenuItem, HearingItems, LanguageItems, MainMenu, ThemeItems };
