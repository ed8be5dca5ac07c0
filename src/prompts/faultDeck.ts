/**
 * Faults that befall whatever a candidate has drawn: an interviewer picks from them, and the drill draws one. They find their parts as the
 * chaos of prompts does. Those without an end wait for the candidate. Pure.
 */

import type { Design, Id, ScenarioEvent } from '../design/design.ts';
import { eventsOf } from './chaos.ts';
import type { Chaos } from './prompt.ts';
import type { Calls } from './targets.ts';

/** What somebody who looks at it would say of it. */
export const faultSorts = ['dead', 'silent', 'slow', 'cut', 'traffic'] as const;
export type FaultSort = (typeof faultSorts)[number];

/** Only ever added to: links of interviewers name them. */
export const deckIds = [
  'server-dies',
  'server-hangs',
  'servers-slow',
  'database-dies',
  'database-slow',
  'cache-dies',
  'cache-hangs',
  'queue-dies',
  'worker-hangs',
  'entrance-dies',
  'files-slow',
  'place-cut',
  'place-lost',
  'surge',
] as const;
export type DeckId = (typeof deckIds)[number];

export const isDeckId = (text: string): text is DeckId => deckIds.some((id) => id === text);

type WithoutFrame<T> = T extends unknown ? Omit<T, 'id' | 'at' | 'seconds'> : never;
export interface DeckFault {
  sort: FaultSort;
  what: WithoutFrame<Chaos>;
}

const strike = (
  kinds: Extract<Chaos, { strike: unknown }>['strike']['target']['kinds'],
  fault: 'crash' | 'hang',
  pick: 'busiest' | 'all' = 'busiest',
) => ({
  strike: { target: { kinds, pick, instance: 'one' as const }, fault },
});
const slow = (kinds: Extract<Chaos, { strike: unknown }>['strike']['target']['kinds'], value: number) => ({
  strike: { target: { kinds, pick: 'busiest' as const, instance: 'all' as const }, fault: 'slow', value },
});

export const faultDeck: Readonly<Record<DeckId, DeckFault>> = {
  'server-dies': { sort: 'dead', what: strike(['web-server', 'service'], 'crash') },
  'server-hangs': { sort: 'silent', what: strike(['web-server', 'service'], 'hang') },
  'servers-slow': { sort: 'slow', what: slow(['web-server', 'service'], 5) },
  'database-dies': { sort: 'dead', what: strike(['database', 'nosql'], 'crash') },
  'database-slow': { sort: 'slow', what: slow(['database', 'nosql'], 5) },
  'cache-dies': { sort: 'dead', what: strike(['cache'], 'crash') },
  'cache-hangs': { sort: 'silent', what: strike(['cache'], 'hang') },
  'queue-dies': { sort: 'dead', what: strike(['queue'], 'crash') },
  'worker-hangs': { sort: 'silent', what: strike(['worker'], 'hang') },
  'entrance-dies': { sort: 'dead', what: strike(['load-balancer', 'api-gateway'], 'crash') },
  'files-slow': { sort: 'slow', what: slow(['object-storage'], 5) },
  'place-cut': { sort: 'cut', what: { place: { pick: 'busiest', act: 'cut' } } },
  'place-lost': { sort: 'dead', what: { place: { pick: 'busiest', act: 'lose' } } },
  surge: { sort: 'traffic', what: { workload: { field: 'traffic', value: 3 } } },
};

/**
 * The fault as events of a design at a simulated second; none where it has no such part, or one place only.
 * @param calls how busy the parts are in the run that is watched; asked only where it makes a difference
 */
export function deckEvents(id: DeckId, design: Design, at: number, calls: () => Calls): ScenarioEvent[] {
  const { what } = faultDeck[id];
  if ('place' in what && design.groups.length < 2) return [];
  return eventsOf({ ...what, id, at } as Chaos, design, 0, calls);
}

/** Parts that events befall; of wires, what stands at both ends. */
export function befallen(events: readonly ScenarioEvent[], { links }: Pick<Design, 'links'>): Id[] {
  const parts = events.flatMap((event) => {
    if ('node' in event) return [event.node];
    if (!('link' in event)) return [];
    const link = links.find(({ id }) => id === event.link);
    return link ? [link.from, link.to] : [];
  });
  return [...new Set(parts)];
}
