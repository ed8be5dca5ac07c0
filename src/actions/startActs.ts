/** The keyboard and the clipboard, ready for every act. Fetched after the canvas, with all that acts need. */

import { interviewKey } from '../store/interviewKey.ts';
import { acts } from './acts.ts';
import { startClipboard } from './clipboard.ts';
import { startKeyboard } from './keyboard.ts';

/** Returns how to stop. */
export function startActs(): () => void {
  void resume();
  const stops = [startKeyboard(acts), startClipboard()];
  return () => {
    for (const stop of stops) stop();
  };
}

/** An interview that a reload ended goes on. */
async function resume(): Promise<void> {
  try {
    if (localStorage.getItem(interviewKey) === null) return;
  } catch {
    return;
  }
  await (await import('../store/interview.ts')).resumeInterview();
}
