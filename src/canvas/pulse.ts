/**
 * How every instance is, as the canvas shows it: glances smoothed a little and sorted into a few classes with hysteresis,
 * so that nothing flickers. Typed arrays, renewed only when the run has another number of slots. Pure.
 */

import type { Frame } from '../engine/frame.ts';
import { HEALTH } from '../engine/plan.ts';
import { GLANCE } from '../runner/protocol.ts';

/** Classes of one instance, worse ones higher. */
export const CELL = { absent: 0, idle: 1, ok: 2, busy: 3, saturated: 4, hung: 5, down: 6 } as const;

/** Where an instance is in its life. */
export const PHASE = { serves: 0, boots: 1, drains: 2, standsBy: 3 } as const;

export interface Pulse {
  slots: number;
  /** Simulated time of the newest glance, -1 before the first. */
  time: number;
  cell: Uint8Array;
  /** Busy share, 0 to 1: the newest frame's mean while frames come, else the glances' smoothed. */
  load: Float32Array;
  /** Busy share over the newest frame, -1 without one. Written by whoever reads frames. */
  mean: Float32Array;
  queue: Float32Array;
  /** Simulated time at which a call was last known to arrive or to be inside. Also written by whoever reads frames. */
  heardAt: Float64Array;
  slowFactor: Float32Array;
  isPrimary: Uint8Array;
  /** One of `PHASE`. */
  phase: Uint8Array;
  /** Which release of the software runs there. */
  version: Uint8Array;
  /** Simulated time since which the instance is down or hanging, -1 while it is up. */
  downSince: Float64Array;
}

export function createPulse(slots: number): Pulse {
  return {
    slots,
    time: -1,
    cell: new Uint8Array(slots),
    load: new Float32Array(slots),
    mean: new Float32Array(slots).fill(-1),
    queue: new Float32Array(slots),
    heardAt: new Float64Array(slots).fill(Number.NEGATIVE_INFINITY),
    slowFactor: new Float32Array(slots).fill(1),
    isPrimary: new Uint8Array(slots),
    phase: new Uint8Array(slots),
    version: new Uint8Array(slots),
    downSince: new Float64Array(slots).fill(-1),
  };
}

/**
 * Share of the new value in the smoothed one: about half a second at ten glances a second. A glance says how many servers are
 * busy at that very moment, which jumps about far more than the mean that charts and the inspector show.
 */
const weight = 0.2;
const busyFrom = 0.8;
const busyUntil = 0.72;
const fullFrom = 0.97;
const fullUntil = 0.9;
/** Simulated seconds without a call after which an instance counts as idle. */
const quietSeconds = 3;

/**
 * Takes in a glance. Going back in time (a restart) forgets what was. `hasFreshMeans` says that frames keep coming; in slow
 * motion they do not, and the moment itself is what there is to see. `isStill`: the run stands, so what is shown hangs on this second
 * alone, not on how many glances led to it, nor on how long ago this computer had the second's means, which the inspector shows.
 */
export function takeGlance(pulse: Pulse, instances: Float32Array, time: number, hasFreshMeans: boolean, isStill = false): void {
  const isNew = pulse.time < 0 || time < pulse.time;
  pulse.time = time;
  if (isNew) pulse.heardAt.fill(Number.NEGATIVE_INFINITY);
  for (let slot = 0; slot < pulse.slots; slot++) {
    const at = slot * GLANCE.size;
    const phase = at + GLANCE.size > instances.length ? 0 : instances[at + GLANCE.phase];
    if (at + GLANCE.size > instances.length || (instances[at + GLANCE.exists] === 0 && phase === PHASE.serves)) {
      pulse.cell[slot] = CELL.absent;
      pulse.load[slot] = 0;
      pulse.queue[slot] = 0;
      pulse.downSince[slot] = -1;
      pulse.isPrimary[slot] = 0;
      pulse.phase[slot] = PHASE.serves;
      pulse.version[slot] = 0;
      continue;
    }
    pulse.phase[slot] = phase;
    pulse.version[slot] = instances[at + GLANCE.version] || 0;
    const wasThere = !isNew && pulse.cell[slot] !== CELL.absent;
    // what is starting is neither up nor down yet
    const health = phase === PHASE.boots ? HEALTH.up : instances[at + GLANCE.health];
    // A part without servers of its own reports no number here.
    const utilization = Math.min(1, Math.max(0, instances[at + GLANCE.utilization] || 0));
    const queue = Math.max(0, instances[at + GLANCE.queue] || 0);
    const isUp = health === HEALTH.up;
    if (health === HEALTH.crashed) pulse.load[slot] = 0;
    else if ((hasFreshMeans || isStill) && pulse.mean[slot] >= 0) pulse.load[slot] = Math.min(1, pulse.mean[slot]);
    else pulse.load[slot] = wasThere ? pulse.load[slot] + weight * (utilization - pulse.load[slot]) : utilization;
    pulse.queue[slot] = wasThere && !isStill ? pulse.queue[slot] + 0.5 * (queue - pulse.queue[slot]) : queue;
    if (pulse.queue[slot] < 0.05) pulse.queue[slot] = 0;
    pulse.slowFactor[slot] = instances[at + GLANCE.slowFactor] || 1;
    pulse.isPrimary[slot] = instances[at + GLANCE.isPrimary] ? 1 : 0;
    if (isUp) pulse.downSince[slot] = -1;
    else if (isNew || pulse.downSince[slot] < 0) pulse.downSince[slot] = time;
    if (queue > 0 || instances[at + GLANCE.inside] > 0) pulse.heardAt[slot] = time;
    const before = wasThere && !isStill ? pulse.cell[slot] : CELL.ok;
    pulse.cell[slot] = isUp
      ? classOf(before, pulse.load[slot], pulse.queue[slot], time - pulse.heardAt[slot])
      : health === HEALTH.crashed
        ? CELL.down
        : CELL.hung;
  }
}

