/**
 * Which target gets the next request: by turns, by lot, by how busy the targets are, by the weights of the wires that lead to them, or
 * by who asks.
 */

import type { NodeContext } from '../../engine/behavior.ts';
import { AT, rowCells } from '../../engine/calls.ts';
import type { HealthChecks } from '../../engine/checks.ts';
import type { Links } from '../../engine/links.ts';
import { integerBelow, type Stream, uniform } from '../../engine/luck.ts';
import type { Network } from '../../engine/network.ts';
import { Ring, ringPlace } from '../../engine/ring.ts';
import { Tournament } from '../../engine/tournament.ts';

/** The order of the spec's options. */
const ALGORITHM = {
  roundRobin: 0,
  leastConnections: 1,
  powerOfTwo: 2,
  random: 3,
  weightedRandom: 4,
  weightedRoundRobin: 5,
  weightedLeast: 6,
  ipHash: 7,
  consistentHash: 8,
} as const;

/** So often `ip-hash` hashes again when the server it came to is out (nginx); then turns decide. */
const mostHashes = 20;

/** The most that the spec's `choices` can say. */
const mostChoices = 10;

/** Cells: whose turn it is; 1 when what was prepared for the algorithm no longer holds; how far weighted turns have come. */
const TURN = 0;
const STALE = 1;
const REACHED = 2;
/** How many targets there are, ready or not. */
const PRESENT = 3;
/** 1 when what is open is counted anew with each request and answer. */
const COUNTS = 4;
/** 1 when all that decides is whose turn it is. */
const TURNS = 5;

export class Choosing {
  private readonly params: Float64Array;
  private readonly links: Links;
  private readonly checks: HealthChecks;
  private readonly linkOf: readonly number[];
  /** Requests that a target has and has not answered yet. */
  private readonly open: Int32Array;
  /** What the least of is looked for: open requests, or the moment of a target's next weighted turn. Infinity = not ready. */
  private readonly least: Tournament;
  /** Per target: its part of the weights, 0 while it is not ready, and the moment of its next weighted turn. */
  private readonly share: Float64Array;
  private readonly due: Float64Array;
  /** Per position in `checks.ready`: the shares up to there, for the draw by weight. */
  private readonly upTo: Float64Array;
  private readonly cells: Float64Array;
  private readonly luck: readonly Stream[];
  private readonly algorithm: number;
  private readonly choices: number;
  private readonly virtualNodes: number;
  private readonly ring: Ring;
  /** Targets that are there, under `ip-hash`: the first `cells[PRESENT]` count. */
  private readonly present: Int32Array;
  /** Room to work in, empty between two calls. */
  private readonly looked = new Int32Array(mostChoices);
  private readonly readyBehind: Int32Array;

  /**
   * @param linkOf per target, the link that leads to it
   * @param names of the targets, all different
   * @param checks whose targets these are, in the same order
   */
  constructor(ctx: NodeContext, linkOf: readonly number[], names: readonly string[], checks: HealthChecks) {
    const { net, plan, memory } = ctx;
    this.params = net.params;
    this.links = net.links;
    this.checks = checks;
    this.linkOf = linkOf;
    this.open = memory.i32(linkOf.length);
    this.least = new Tournament(memory, linkOf.length);
    this.share = memory.f64(linkOf.length);
    this.due = memory.f64(linkOf.length);
    this.upTo = memory.f64(linkOf.length);
    this.cells = memory.f64(6);
    this.cells[STALE] = 1;
    // the first two looks share a stream and differ in salt; the salts after those belong to the request's next try
    this.luck = Array.from({ length: mostChoices }, (_, look) => ctx.stream(look < 2 ? 'choice' : `choice ${look}`));
    this.algorithm = ctx.param('algorithm');
    this.choices = ctx.param('choices');
    this.virtualNodes = ctx.param('virtualNodes');
    this.ring = new Ring(memory, names);
    this.present = memory.i32(linkOf.length);
    this.readyBehind = new Int32Array(plan.links.length);
  }

  /** A request goes to a target. */
  opened(target: number): void {
    this.open[target]++;
    if (this.countsOpen()) this.recount(target);
  }

  /** A target has answered, or is no longer waited for. */
  closed(target: number): void {
    this.open[target]--;
    if (this.countsOpen()) this.recount(target);
  }

