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
import type { LifePlaces } from './lifePlaces.ts';
import type { Memory } from './memory.ts';
import { METER, type Network } from './network.ts';
import { HEALTH, type Plan } from './plan.ts';
import { type Flaws, Releases } from './releases.ts';

/** Timers: an instance has started; one that drains is looked at; memory is full; one that died of it is back. */
const BOOTED = 0;
const DRAINS = 1;
const FULL = 2;
const BACK = 3;

/** How often a draining instance is asked whether it is empty. */
const lookSeconds = 0.1;

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
  readonly releases: Releases;
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
    this.releases = new Releases(memory, plan, net, { full: FULL, back: BACK }, (code, slot, at) => net.wake(self, code, slot, at));
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

  receive(): void {}

  /** Most instances that the node may ever have in this run. */
  roomOf(node: number): number {
    return this.instances.first[node + 1] - this.instances.first[node];
  }

  /** In service, starting, or about to start anew. Ones that are on their way out, or stand by, do not count. */
  countOf(node: number): number {
    const { draining, booting, first } = this.instances;
    let coming = 0;
    for (let slot = first[node]; slot < first[node + 1]; slot++) {
      if (this.instances.standsBy[slot] === 0 && (booting[slot] === 1 || (draining[slot] === 1 && this.anew[slot] >= 0))) coming++;
    }
    return this.serving[node] + coming;
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

  /** An instance in service with another version than this one: the last of them, -1 for none. */
  lastOtherThan(node: number, version: number): number {
    const { exists, version: versions, first } = this.instances;
    for (let slot = first[node + 1] - 1; slot >= first[node]; slot--) if (exists[slot] === 1 && versions[slot] !== version) return slot;
    return -1;
  }

  /** Standing by with one version: those that have started, or those that have not yet. */
  standingBy(node: number, version: number, which: 'ready' | 'starting'): number {
    const { booting, standsBy, version: versions, first } = this.instances;
    const wanted = which === 'starting' ? 1 : 0;
    let count = 0;
    for (let slot = first[node]; slot < first[node + 1]; slot++) {
      if (standsBy[slot] === 1 && booting[slot] === wanted && versions[slot] === version) count++;
    }
    return count;
  }

  /**
   * Those that stand by with a version take over from all others, who stand by from now on: at one moment, so that nobody is missing.
   */
  switchTo(node: number, version: number): void {
    const { exists, booting, version: versions, first } = this.instances;
    this.settle(node);
    for (let slot = first[node]; slot < first[node + 1]; slot++) {
      if (this.instances.standsBy[slot] === 1 && booting[slot] === 0 && versions[slot] === version) {
        this.instances.standsBy[slot] = 0;
        exists[slot] = 1;
        this.serving[node]++;
      } else if (exists[slot] === 1 && versions[slot] !== version) {
        this.instances.standsBy[slot] = 1;
        exists[slot] = 0;
        this.serving[node]--;
      }
    }
    this.tell(node);
  }

  /** Those that stand by go. */
  dismiss(node: number): void {
    const { instances } = this;
    for (let slot = instances.first[node]; slot < instances.first[node + 1]; slot++) {
      if (this.instances.standsBy[slot] === 0) continue;
      this.instances.standsBy[slot] = 0;
      instances.booting[slot] = 0;
      // it may still have what it began before the switch: the end of a crash, but for its name
      instances.draining[slot] = 1;
      crash(this.net, slot);
      instances.draining[slot] = 0;
      this.depart(slot);
    }
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
    return this.releases.of(node);
  }

  /** New instances of the node get this version from now on. */
  setRelease(node: number, version: number): void {
    this.releases.set(node, version);
  }

  /** Says what is wrong with a version before any instance runs it. */
  describe(node: number, version: number, flaws: Flaws): void {
    this.releases.describe(node, version, flaws);
  }

  /**
   * Brings a node to so many instances, as far as there is room: new ones boot, the youngest of too many go.
   * @param servingFirst those in service go first; else those that are still starting
   */
  setCount(node: number, count: number, servingFirst = false): void {
    this.steered[node] = 1;
    let missing = Math.max(0, count) - this.countOf(node);
    for (; missing > 0; missing--) if (this.add(node, this.releases.of(node)) < 0) return;
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
    for (let slot = first[node]; slot < first[node + 1]; slot++) {
      const wasThere = exists[slot] === 1;
      exists[slot] = slot - first[node] < most ? 1 : 0;
      if (!wasThere && exists[slot] === 1) this.releases.adopt(slot, this.releases.of(node));
    }
    this.alive[node] = most;
    this.serving[node] = most;
  }

  /**
   * Starts one more instance.
   * @param standsBy it gets no calls until `switchTo`
   * @returns its slot, -1 when there is no room
   */
  add(node: number, version: number, standsBy = false): number {
    const { first } = this.instances;
    this.steered[node] = 1;
    for (let slot = first[node]; slot < first[node + 1]; slot++) {
      if (!this.isFree(slot)) continue;
      this.settle(node);
      this.alive[node]++;
      this.instances.standsBy[slot] = standsBy ? 1 : 0;
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
    else if (code === DRAINS) this.lookAtDraining(slot);
    else this.releases.turned(slot, code, this.bootSecondsOf(slot));
  }

  private isFree(slot: number): boolean {
    const { exists, booting, draining } = this.instances;
    return exists[slot] === 0 && booting[slot] === 0 && draining[slot] === 0 && this.instances.standsBy[slot] === 0;
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
    const isWanted = net.now < instances.keptUntil[slot] || (net.now < until[slot] && inside > 0);
    if (isWanted && instances.health[slot] !== HEALTH.crashed) {
      const end = Math.max(until[slot], instances.keptUntil[slot]);
      net.wake(this.self, DRAINS, slot, Math.min(net.now + lookSeconds, end));
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
    this.releases.gone(slot);
    this.gone[slot] = 1;
    instances.setHealth(slot, HEALTH.crashed);
    this.tell(node);
  }

  private boot(slot: number, version: number): void {
    const { instances, net } = this;
    const node = instances.nodeOf[slot];
    const place = this.places[node];
    const seconds = place === null ? 0 : net.params[place.bootSeconds];
    instances.booting[slot] = 1;
    this.releases.install(slot, version);
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
    this.until[slot] = 0;
    instances.booting[slot] = 0;
    if (this.instances.standsBy[slot] === 0) {
      this.serving[node]++;
      instances.exists[slot] = 1;
    }
    this.releases.started(slot);
    if (place !== null) {
      const warmup = net.params[place.warmupSeconds];
      instances.warmAt[slot] = net.now + warmup;
      instances.coldness[slot] = warmup > 0 ? (net.params[place.warmupFactor] - 1) / warmup : 0;
    }
    if (this.gone[slot] === 1) {
      this.gone[slot] = 0;
      instances.setHealth(slot, HEALTH.up);
      instances.slowDown(slot, SLOW_BY.fault, 1);
      net.actors[node].recovered?.(slot);
    }
    this.tell(node);
  }

  private bootSecondsOf(slot: number): number {
    const place = this.places[this.instances.nodeOf[slot]];
    return place === null ? 0 : this.net.params[place.bootSeconds];
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
