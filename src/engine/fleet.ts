/**
 * The life of instances. One that is added boots, is in service but not warm yet, serves; one that is taken away gets no new calls,
 * finishes what it has, and goes. Who steers a node (an autoscaler, a deploy pipeline) says only how many there shall be, or which one
 * shall start anew with another version; what a kind must know of it comes by the hooks that it has anyway: `changed` when instances
 * come or go, `crashed` when one has gone with its memory, `recovered` when one has started.
 *
 * Kinds take part by having the fields of `schema/fleetFields.ts`; instances of all others come at once and drain as long as it takes.
 * It stands among the run's actors behind those of the nodes, as `breakdowns.ts` does.
 */

import type { Actor } from './behavior.ts';
import { crash } from './faults.ts';
import { type Instances, SLOW_BY } from './instances.ts';
import type { Memory } from './memory.ts';
import { METER, type Network } from './network.ts';
import { HEALTH, type Plan } from './plan.ts';

/** Where a node's fields stand in `net.params`. */
interface LifePlaces {
  readonly bootSeconds: number;
  readonly warmupSeconds: number;
  readonly warmupFactor: number;
  readonly drainSeconds: number;
  readonly bootsByHand: number;
}

const fieldNames = ['bootSeconds', 'warmupSeconds', 'warmupFactor', 'drainSeconds', 'bootsByHand'] as const;

/** Of a node's places of fields by name; null when its kind does not have these. */
export function lifePlaces(of: ReadonlyMap<string, number>): LifePlaces | null {
  const [bootSeconds, warmupSeconds, warmupFactor, drainSeconds, bootsByHand] = fieldNames.map((name) => of.get(name));
  if (bootSeconds === undefined || warmupSeconds === undefined || warmupFactor === undefined) return null;
  if (drainSeconds === undefined || bootsByHand === undefined) return null;
  return { bootSeconds, warmupSeconds, warmupFactor, drainSeconds, bootsByHand };
}

/** What is wrong with a version of the software. */
export interface Flaws {
  /** Share of good answers that go wrong, 0 to 1. */
  readonly errors: number;
  /** Service takes this many times as long. */
  readonly burden: number;
}

export const noFlaws: Flaws = { errors: 0, burden: 1 };

/** Timers: an instance has started; one that drains is looked at. */
const BOOTED = 0;
const DRAINS = 1;

/** How often a draining instance is asked whether it is empty. */
const lookSeconds = 1;

export class Fleet implements Actor {
  private readonly net: Network;
  private readonly instances: Instances;
  /** The index of this actor. */
  private readonly self: number;
  private readonly places: readonly (LifePlaces | null)[];
  /** Actors to tell when instances of a node come or go: the node itself and those with a wire to it. */
  private readonly concerned: readonly (readonly number[])[];
  /** Who else wants to know: `breakdowns.ts`. */
  private readonly alsoTell: Actor;
  /** Per slot: when it has started or must have gone; 0 = neither is under way. */
  private readonly until: Float64Array;
  /** Per slot: 1 when it has left and late calls find nobody. */
  private readonly gone: Uint8Array;
  /** Per slot: the version it starts anew with when it has drained, -1 = it does not. */
  private readonly anew: Int32Array;
  /** Per node: 1 once somebody has steered it; then changes by hand go the same way. */
  private readonly steered: Uint8Array;
  /** Per node and version: what is wrong with it. */
  private readonly errors: Float64Array;
  private readonly burden: Float64Array;
  /** Per node: the version that new instances get. */
  private readonly release: Uint8Array;
  /** Per node: instances that are there (paid for) and that serve; their seconds until `since`. */
  private readonly alive: Int32Array;
  private readonly serving: Int32Array;
  private readonly aliveSeconds: Float64Array;
  private readonly servingSeconds: Float64Array;
  private readonly since: Float64Array;

  constructor(memory: Memory, plan: Plan, net: Network, places: readonly (LifePlaces | null)[], self: number, alsoTell: Actor) {
    const nodes = plan.nodes.length;
    this.net = net;
    this.instances = net.instances;
    this.self = self;
    this.places = places;
    this.alsoTell = alsoTell;
    this.concerned = plan.nodes.map((_, node) => [
      ...new Set([node, ...plan.links.filter(({ to }) => to === node).map(({ from }) => from)]),
    ]);
    this.until = memory.f64(net.instances.count);
    this.gone = memory.u8(net.instances.count);
    this.anew = memory.i32(net.instances.count).fill(-1);
    this.steered = memory.u8(nodes);
    this.errors = memory.f64(nodes * mostVersions);
    this.burden = memory.f64(nodes * mostVersions).fill(1);
    this.release = memory.u8(nodes);
    this.alive = memory.i32(nodes);
    this.serving = memory.i32(nodes);
    this.aliveSeconds = memory.f64(nodes);
    this.servingSeconds = memory.f64(nodes);
    this.since = memory.f64(nodes);
    plan.nodes.forEach((node, n) => {
      this.alive.fill(node.instances, n, n + 1);
      this.serving.fill(node.instances, n, n + 1);
    });
  }

