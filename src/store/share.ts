/** The link of what is on the screen: the run that was watched if it can be told as a design, else the design. */

import type { Design } from '../design/design.ts';
import { designStore } from './designStore.ts';
import { designToShare } from './replay.ts';
import { runStore } from './runStore.ts';

/** See `designToShare` for the rule. */
export function sharedDesign(): Design {
  const { startedFrom, interventions } = runStore.getState();
  return designToShare(designStore.getState().design, startedFrom, interventions);
}

/** The whole address, and how many characters it has. Switches of the address (`?…`) are this reader's and stay here. */
export async function shareLink(): Promise<{ link: string; length: number }> {
  const { encodeLink } = await import('../design/codec.ts');
  const link = `${location.origin}${location.pathname}#${await encodeLink(sharedDesign())}`;
  return { link, length: link.length };
}
