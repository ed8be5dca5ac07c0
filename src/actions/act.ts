/** A user's act as data. Menus, tooltips, the keyboard, the command palette and the shortcut sheet all read the same list. */

import type { Text } from '../i18n/text.ts';
import { sessionStore } from '../store/sessionStore.ts';
import type { Shortcut } from './shortcut.ts';

export type ActId = keyof Text['actions'];

/** Where the shortcut sheet lists it. */
export type ActGroup = 'edit' | 'part' | 'run' | 'canvas' | 'file';

export interface Act {
  /** Also its name in the dictionary. */
  id: ActId;
  group: ActGroup;
  /** The first one is shown. */
  shortcuts: readonly Shortcut[];
  /** A key that is held does it again and again. */
  repeats?: true;
  /** Its shortcut is heard even while somebody types into a field. */
  everywhere?: true;
  /** By the stores as they are now. Why it cannot be done is worded in `i18n/late/commands.*.ts`. */
  enabled: () => boolean;
  perform: () => void;
}

export const always = (): boolean => true;
/** In a strict interview nobody looks things up, and nothing searches for them. */
export const unlessStrict = (): boolean => sessionStore.getState().interview !== 'strict';
