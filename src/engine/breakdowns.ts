/**
 * Parts that break by themselves. An instance works for an exponential time of mean `mtbfSeconds` (also while it is idle), then
 * crashes or falls silent, waits for one of the node's repair crews, and is there again after an exponential time of mean
 * `mttrSeconds`: the alternating renewal process of reliability theory (Trivedi 2002, chapter 8), availability mtbf / (mtbf + mttr)
 * when nobody waits for a crew. Silence is the "resume" of White and Christie (1958): what was under way goes on after the repair.
 *
 * Kinds take part by having the fields of `schema/mishapFields.ts`, whose errors by chance are switched from here, too. It stands among the run's actors behind those of the nodes, so its timers are plain ones.
 */

import type { Actor } from './behavior.ts';
import { crash, hang, revive } from './faults.ts';
import { exponential, type Stream, streamOf } from './luck.ts';
import type { Memory } from './memory.ts';
import type { Network } from './network.ts';
import type { Plan } from './plan.ts';

/** Where a node's fields stand in `net.params`. */
interface MishapPlaces {
  readonly errorPercent: number;
  readonly mtbfSeconds: number;
  readonly mttrSeconds: number;
  /** 0 = it crashes, 1 = it falls silent. */
  readonly breakdown: number;
  /** 0 = one for every instance. */
  readonly repairCrews: number;
}

/** Of a node's places of fields by name; null when its kind does not have these. */
export function mishapPlaces(of: ReadonlyMap<string, number>): MishapPlaces | null {
  const [errorPercent, mtbfSeconds, mttrSeconds, breakdown, repairCrews] = fieldNames.map((name) => of.get(name));
  if (errorPercent === undefined || mtbfSeconds === undefined || mttrSeconds === undefined) return null;
  if (breakdown === undefined || repairCrews === undefined) return null;
  return { errorPercent, mtbfSeconds, mttrSeconds, breakdown, repairCrews };
}

const fieldNames = ['errorPercent', 'mtbfSeconds', 'mttrSeconds', 'breakdown', 'repairCrews'] as const;

/** What an instance is to its repair crews. */
const STATE = { well: 0, waits: 1, underRepair: 2 } as const;

/** Note value of what happens by itself; what somebody does has 1 or more. */
const byItself = 0;

export class Breakdowns implements Actor {
  private readonly net: Network;
  /** The index of this actor. */
  private readonly self: number;
  /** Per node; null for kinds that never break. */
  private readonly places: readonly (MishapPlaces | null)[];
  private readonly streams: readonly Stream[];
  /** Per slot: when it breaks or is repaired next; -1 = neither is planned. */
  private readonly next: Float64Array;
  private readonly state: Uint8Array;
  private readonly brokenSince: Float64Array;
  /** Per slot: breakdowns planned so far, the counter of its keyed draws. */
  private readonly planned: Int32Array;
  /** Per node: crews at work, and the mean time between failures that the plans were made with. */
  private readonly atWork: Int32Array;
  private readonly meanInForce: Float64Array;

  /** How many notes may be taken; one cell: how many were. Then all goes on, unnoted. */
  private readonly mostNotes: number;
  private readonly noted: Float64Array;

  constructor(memory: Memory, plan: Plan, net: Network, places: readonly (MishapPlaces | null)[], mostNotes: number) {
    const { count } = net.instances;
    this.net = net;
    this.self = plan.nodes.length;
    this.places = places;
    this.streams = plan.nodes.map(({ id }) => streamOf(plan.seed, id, 'breakdowns'));
    this.next = memory.f64(count).fill(-1);
    this.state = memory.u8(count);
    this.brokenSince = memory.f64(count);
    this.planned = memory.i32(count);
    this.atWork = memory.i32(plan.nodes.length);
    this.meanInForce = memory.f64(plan.nodes.length);
    this.mostNotes = mostNotes;
    this.noted = memory.f64(1);
  }

  start(): void {
    this.changed();
  }

  /** Nobody asks it anything. */
  receive(): void {}

