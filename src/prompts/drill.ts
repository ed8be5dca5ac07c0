/**
 * The failure drill: one concealed fault in the design that was drawn, at a second nobody was told. Which fault and when is drawn when the
 * interview begins; the candidate has to say what broke, and to make the users well again. Pure.
 */

import type { Design, Id, ScenarioEvent } from '../design/design.ts';
import type { Frame, FrameLayout } from '../engine/frame.ts';
import { streamOf } from '../engine/luck.ts';
import { recoveryIn, recoveryRule } from '../runner/failovers.ts';
import { befallen, type DeckId, deckEvents, deckIds, type FaultSort, faultDeck } from './faultDeck.ts';
import type { Calls } from './targets.ts';

/** Simulated seconds of peace before it strikes. */
const earliest = 20;
const latest = 60;

export interface Drill {
  fault: DeckId;
  /** Simulated second of the run at which it strikes. */
  at: number;
  events: readonly ScenarioEvent[];
  /** What it befalls. */
  parts: readonly Id[];
  /** Seconds of the interview: when it struck, was named, and when the users were well again for half a minute; null while that is not so. */
  struckAt: number | null;
  namedAt: number | null;
  wellAt: number | null;
  /** Answers that were wrong. */
  wrong: number;
  isOver: boolean;
}

/** A short text of what was drawn, to be shown before: nobody can change it afterwards. */
export function drillMark(luck: string): string {
  const { k0, k1 } = streamOf('drill', luck);
  return [k0, k1].map((half) => (half >>> 0).toString(16).padStart(8, '0')).join('');
}

/** The second that was drawn. */
export const drillSecond = (luck: string): number => earliest + ((streamOf(luck, 'second').k1 >>> 0) % (latest - earliest));

/** The faults in the order in which they were drawn: the first one that the design has a part for is taken. */
export const drawnFaults = (luck: string): DeckId[] =>
  deckIds
    .map((id): [DeckId, number] => [id, streamOf(luck, id).k0 >>> 0])
    .sort((a, b) => a[1] - b[1])
    .map(([id]) => id);

/**
 * The drill of a design; null where nothing of the deck can befall it.
 * @param calls how busy the parts are in the run that is watched
 */
export function drillFor(luck: string, design: Design, calls: () => Calls): Drill | null {
  const at = drillSecond(luck);
  const well = withoutHidden(design);
  for (const fault of drawnFaults(luck)) {
    const events = deckEvents(fault, well, at, calls).map((event): ScenarioEvent => ({ ...event, hidden: true }));
    if (events.length === 0) continue;
    return { fault, at, events, parts: befallen(events, well), struckAt: null, namedAt: null, wellAt: null, wrong: 0, isOver: false };
  }
  return null;
}

/** Without what is concealed: what a candidate drew. The same object where there is nothing concealed. */
export const withoutHidden = (design: Design): Design =>
  design.scenario.some(({ hidden }) => hidden) ? { ...design, scenario: design.scenario.filter(({ hidden }) => !hidden) } : design;

/** With the drill's fault on its timeline, as far as its parts are still there; the same object where it is already so. */
export function withDrill(design: Design, events: readonly ScenarioEvent[]): Design {
  const has = (event: ScenarioEvent) =>
    'node' in event
      ? design.nodes.some(({ id }) => id === event.node)
      : !('link' in event) || design.links.some(({ id }) => id === event.link);
  const wanted = events.filter(has);
  const there = design.scenario.filter(({ hidden }) => hidden);
  if (there.length === wanted.length && wanted.every((event, i) => JSON.stringify(event) === JSON.stringify(there[i]))) return design;
  return { ...design, scenario: [...withoutHidden(design).scenario, ...wanted].sort((a, b) => a.at - b.at) };
}

/** Whether an answer names what broke. Of more traffic nobody has to name a part. */
export const isNamed = ({ fault, parts }: Pick<Drill, 'fault' | 'parts'>, part: Id, sort: FaultSort): boolean =>
  faultDeck[fault].sort === sort && (sort === 'traffic' || parts.includes(part));

/** Whether the users have been well for half a minute since the fault struck: it was repaired, or the design took it. */
export function isWell(frames: readonly Frame[], layout: FrameLayout, at: number): boolean {
  const since = frames.filter(({ start }) => start >= at);
  const { at: from } = recoveryIn(since, layout, at);
  return from !== null && (since.at(-1)?.end ?? 0) - from >= recoveryRule.seconds;
}