  /** Who is ready, a weight, or the algorithm may have changed. */
  unsettle(): void {
    this.cells[STALE] = 1;
  }

  /** An instance of the balancer is gone, and what it had open with it: what the others have is counted anew. */
  crashed(net: Network, firstSlot: number, slots: number, targetOf: Int32Array): void {
    this.open.fill(0);
    const { calls } = net;
    for (let call = 0; call < calls.used; call += rowCells) {
      const from = calls.from[call];
      const isOurs = calls.waiting[call] === 1 && from >= firstSlot && from < firstSlot + slots;
      if (!isOurs || calls.at[call] === AT.none || calls.at[call] === AT.backoff || calls.to[call] < 0) continue;
      const target = targetOf[calls.to[call]];
      if (target >= 0) this.open[target]++;
    }
    this.unsettle();
  }

  /** Whether who asks decides. */
  get hashes(): boolean {
    return this.params[this.algorithm] >= ALGORITHM.ipHash;
  }

  /** Whether all that decides is whose turn it is: then `inTurn` may be asked instead of `pick`. */
  get takesTurns(): boolean {
    return this.cells[TURNS] === 1;
  }

  /** The target whose turn it is; there must be one that is ready. */
  inTurn(): number {
    const { ready, readyCount } = this.checks;
    return readyCount === 1 ? ready[0] : ready[this.turn(readyCount)];
  }

  /**
   * The target of a request; there must be one that is ready.
   * @param salt tells apart the tries of one request, in steps of 4
   * @param place of whoever asks, as `ringPlace` gives it; -1 = nobody in particular
   */
  pick(request: number, salt: number, place: number): number {
    const { ready, readyCount } = this.checks;
    if (readyCount === 1) return ready[0];
    switch (this.params[this.algorithm]) {
      case ALGORITHM.leastConnections:
      case ALGORITHM.weightedLeast:
        this.settle();
        // equals take turns
        return this.least.firstFrom(ready[this.turn(readyCount)]);
      case ALGORITHM.powerOfTwo:
        return this.bestOf(Math.min(this.params[this.choices], readyCount), request, salt);
      case ALGORITHM.random:
        return ready[integerBelow(this.luck[0], request, salt, readyCount)];
      case ALGORITHM.weightedRandom:
        this.settle();
        return ready[this.positionAt(uniform(this.luck[0], request, salt) * this.upTo[readyCount - 1], readyCount)];
      case ALGORITHM.weightedRoundRobin:
        this.settle();
        return this.nextDue();
      case ALGORITHM.ipHash:
        return place < 0 ? ready[this.turn(readyCount)] : this.byRemainder(place);
      case ALGORITHM.consistentHash:
        if (place < 0) return ready[this.turn(readyCount)];
        this.settle();
        return this.ring.ownerOf(place);
      default:
        return ready[this.turn(readyCount)];
    }
  }

  /** One of all that are there, modulo their number; whoever is out leaves its part to what another hash says. */
  private byRemainder(place: number): number {
    this.settle();
    const { ready, readyCount } = this.checks;
    let hash = place;
    for (let tries = 0; tries < mostHashes; tries++) {
      const target = this.present[hash % this.cells[PRESENT]];
      if (this.checks.isReady(target)) return target;
      hash = ringPlace(hash + tries);
    }
    return ready[this.turn(readyCount)];
  }

  private countsOpen(): boolean {
    return this.cells[COUNTS] === 1;
  }

  /** The algorithm may be another one. */
  takeParams(): void {
    const algorithm = this.params[this.algorithm];
    this.cells[TURNS] = algorithm === ALGORITHM.roundRobin ? 1 : 0;
    this.cells[COUNTS] = algorithm === ALGORITHM.leastConnections || algorithm === ALGORITHM.weightedLeast ? 1 : 0;
  }

  private turn(count: number): number {
    const turn = this.cells[TURN] < count ? this.cells[TURN] : 0;
    this.cells[TURN] = turn + 1;
    return turn;
  }

  /** The least busy of so many that are drawn by lot, all different. They come in random order, so the first of equals is one by lot. */
  private bestOf(looks: number, request: number, salt: number): number {
    const { looked, open } = this;
    const { ready, readyCount } = this.checks;
    let best = -1;
    for (let look = 0; look < looks; look++) {
      let position = integerBelow(this.luck[look], request, look === 1 ? salt + 1 : salt, readyCount - look);
      // those seen already are left out: they stand in order of position
      let place = 0;
      for (; place < look && looked[place] <= position; place++) position++;
      for (let i = look; i > place; i--) looked[i] = looked[i - 1];
      looked[place] = position;
      const target = ready[position];
      if (best < 0 || open[target] < open[best]) best = target;
    }
    return best;
  }

