/** Which of several targets an answer names: by the policy, by who asks, and by who is well. */

import type { NodeContext } from '../../engine/behavior.ts';
import { drawUniform, integerBelow, type Stream } from '../../engine/luck.ts';

/** The order of the spec's options. */
export const POLICY = { geo: 0, roundRobin: 1, failover: 2, weighted: 3, latency: 4, single: 5 } as const;

/** Salts of the draws about a resolver. */
const MISLOCATED = 0;
const ELSEWHERE = 1;

/** The two names it knows: the site, and the host of its static files (when it leads to edges); one turn is kept for each. */
const names = 2;

/** Who asks for what: set before `pick`, so that no fraction is handed over. */
export interface Question {
  name: number;
  /** Node of the users that ask. */
  asker: number;
  /** The resolver through which they ask, by its number among theirs. */
  resolver: number;
  /** Of the request that the lookup is made for. */
  request: number;
}

export class Choosing {
  private readonly ctx: NodeContext;
  /** Drawn links, one per target. */
  private readonly links: readonly number[];
  /** Targets by name. */
  private readonly candidates: readonly (readonly number[])[];
  /** The asker's own link to a target, at asker's node * targets + target; -1 where it has none. */
  private readonly routes: Int32Array;
  /** One way there as it was when it was last measured, in seconds. */
  private readonly measured: Float64Array;
  private readonly turns: Int32Array;
  private readonly lots: Stream;
  private readonly locations: readonly Stream[];
  private readonly policy: number;
  private readonly geoErrorPercent: number;

  /** @param links drawn ones, one per target @param candidates targets of each name, as places in `links` */
  constructor(ctx: NodeContext, links: readonly number[], candidates: readonly (readonly number[])[]) {
    const { plan } = ctx;
    this.ctx = ctx;
    this.links = links;
    this.candidates = candidates;
    const nodes = links.map((link) => plan.links[link].to);
    this.routes = new Int32Array(plan.nodes.length * links.length).fill(-1);
    plan.links.forEach(({ from, to }, link) => {
      const target = nodes.indexOf(to);
      if (target >= 0) this.routes[from * links.length + target] = link;
    });
    this.measured = ctx.memory.f64(this.routes.length);
    this.turns = ctx.memory.i32(names);
    this.lots = ctx.stream('weights');
    this.locations = plan.nodes.map(({ id }) => ctx.stream(`location ${id}`));
    this.policy = ctx.param('policy');
    this.geoErrorPercent = ctx.param('geoErrorPercent');
  }

  /** Whether it matters who is well: a single record names its target whatever befalls it. */
  get heedsHealth(): boolean {
    return this.ctx.net.params[this.policy] !== POLICY.single;
  }

  /** How far everything is now, also by what has befallen the ways: what the latency policy goes by until the next time. */
  measure(): void {
    const { links } = this.ctx.net;
    for (let place = 0; place < this.routes.length; place++) {
      const route = this.routes[place];
      if (route >= 0) this.measured[place] = links.delaySeconds[route] + links.harm.delay(route);
    }
  }

  /** @param mayName whether a target may be named @returns -1 when none may */
  pick(question: Question, mayName: (target: number) => boolean): number {
    const policy = this.ctx.net.params[this.policy];
    if (policy === POLICY.roundRobin) return this.next(question, mayName);
    if (policy === POLICY.weighted) return this.byLot(question, mayName);
    if (policy === POLICY.geo || policy === POLICY.latency) return this.nearest(question, mayName, policy === POLICY.latency);
    return this.nth(question, mayName, 0);
  }

  private isOpen(question: Question, target: number, mayName: (target: number) => boolean): boolean {
    return this.routes[question.asker * this.links.length + target] >= 0 && mayName(target);
  }

  private nth(question: Question, mayName: (target: number) => boolean, nth: number): number {
    let left = nth;
    for (const target of this.candidates[question.name]) if (this.isOpen(question, target, mayName) && left-- === 0) return target;
    return -1;
  }

  private next(question: Question, mayName: (target: number) => boolean): number {
    const candidates = this.candidates[question.name];
    const start = this.turns[question.name];
    for (let i = 0; i < candidates.length; i++) {
      const at = (start + i) % candidates.length;
      if (!this.isOpen(question, candidates[at], mayName)) continue;
      this.turns[question.name] = (at + 1) % candidates.length;
      return candidates[at];
    }
    return -1;
  }

  /** By the weights of the wires, drawn for each lookup; where nobody has any, all alike. */
  private byLot(question: Question, mayName: (target: number) => boolean): number {
    const { weight } = this.ctx.net.links;
    let sum = 0;
    let open = 0;
    for (const target of this.candidates[question.name]) {
      if (!this.isOpen(question, target, mayName)) continue;
      sum += weight[this.links[target]];
      open++;
    }
    if (sum === 0) return open === 0 ? -1 : this.nth(question, mayName, integerBelow(this.lots, question.request, 1, open));
    let lot = drawUniform(this.lots, question.request, 0).value * sum;
    let last = -1;
    for (const target of this.candidates[question.name]) {
      if (weight[this.links[target]] === 0 || !this.isOpen(question, target, mayName)) continue;
      last = target;
      lot -= weight[this.links[target]];
      if (lot < 0) break;
    }
    return last;
  }

  /** The nearest to where the resolver is taken to stand: for some resolvers that is near another target. */
  private nearest(question: Question, mayName: (target: number) => boolean, asMeasured: boolean): number {
    const { links, params } = this.ctx.net;
    let best = -1;
    let bestDelay = Infinity;
    let open = 0;
    for (const target of this.candidates[question.name]) {
      if (!this.isOpen(question, target, mayName)) continue;
      open++;
      const place = question.asker * this.links.length + target;
      const delay = asMeasured ? this.measured[place] : links.delaySeconds[this.routes[place]];
      if (delay >= bestDelay) continue;
      best = target;
      bestDelay = delay;
    }
    const errs = params[this.geoErrorPercent];
    if (errs === 0 || open < 2) return best;
    const where = this.locations[question.asker];
    if (drawUniform(where, question.resolver, MISLOCATED).value * 100 >= errs) return best;
    const among = integerBelow(where, question.resolver, ELSEWHERE, open - 1);
    const other = this.nth(question, mayName, among);
    return other === best || this.comesAfter(question, best, other, mayName) ? this.nth(question, mayName, among + 1) : other;
  }

  /** Whether `other` stands behind `best` in the order of the wires: then the count of the others is one ahead. */
  private comesAfter(question: Question, best: number, other: number, mayName: (target: number) => boolean): boolean {
    for (const target of this.candidates[question.name]) {
      if (!this.isOpen(question, target, mayName)) continue;
      if (target === best) return true;
      if (target === other) return false;
    }
    return false;
  }
}
