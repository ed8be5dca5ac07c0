/** Which target gets the next request: by turns, by lot, by how busy the targets are, by the weights of the wires that lead to them. */

import type { NodeContext } from '../../engine/behavior.ts';
import type { HealthChecks } from '../../engine/checks.ts';
import type { Links } from '../../engine/links.ts';
import { integerBelow, type Stream, uniform } from '../../engine/luck.ts';
import { Tournament } from '../../engine/tournament.ts';

/** The order of the spec's options. */
const ALGORITHM = { roundRobin: 0, leastConnections: 1, powerOfTwo: 2, random: 3, weightedRandom: 4, weightedRoundRobin: 5 } as const;

/** The most that the spec's `choices` can say. */
const mostChoices = 10;

/** Cells: whose turn it is; 1 when what was prepared for the algorithm no longer holds; how far weighted turns have come. */
const TURN = 0;
const STALE = 1;
const REACHED = 2;

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
  /** Room to work in, empty between two calls. */
  private readonly looked = new Int32Array(mostChoices);
  private readonly readyBehind: Int32Array;

  /** @param linkOf per target, the link that leads to it @param checks whose targets these are, in the same order */
  constructor(ctx: NodeContext, linkOf: readonly number[], checks: HealthChecks) {
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
    this.cells = memory.f64(3);
    this.cells[STALE] = 1;
    // the first two looks share a stream and differ in salt; the salts after those belong to the request's next try
    this.luck = Array.from({ length: mostChoices }, (_, look) => ctx.stream(look < 2 ? 'choice' : `choice ${look}`));
    this.algorithm = ctx.param('algorithm');
    this.choices = ctx.param('choices');
    this.readyBehind = new Int32Array(plan.links.length);
  }

  /** A request goes to a target. */
  opened(target: number): void {
    this.open[target]++;
    if (this.params[this.algorithm] === ALGORITHM.leastConnections) this.recount(target);
  }

  /** A target has answered, or is no longer waited for. */
  closed(target: number): void {
    this.open[target]--;
    if (this.params[this.algorithm] === ALGORITHM.leastConnections) this.recount(target);
  }

  /** Who is ready, a weight, or the algorithm may have changed. */
  unsettle(): void {
    this.cells[STALE] = 1;
  }

  /** A restart: nothing is open any more. */
  crashed(): void {
    this.open.fill(0);
    this.unsettle();
  }

  /** The target of a request; there must be one that is ready. @param salt tells apart the tries of one request, in steps of 4 */
  pick(request: number, salt: number): number {
    const { ready, readyCount } = this.checks;
    if (readyCount === 1) return ready[0];
    switch (this.params[this.algorithm]) {
      case ALGORITHM.leastConnections:
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
      default:
        return ready[this.turn(readyCount)];
    }
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
    if (this.least.of(target) !== Infinity) this.least.set(target, this.open[target]);
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
    this.shareOut();
    let sum = 0;
    for (let i = 0; i < readyCount; i++) {
      const target = ready[i];
      sum += this.share[target];
      this.upTo[i] = sum;
      if (this.share[target] > 0) this.least.set(target, this.due[target]);
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