  /** Nobody asks it anything. */
  receive(): void {}

  /** Most instances that the node may ever have in this run. */
  roomOf(node: number): number {
    return this.instances.first[node + 1] - this.instances.first[node];
  }

  /** In service, and those that are starting. Ones that are on their way out do not count. */
  countOf(node: number): number {
    return this.serving[node] + this.bootingOf(node);
  }

  servingOf(node: number): number {
    return this.serving[node];
  }

  bootingOf(node: number): number {
    return this.sumOf(this.instances.booting, node);
  }

  drainingOf(node: number): number {
    return this.sumOf(this.instances.draining, node);
  }

  /** In service with one version. */
  servingVersion(node: number, version: number): number {
    const { exists, version: versions, first } = this.instances;
    let count = 0;
    for (let slot = first[node]; slot < first[node + 1]; slot++) if (exists[slot] === 1 && versions[slot] === version) count++;
    return count;
  }

  /** In service or starting, with another version than this one; the first of them, -1 for none. */
  firstOtherThan(node: number, version: number): number {
    const { exists, version: versions, first } = this.instances;
    for (let slot = first[node]; slot < first[node + 1]; slot++) if (exists[slot] === 1 && versions[slot] !== version) return slot;
    return -1;
  }

  /** Seconds that instances were there, starting and draining ones included: what is paid. */
  paidSeconds(node: number): number {
    return this.aliveSeconds[node] + this.alive[node] * (this.net.now - this.since[node]);
  }

  /** Seconds that instances were in service. */
  servedSeconds(node: number): number {
    return this.servingSeconds[node] + this.serving[node] * (this.net.now - this.since[node]);
  }

  /** The version that new instances of the node get. */
  releaseOf(node: number): number {
    return this.release[node];
  }

  /** New instances of the node get this version from now on. */
  setRelease(node: number, version: number): void {
    this.release[node] = version;
  }

  /** Says what is wrong with a version before any instance runs it. */
  describe(node: number, version: number, flaws: Flaws): void {
    this.errors[node * mostVersions + version] = flaws.errors;
    this.burden[node * mostVersions + version] = flaws.burden;
  }

  /**
   * Brings a node to so many instances, as far as there is room: new ones boot, the youngest of too many go.
   * @param servingFirst those in service go first; else those that are still starting
   */
  setCount(node: number, count: number, servingFirst = false): void {
    this.steered[node] = 1;
    let missing = Math.max(0, count) - this.countOf(node);
    for (; missing > 0; missing--) if (this.add(node, this.release[node]) < 0) return;
    for (; missing < 0; missing++) {
      const slot = this.youngest(node, servingFirst);
      if (slot < 0) return;
      this.remove(slot);
    }
  }

  /** A count set by hand: at once, as it was before there was a life of instances, unless the part says otherwise. */
  setByHand(node: number, count: number): void {
    const { params } = this.net;
    const place = this.places[node];
    if (this.steered[node] === 1 || (place !== null && params[place.bootsByHand] === 1)) {
      this.setCount(node, count);
      return;
    }
    const { exists, first } = this.instances;
    const most = Math.min(count, this.roomOf(node));
    this.settle(node);
    for (let i = 0; i < this.roomOf(node); i++) exists[first[node] + i] = i < most ? 1 : 0;
    this.alive[node] = most;
    this.serving[node] = most;
  }

  /** Starts one more instance. @returns its slot, -1 when there is no room */
  add(node: number, version: number): number {
    const { first } = this.instances;
    this.steered[node] = 1;
    for (let slot = first[node]; slot < first[node + 1]; slot++) {
      if (!this.isFree(slot)) continue;
      this.settle(node);
      this.alive[node]++;
      this.boot(slot, version);
      return slot;
    }
    return -1;
  }

  /** Takes an instance away: one that is starting goes at once, one in service drains before. */
  remove(slot: number): void {
    this.steered[this.instances.nodeOf[slot]] = 1;
    this.anew[slot] = -1;
    this.take(slot);
  }

  /** An instance in service drains and starts anew, with another version, on the same machine. */
  restart(slot: number, version: number): void {
    this.steered[this.instances.nodeOf[slot]] = 1;
    this.anew[slot] = version;
    this.take(slot);
  }

  wake(code: number, slot: number): void {
    if (code === BOOTED) this.booted(slot);
    else this.lookAtDraining(slot);
  }