/** Takes from the frames since `lastFrame` when calls last arrived. `columns`: of arrivals, by slot, -1 for none. Newest frame last. */
export function hear(pulse: Pulse, columns: Int32Array, frames: readonly Frame[], lastFrame: number): void {
  for (let i = frames.length - 1; i >= 0 && frames[i].index > lastFrame; i--) {
    const { end, values } = frames[i];
    if (pulse.time - end > quietSeconds) return;
    for (let slot = 0; slot < pulse.slots && slot < columns.length; slot++) {
      if (columns[slot] >= 0 && values[columns[slot]] > 0) pulse.heardAt[slot] = Math.max(pulse.heardAt[slot], end);
    }
  }
}

function classOf(before: number, load: number, queue: number, quiet: number): number {
  const isFull = before === CELL.saturated ? load > fullUntil && queue > 0.2 : load > fullFrom && queue >= 1;
  if (isFull) return CELL.saturated;
  if (load > (before >= CELL.busy ? busyUntil : busyFrom)) return CELL.busy;
  // A part that answers in no time is never seen busy: what counts is whether calls come.
  return load < 0.005 && quiet > quietSeconds ? CELL.idle : CELL.ok;
}

export type HealthWord = 'rest' | 'idle' | 'ok' | 'busy' | 'saturated' | 'hung' | 'down';
const words: readonly HealthWord[] = ['rest', 'idle', 'ok', 'busy', 'saturated', 'hung', 'down'];

/** A node as a whole, for its card, its name to a screen reader and its buttons. Changes rarely. */
export interface NodeHealth {
  word: HealthWord;
  /** Instances that are down or hang, and all there are. */
  lost: number;
  total: number;
  isSlow: boolean;
}

export const atRest: NodeHealth = { word: 'rest', lost: 0, total: 0, isSlow: false };

/** The worst of those that still work; down only when none does. */
export function nodeHealth(pulse: Pulse, firstSlot: number, slots: number): NodeHealth {
  let worstUp = 0;
  let worst = 0;
  let lost = 0;
  let total = 0;
  let isSlow = false;
  for (let slot = firstSlot; slot < firstSlot + slots && slot < pulse.slots; slot++) {
    const cell = pulse.cell[slot];
    if (cell === CELL.absent) continue;
    total++;
    worst = Math.max(worst, cell);
    if (cell >= CELL.hung) lost++;
    else worstUp = Math.max(worstUp, cell);
    if (cell < CELL.hung && pulse.slowFactor[slot] > 1) isSlow = true;
  }
  if (total === 0) return atRest;
  return { word: words[lost === total ? worst : worstUp], lost, total, isSlow };
}

/**
 * The slots of a node whose instances are there, in order, into `into`; all its slots in order while there is no run.
 * @returns how many
 */
export function presentSlots(pulse: Pulse, firstSlot: number, slots: number, into: number[]): number {
  let count = 0;
  for (let slot = firstSlot; slot < firstSlot + slots && slot < pulse.slots; slot++)
    if (pulse.cell[slot] !== CELL.absent) into[count++] = slot;
  if (count === 0) for (let slot = firstSlot; slot < firstSlot + slots; slot++) into[count++] = slot;
  return count;
}

/** Mean busy share of the instances a node has now, -1 without one. Slots kept free for more do not count. */
export function meanLoad(pulse: Pulse, firstSlot: number, slots: number): number {
  let sum = 0;
  let there = 0;
  for (let slot = firstSlot; slot < firstSlot + slots && slot < pulse.slots; slot++) {
    if (pulse.cell[slot] === CELL.absent) continue;
    sum += pulse.load[slot];
    there++;
  }
  return there > 0 ? sum / there : -1;
}

export function isSameHealth(a: NodeHealth, b: NodeHealth): boolean {
  return a.word === b.word && a.lost === b.lost && a.total === b.total && a.isSlow === b.isSlow;
}

/** Of the newest glance: calls waiting, mean busy share (-1 for a part without servers), seconds since it broke. */
export interface LiveNow {
  queue: number;
  load: number;
  brokenSeconds: number;
}

/** A node as a whole, in the numbers of its live line. */
export function liveNow(pulse: Pulse, firstSlot: number, slots: number, hasServers: boolean): LiveNow {
  let queue = 0;
  let since = pulse.time;
  for (let slot = firstSlot; slot < firstSlot + slots && slot < pulse.slots; slot++) {
    queue += pulse.queue[slot];
    if (pulse.downSince[slot] >= 0) since = Math.min(since, pulse.downSince[slot]);
  }
  return { queue, load: hasServers ? meanLoad(pulse, firstSlot, slots) : -1, brokenSeconds: pulse.time - since };
}
