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

/** Where in the row of all instances a part has its own. */
interface Place {
  firstSlot: number;
  slots: number;
}

/**
 * Instances that are dead, silent or slow by a concealed event, and by nothing else: they are to be looked at as if they were well,
 * and give themselves away only by what they do to others.
 */
export function concealedSlots(notes: readonly Note[], scenario: readonly ScenarioEvent[], nodes: readonly Place[]): ReadonlySet<number> {
  if (!scenario.some(({ hidden }) => hidden)) return none;
  const shown = new Set(withoutConcealed(notes, scenario));
  const slots = new Set<number>();
  for (const note of notes) {
    const place = nodes[note.node];
    if (!place || !healths.includes(note.code)) continue;
    const isBroken = note.code !== 'recover' && note.code !== 'restarted';
    const [from, to] = note.instance < 0 ? [0, place.slots] : [note.instance, note.instance + 1];
    for (let slot = place.firstSlot + from; slot < place.firstSlot + to; slot++) {
      if (isBroken && !shown.has(note)) slots.add(slot);
      else slots.delete(slot);
    }
  }
  return slots;
}

const none: ReadonlySet<number> = new Set();
const healths: readonly Note['code'][] = ['crash', 'hang', 'slow', 'recover', 'restarted'];
