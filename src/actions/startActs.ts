/** The keyboard and the clipboard, ready for every act. Fetched after the canvas, with all that acts need. */

import { acts } from './acts.ts';
import { startClipboard } from './clipboard.ts';
import { startKeyboard } from './keyboard.ts';

/** Returns how to stop. */
export function startActs(): () => void {
  const stops = [startKeyboard(acts), startClipboard()];
  return () => {
    for (const stop of stops) stop();
  };
}