  private isFree(slot: number): boolean {
    const { exists, booting, draining } = this.instances;
    return exists[slot] === 0 && booting[slot] === 0 && draining[slot] === 0;
  }

  private take(slot: number): void {
    const { instances, net } = this;
    const node = instances.nodeOf[slot];
    if (instances.booting[slot] === 1) {
      instances.booting[slot] = 0;
      this.depart(slot);
      return;
    }
    if (instances.exists[slot] === 0) return;
    const place = this.places[node];
    this.settle(node);
    this.serving[node]--;
    instances.exists[slot] = 0;
    instances.draining[slot] = 1;
    this.until[slot] = place === null ? Infinity : net.now + net.params[place.drainSeconds];
    this.tell(node);
    this.lookAtDraining(slot);
  }

  /** Empty, dead or out of time: it goes. What it still has is lost as in a crash. */
  private lookAtDraining(slot: number): void {
    const { instances, net, until } = this;
    if (instances.draining[slot] === 0) return;
    const inside = net.meters.values[METER.inside * instances.count + slot];
    if (net.now < until[slot] && inside > 0 && instances.health[slot] !== HEALTH.crashed) {
      net.wake(this.self, DRAINS, slot, Math.min(net.now + lookSeconds, until[slot]));
      return;
    }
    crash(net, slot);
    instances.draining[slot] = 0;
    if (this.anew[slot] >= 0) {
      this.boot(slot, this.anew[slot]);
      this.anew[slot] = -1;
    } else {
      this.depart(slot);
    }
  }

  /** Whoever still comes finds nobody. */
  private depart(slot: number): void {
    const { instances } = this;
    const node = instances.nodeOf[slot];
    this.settle(node);
    this.alive[node]--;
    this.until[slot] = 0;
    this.gone[slot] = 1;
    instances.health[slot] = HEALTH.crashed;
    this.tell(node);
  }

  private boot(slot: number, version: number): void {
    const { instances, net } = this;
    const node = instances.nodeOf[slot];
    const place = this.places[node];
    const seconds = place === null ? 0 : net.params[place.bootSeconds];
    instances.booting[slot] = 1;
    instances.version[slot] = version;
    instances.burden[slot] = this.burden[node * mostVersions + version];
    net.errors.setFlaw(slot, this.errors[node * mostVersions + version]);
    if (instances.health[slot] === HEALTH.crashed) this.gone[slot] = 1;
    this.until[slot] = net.now + seconds;
    net.wake(this.self, BOOTED, slot, this.until[slot]);
  }

  private booted(slot: number): void {
    const { instances, net } = this;
    if (instances.booting[slot] === 0 || this.until[slot] !== net.now) return;
    const node = instances.nodeOf[slot];
    const place = this.places[node];
    this.settle(node);
    this.serving[node]++;
    this.until[slot] = 0;
    instances.booting[slot] = 0;
    instances.exists[slot] = 1;
    if (place !== null) {
      const warmup = net.params[place.warmupSeconds];
      instances.warmAt[slot] = net.now + warmup;
      instances.coldness[slot] = warmup > 0 ? (net.params[place.warmupFactor] - 1) / warmup : 0;
    }
    if (this.gone[slot] === 1) {
      this.gone[slot] = 0;
      instances.health[slot] = HEALTH.up;
      instances.slowDown(slot, SLOW_BY.fault, 1);
      net.actors[node].recovered?.(slot);
    }
    this.tell(node);
  }

  private tell(node: number): void {
    for (const each of this.concerned[node]) this.net.actors[each].changed?.();
    this.alsoTell.changed?.();
  }

  /** The one to go first: the last that is starting, else the last in service; or the other way round. */
  private youngest(node: number, servingFirst: boolean): number {
    const { exists, booting, first } = this.instances;
    const order = servingFirst ? [exists, booting] : [booting, exists];
    for (const column of order) for (let slot = first[node + 1] - 1; slot >= first[node]; slot--) if (column[slot] === 1) return slot;
    return -1;
  }

  private sumOf(column: Uint8Array, node: number): number {
    const { first } = this.instances;
    let sum = 0;
    for (let slot = first[node]; slot < first[node + 1]; slot++) sum += column[slot];
    return sum;
  }

  /** Books the seconds until now, before a count changes. */
  private settle(node: number): void {
    const { now } = this.net;
    const seconds = now - this.since[node];
    this.aliveSeconds[node] += this.alive[node] * seconds;
    this.servingSeconds[node] += this.serving[node] * seconds;
    this.since[node] = now;
  }
}

/** Versions of one node that can be told apart in one run; the numbers go round. */
export const mostVersions = 16;
