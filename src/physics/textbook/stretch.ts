/** The stretch of a run that may be compared with theory: since the last change, while nothing is broken. */

import type { Design, ScenarioEvent } from '../../design/design.ts';
import type { Frame } from '../../engine/frame.ts';
import { applyChange } from '../../runner/changes.ts';

export interface Stretch {
  /** The design as it is at the end of the newest frame: what it began with, and all that was changed since. */
  design: Design;
  /** Simulated second of the last change; 0 without any. */
  since: number;
  /** Somebody or the timeline has broken a part and not mended it. */
  isBroken: boolean;
}

/** What an event is about: of a part, one of its instances (an empty name: all) and the fault (an empty name: its health); of a wire the fault. */
interface Named {
  part: string;
  instance: string;
  fault: string;
  until: number;
}

/** Faults in force after an event, as far as it is known when they end. */
function withFault(faults: readonly Named[], event: ScenarioEvent): readonly Named[] {
  if ('field' in event) return faults;
  const isLink = 'link' in event;
  const fault = 'fault' in event ? event.fault : '';
  const instance = isLink || event.instance === null ? '' : String(event.instance);
  const until = 'seconds' in event && event.seconds !== undefined ? event.at + event.seconds : Infinity;
  const one: Named = { part: isLink ? `wire ${event.link}` : event.node, instance, fault, until };
  // whoever is made well again is rid of everything
  const isRecovery = event.act === 'recover';
  const kept = faults.filter(
    (old) => old.part !== one.part || (instance !== '' && old.instance !== instance) || (!isRecovery && old.fault !== one.fault),
  );
  return isRecovery || event.act === 'mend' || event.act === 'mend-link' ? kept : [...kept, one];
}

/**
 * @param startedFrom the design as it was when the run began
 * @param interventions what was done by hand since, each at its simulated second
 * @param time how far the run has come
 */
export function stretchOf(startedFrom: Design, interventions: readonly ScenarioEvent[], time: number): Stretch {
  const past = [...startedFrom.scenario, ...interventions].filter(({ at }) => at <= time).sort((a, b) => a.at - b.at);
  let design = startedFrom;
  let faults: readonly Named[] = [];
  for (const { at: _at, ...change } of past) design = applyChange(design, change as Parameters<typeof applyChange>[1]);
  for (const event of past) faults = withFault(faults, event);
  const ends = past.map((event) => event.at + ('seconds' in event ? (event.seconds ?? 0) : 0)).filter((end) => end <= time);
  return { design, since: Math.max(0, ...ends), isBroken: faults.some(({ until }) => until > time) };
}

/** Frames that lie wholly within the stretch. */
export function framesSince(frames: readonly Frame[], since: number): readonly Frame[] {
  const first = frames.findIndex(({ start }) => start >= since);
  return first < 0 ? [] : frames.slice(first);
}
