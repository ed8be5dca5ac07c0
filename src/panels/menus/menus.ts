/** All menus of acts, as one chunk. */

import { ActMenuItem } from './ActMenuItem.tsx';
import { MainMenu } from './MainMenu.tsx';

export const menus = { ActMenuItem, MainMenu };