  /** Instances came or went, or another mean holds: an exponential time forgets its past, so plans are made anew from now. */
  changed(): void {
    const { params, instances, errors } = this.net;
    this.places.forEach((place, node) => {
      if (place === null) return;
      errors.set(node, params[place.errorPercent] / 100);
      const mean = params[place.mtbfSeconds];
      const isNew = mean !== this.meanInForce[node];
      this.meanInForce[node] = mean;
      for (let slot = instances.first[node]; slot < instances.first[node + 1]; slot++) {
        if (this.state[slot] !== STATE.well) continue;
        if (instances.exists[slot] === 0) this.next[slot] = -1;
        else if (isNew || this.next[slot] < 0) this.planBreakdown(slot);
      }
      this.callCrews(node);
    });
  }

  wake(_code: number, slot: number): void {
    if (this.next[slot] !== this.net.now) return;
    this.next[slot] = -1;
    if (this.state[slot] === STATE.well) this.breakDown(slot);
    else this.repaired(slot);
  }

  /** Somebody has crashed, silenced or repaired an instance by hand: from now on it is in that hand, until it is well again. */
  takenOver(slot: number): void {
    const node = this.net.instances.nodeOf[slot];
    if (this.places[node] === null) return;
    const before = this.state[slot];
    this.state[slot] = STATE.well;
    this.next[slot] = -1;
    this.planBreakdown(slot);
    if (before !== STATE.underRepair) return;
    this.atWork[node]--;
    this.callCrews(node);
  }

  private placeOf(slot: number): MishapPlaces {
    return this.places[this.net.instances.nodeOf[slot]] as MishapPlaces;
  }

  /** When it breaks next: never while it is broken, and never with a mean of 0. */
  private planBreakdown(slot: number): void {
    const { params, instances } = this.net;
    const mean = params[this.placeOf(slot).mtbfSeconds];
    if (mean > 0 && instances.isUp(slot)) this.ring(slot, mean, 0);
    else this.next[slot] = -1;
  }

  private ring(slot: number, mean: number, salt: 0 | 1): void {
    const { net } = this;
    const node = net.instances.nodeOf[slot];
    if (salt === 0) this.planned[slot]++;
    const draw = exponential(this.streams[node], this.planned[slot], (slot - net.instances.first[node]) * 2 + salt);
    this.next[slot] = net.now + mean * draw;
    net.wake(this.self, 0, slot, this.next[slot]);
  }

  private breakDown(slot: number): void {
    const { net } = this;
    const { instances, params } = net;
    if (!instances.isUp(slot)) return;
    const node = instances.nodeOf[slot];
    const silently = params[this.placeOf(slot).breakdown] === 1;
    this.note(silently ? 'hang' : 'crash', slot);
    this.state[slot] = STATE.waits;
    this.brokenSince[slot] = net.now;
    if (silently) hang(net, slot);
    else crash(net, slot);
    this.callCrews(node);
  }

  private repaired(slot: number): void {
    const { net } = this;
    const { instances } = net;
    const node = instances.nodeOf[slot];
    this.state[slot] = STATE.well;
    this.atWork[node]--;
    this.note('recover', slot);
    revive(net, slot);
    this.planBreakdown(slot);
    this.callCrews(node);
  }

  private note(code: 'crash' | 'hang' | 'recover', slot: number): void {
    const { instances, journal } = this.net;
    if (this.noted[0]++ >= this.mostNotes) return;
    const node = instances.nodeOf[slot];
    journal.note(code, node, slot - instances.first[node], byItself);
  }

  /** Free crews go to whoever has been broken longest. */
  private callCrews(node: number): void {
    const place = this.places[node];
    if (place == null) return;
    const { params } = this.net;
    const crews = params[place.repairCrews] === 0 ? Infinity : params[place.repairCrews];
    for (let slot = this.firstInLine(node); slot >= 0 && this.atWork[node] < crews; slot = this.firstInLine(node)) {
      this.atWork[node]++;
      this.state[slot] = STATE.underRepair;
      this.ring(slot, params[place.mttrSeconds], 1);
    }
  }

  private firstInLine(node: number): number {
    const { first } = this.net.instances;
    let found = -1;
    for (let slot = first[node]; slot < first[node + 1]; slot++) {
      if (this.state[slot] === STATE.waits && (found < 0 || this.brokenSince[slot] < this.brokenSince[found])) found = slot;
    }
    return found;
  }
}