  /** The first position whose shares up to it exceed `amount`. */
  private positionAt(amount: number, count: number): number {
    let low = 0;
    let high = count - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.upTo[middle] > amount) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  /**
   * Weighted turns, evenly spread: a target of share w has its turns 1/w apart, the first after half of that (stride scheduling,
   * Waldspurger and Weihl 1995).
   */
  private nextDue(): number {
    const { cells, due, share, least } = this;
    const target = least.firstFrom(0);
    cells[REACHED] = due[target];
    due[target] += 1 / share[target];
    least.set(target, due[target]);
    return target;
  }

  private recount(target: number): void {
    if (this.least.of(target) !== Infinity) this.least.set(target, this.burdenOf(target));
  }

  /** Open requests; by weight, those it would have with one more, over its part. */
  private burdenOf(target: number): number {
    return this.params[this.algorithm] === ALGORITHM.weightedLeast ? (this.open[target] + 1) / this.share[target] : this.open[target];
  }

  private settle(): void {
    if (this.cells[STALE] === 0) return;
    this.cells[STALE] = 0;
    const { ready, readyCount } = this.checks;
    this.least.clear();
    if (this.params[this.algorithm] === ALGORITHM.leastConnections) {
      for (let i = 0; i < readyCount; i++) this.least.set(ready[i], this.open[ready[i]]);
      return;
    }
    if (this.params[this.algorithm] === ALGORITHM.ipHash) {
      this.cells[PRESENT] = 0;
      for (let target = 0; target < this.linkOf.length; target++) {
        if (this.checks.isThere(target)) this.present[this.cells[PRESENT]++] = target;
      }
      return;
    }
    if (this.params[this.algorithm] === ALGORITHM.consistentHash) {
      this.layRing();
      return;
    }
    this.shareOut();
    if (this.params[this.algorithm] === ALGORITHM.weightedLeast) {
      for (let i = 0; i < readyCount; i++) if (this.share[ready[i]] > 0) this.least.set(ready[i], this.burdenOf(ready[i]));
      return;
    }
    let sum = 0;
    for (let i = 0; i < readyCount; i++) {
      const target = ready[i];
      sum += this.share[target];
      this.upTo[i] = sum;
      if (this.share[target] > 0) this.least.set(target, this.due[target]);
    }
  }

  /** Points by the weight of the wire, the heaviest has all; who is not ready has none, and its keys go to whoever comes next. */
  private layRing(): void {
    const { ready, readyCount } = this.checks;
    const weights = this.links.weight;
    const most = this.params[this.virtualNodes];
    let heaviest = 0;
    for (let i = 0; i < readyCount; i++) heaviest = Math.max(heaviest, weights[this.linkOf[ready[i]]]);
    let next = 0;
    for (let target = 0; target < this.linkOf.length; target++) {
      const isReady = next < readyCount && ready[next] === target;
      if (isReady) next++;
      const part = !isReady ? 0 : heaviest === 0 ? 1 : weights[this.linkOf[target]] / heaviest;
      this.ring.set(target, Math.ceil(most * part));
    }
  }

  /** A wire's weight is shared equally by the targets behind it that are ready; when all weights are 0, all targets are alike. */
  private shareOut(): void {
    const { share, due, linkOf, readyBehind, cells } = this;
    const weights = this.links.weight;
    const { ready, readyCount } = this.checks;
    readyBehind.fill(0);
    let sum = 0;
    for (let i = 0; i < readyCount; i++) {
      const link = linkOf[ready[i]];
      readyBehind[link]++;
      sum += weights[link];
    }
    let next = 0;
    for (let target = 0; target < share.length; target++) {
      const isReady = next < readyCount && ready[next] === target;
      if (isReady) next++;
      const link = linkOf[target];
      const part = !isReady ? 0 : sum > 0 ? weights[link] / readyBehind[link] : 1;
      if (part === share[target]) continue;
      share[target] = part;
      due[target] = cells[REACHED] + 0.5 / part;
    }
  }
}
