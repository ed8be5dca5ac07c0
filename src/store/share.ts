/** The link of what is on the screen: the run that was watched if it can be told as a design, else the design. */

import type { Design } from '../design/design.ts';
import type { SharedMoment } from '../design/sharedMoment.ts';
import type { SharedVerdict } from '../design/sharedVerdict.ts';
import { designStore } from './designStore.ts';
import { designToShare, runsAlike, withInterventions } from './replay.ts';
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
 * @param tells what the run came to here; a phone does not fetch what adds that up
 */
export async function shareLink(moment: SharedMoment | null = null, tells = true): Promise<{ link: string; length: number }> {
  const design = sharedDesign();
  const [{ encodeLink }, verdict] = await Promise.all([import('../design/codec.ts'), tells ? verdictNow(design) : null]);
  const link = `${location.href.replace(/[?#].*$/s, '')}#${await encodeLink(design, moment, verdict)}`;
  return { link, length: link.length };
}

/** What the run that was watched came to, if it was this design's. */
async function verdictNow(design: Design): Promise<SharedVerdict | null> {
  const { startedFrom, interventions, frames, layout } = runStore.getState();
  if (!startedFrom || !layout || !runsAlike(withInterventions(startedFrom, interventions), design)) return null;
  return (await import('./verdictNow.ts')).verdictOf(frames, layout);
}

/** The request that is followed, if any. */
export async function followedRequest(): Promise<SharedMoment['request']> {
  if (!sessionStore.getState().requestsOpen) return null;
  const { wanted } = (await import('./requests.ts')).requestsStore.getState();
  return wanted && { number: wanted.request, bornAt: wanted.bornAt };
}
