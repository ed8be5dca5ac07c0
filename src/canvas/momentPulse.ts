/**
 * How every instance was in a second of the past, in the same form as how it is now: what frames say of load and waiting lines, what notes
 * say of who was broken. Nothing is smoothed: it was so. Pure.
 */

import type { Frame, FrameLayout, Note } from '../engine/frame.ts';
import { HEALTH } from '../engine/plan.ts';
import { GLANCE } from '../runner/protocol.ts';
import { createPulse, type Pulse, takeGlance } from './pulse.ts';
import { columnBySlot } from './readings.ts';

interface Place {
  firstSlot: number;
  slots: number;
}

/** A frame, or several of them put together. */
export type FrameLike = Pick<Frame, 'start' | 'end' | 'values'>;

/** Where the instances' numbers stand in frames of a layout. */
export interface MomentColumns {
  nodes: readonly Place[];
  slots: number;
  of: Readonly<Record<'utilization' | 'queue' | 'inside' | 'arrived' | 'isPrimary', Int32Array>>;
}

export function momentColumns(layout: FrameLayout, nodes: readonly Place[]): MomentColumns {
  const column = (metric: string): Int32Array => columnBySlot(layout, nodes, metric);
  const last = nodes.at(-1);
  return {
    nodes,
    slots: last ? last.firstSlot + last.slots : 0,
    of: {
      utilization: column('utilization'),
      queue: column('queue'),
      inside: column('inside'),
      arrived: column('arrived'),
      isPrimary: column('isPrimary'),
    },
  };
}

/** @param notes all of the run, oldest first @param time the moment, simulated seconds @param hidden slots that are to look well */
export function momentPulse(
  frame: FrameLike,
  { nodes, slots, of }: MomentColumns,
  notes: readonly Note[],
  time: number,
  hidden: ReadonlySet<number>,
): Pulse {
  const pulse = createPulse(slots);
  const rows = new Float32Array(slots * GLANCE.size);
  const { health, slowFactor, since } = healthsAt(notes, nodes, slots, time);
  for (let slot = 0; slot < slots; slot++) {
    const valueOf = (columns: Int32Array): number => (columns[slot] < 0 ? 0 : frame.values[columns[slot]]);
    const row = slot * GLANCE.size;
    const busy = of.utilization[slot] < 0 ? 0 : frame.values[of.utilization[slot]];
    rows[row + GLANCE.exists] = busy < 0 ? 0 : 1;
    rows[row + GLANCE.health] = hidden.has(slot) ? HEALTH.up : health[slot];
    rows[row + GLANCE.slowFactor] = hidden.has(slot) ? 1 : slowFactor[slot];
    rows[row + GLANCE.utilization] = Math.max(0, busy);
    rows[row + GLANCE.queue] = Math.max(0, valueOf(of.queue));
    // On average over the second: somebody was inside, or came.
    rows[row + GLANCE.inside] = valueOf(of.inside) + valueOf(of.arrived) > 0 ? 1 : 0;
    rows[row + GLANCE.isPrimary] = valueOf(of.isPrimary) > 0.5 ? 1 : 0;
    pulse.mean[slot] = busy;
  }
  takeGlance(pulse, rows, time, true);
  for (let slot = 0; slot < slots; slot++) if (pulse.downSince[slot] >= 0) pulse.downSince[slot] = since[slot];
  return pulse;
}

/** Who was dead, silent or slow at a moment, and since when, by what was noted until then. */
function healthsAt(notes: readonly Note[], nodes: readonly Place[], slots: number, time: number) {
  const health = new Uint8Array(slots).fill(HEALTH.up);
  const slowFactor = new Float32Array(slots).fill(1);
  const since = new Float64Array(slots).fill(-1);
  for (const { time: at, code, node, instance, value } of notes) {
    if (at > time) break;
    const place = nodes[node];
    if (!place) continue;
    const [from, to] = instance < 0 ? [0, place.slots] : [instance, instance + 1];
    for (let slot = place.firstSlot + from; slot < place.firstSlot + to; slot++) {
      if (code === 'crash' || code === 'hang') {
        if (health[slot] === HEALTH.up) since[slot] = at;
        health[slot] = code === 'crash' ? HEALTH.crashed : HEALTH.hung;
      } else if (code === 'recover' || code === 'restarted') {
        health[slot] = HEALTH.up;
        slowFactor[slot] = 1;
      } else if (code === 'slow') slowFactor[slot] = value;
    }
  }
  return { health, slowFactor, since };
}
