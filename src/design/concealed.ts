/** What the page does not show of a run whose timeline has concealed events: the notes of those events, until they are revealed. */

import type { Note } from '../engine/frame.ts';
import type { ScenarioEvent } from './design.ts';

/** Notes of what somebody did, or what a fault's time ended; what the system notices by itself is for everybody to see. */
const told: readonly Note['code'][] = ['crash', 'hang', 'slow', 'recover', 'change', 'struck', 'mended', 'link-struck', 'link-mended'];

export function withoutConcealed(notes: readonly Note[], scenario: readonly ScenarioEvent[]): readonly Note[] {
  const moments = new Set<number>();
  for (const event of scenario) {
    if (!event.hidden) continue;
    moments.add(event.at);
    if ('seconds' in event && event.seconds !== undefined) moments.add(event.at + event.seconds);
  }
  return moments.size === 0 ? notes : notes.filter(({ time, code }) => !moments.has(time) || !told.includes(code));
}
