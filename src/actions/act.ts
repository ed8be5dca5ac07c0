/** A user's act as data. Menus, tooltips, the keyboard and the shortcut sheet all read the same list. */

import type { Text } from '../i18n/text.ts';
import type { Shortcut } from './shortcut.ts';

export type ActId = keyof Text['actions'];

/** Where the shortcut sheet lists it. */
export type ActGroup = 'edit' | 'run' | 'canvas' | 'file';

export interface Act {
  /** Also its name in the dictionary. */
  id: ActId;
  group: ActGroup;
  /** The first one is shown. */
  shortcuts: readonly Shortcut[];
  /** By the stores as they are now. */
  enabled: () => boolean;
  perform: () => void;
}

export const always = (): boolean => true;
