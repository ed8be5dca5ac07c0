/** The link of what is on the screen: the run that was watched if it can be told as a design, else the design. */

import type { Design } from '../design/design.ts';
import type { SharedMoment } from '../design/sharedMoment.ts';
import { designStore } from './designStore.ts';
import { designToShare } from './replay.ts';
import { runStore } from './runStore.ts';
import { sessionStore } from './sessionStore.ts';

/** See `designToShare` for the rule. */
export function sharedDesign(): Design {
  const { startedFrom, interventions } = runStore.getState();
  return designToShare(designStore.getState().design, startedFrom, interventions);
}

/**
 * The whole address, and how many characters it has. Switches of the address (`?…`) are this reader's and stay here.
 * @param moment where it shall be opened; left out: at its beginning
 */
export async function shareLink(moment: SharedMoment | null = null): Promise<{ link: string; length: number }> {
  const { encodeLink } = await import('../design/codec.ts');
  const link = `${location.href.replace(/[?#].*$/s, '')}#${await encodeLink(sharedDesign(), moment)}`;
  return { link, length: link.length };
}

/** The request that is followed, if any. */
export async function followedRequest(): Promise<SharedMoment['request']> {
  if (!sessionStore.getState().requestsOpen) return null;
  const { wanted } = (await import('./requests.ts')).requestsStore.getState();
  return wanted && { number: wanted.request, bornAt: wanted.bornAt };
}
