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

/** Faults in force after an event. An event without an instance is about all of a node. */
function withFault(faults: ReadonlySet<string>, event: ScenarioEvent): ReadonlySet<string> {
  if (event.act === 'set' || event.act === 'set-link' || event.act === 'set-workload') return faults;
  const all = `${event.node} `;
  const one = `${event.node} ${event.instance ?? ''}`;
  const kept = [...faults].filter((name) => (event.instance === null ? !name.startsWith(all) : name !== one));
  return new Set(event.act === 'recover' ? kept : [...kept, one]);
}

/**
 * @param startedFrom the design as it was when the run began
 * @param interventions what was done by hand since, each at its simulated second
 * @param time how far the run has come
 */
export function stretchOf(startedFrom: Design, interventions: readonly ScenarioEvent[], time: number): Stretch {
  const past = [...startedFrom.scenario, ...interventions].filter(({ at }) => at <= time).sort((a, b) => a.at - b.at);
  let design = startedFrom;
  let faults: ReadonlySet<string> = new Set();
  for (const { at: _at, ...change } of past) design = applyChange(design, change as Parameters<typeof applyChange>[1]);
  for (const event of past) faults = withFault(faults, event);
  return { design, since: past.at(-1)?.at ?? 0, isBroken: faults.size > 0 };
}

/** Frames that lie wholly within the stretch. */
export function framesSince(frames: readonly Frame[], since: number): readonly Frame[] {
  const first = frames.findIndex(({ start }) => start >= since);
  return first < 0 ? [] : frames.slice(first);
}
