/** Which service a web server's request asks: one of several, or several at once, and when it has enough answers. */

import { ASK } from '../../engine/asks.ts';
import type { NodeContext } from '../../engine/behavior.ts';
import type { Calls } from '../../engine/calls.ts';
import { integerBelow, type Stream, uniform } from '../../engine/luck.ts';
import type { Network } from '../../engine/network.ts';
import { Forks } from '../../engine/program/forks.ts';
import type { Homes } from '../../engine/program/homes.ts';
import { PHASE, phaseOf, SALT, saltOfStep } from '../../engine/program/salts.ts';
import { ASKED_FOR, type Services } from '../../engine/program/services.ts';

/** The order of the field's options. */
const CHOOSING = { home: 0, weight: 1 } as const;

/** Most calls of one request at once: the field's. */
const mostCalls = 100;

export class Choosing implements Services {
  readonly forks: Forks;
  private readonly homes: Homes;
  private readonly net: Network;
  private readonly calls: Calls;
  private readonly params: Float64Array;
  private readonly turns: Stream;
  private readonly lots: Stream;
  private readonly wishes: Stream;
  private readonly fields;

  constructor(ctx: NodeContext, homes: Homes) {
    this.homes = homes;
    this.forks = new Forks(ctx);
    this.net = ctx.net;
    this.calls = ctx.net.calls;
    this.params = ctx.net.params;
    this.turns = ctx.stream('turns');
    this.lots = ctx.stream('lots');
    this.wishes = ctx.stream('wishes');
    this.fields = {
      fanOut: ctx.param('fanOut'),
      fanQuorum: ctx.param('fanQuorum'),
      choosing: ctx.param('choosing'),
      serviceShare: ctx.param('serviceShare'),
    };
  }

  /** Calls that a request makes at the same time. */
  get fanOut(): number {
    return this.params[this.fields.fanOut];
  }

  ask(call: number, links: readonly number[], row: number, step: number): number {
    const { calls, net } = this;
    if (links.length === 0 || !this.wants(call)) return ASKED_FOR.nothing;
    if (this.fanOut > 1) {
      this.fork(call, links);
      return ASKED_FOR.several;
    }
    const byLot = this.params[this.fields.choosing] === CHOOSING.weight;
    const link = byLot ? this.byWeight(call, links) : this.homes.home(links, row);
    if (link < 0) return ASKED_FOR.nothing;
    const salt = saltOfStep(net, call, step);
    const child = net.send(link, calls.to[call], call, -1, calls.cls[call], calls.key[call], calls.request[call], salt);
    calls.scratch[child] = ASK.read;
    return ASKED_FOR.one;
  }

  join(call: number, child: number, isOk: boolean): number {
    const salt = saltOfStep(this.net, call, SALT.fork);
    return this.forks.join(call, child, isOk, salt, mostCalls);
  }

  /** What was asked in vain is no page. */
  settle(_call: number, outcome: number): number {
    return outcome;
  }

  /** The links in turn, and the instances behind each; which is first changes from request to request. */
  private fork(call: number, links: readonly number[]): void {
    const { calls, net, forks } = this;
    const request = calls.request[call];
    const count = this.fanOut;
    const salt = saltOfStep(net, call, SALT.fork);
    const start = integerBelow(this.turns, request, salt, 0x40000000);
    forks.begin(call, count, this.params[this.fields.fanQuorum]);
    for (let branch = 0; branch < count; branch++) {
      const link = links[(start + branch) % links.length];
      const to = forks.instanceInTurn(link, start + Math.floor(branch / links.length));
      const own = forks.saltOf(salt, branch);
      const child = net.send(link, calls.to[call], call, to, calls.cls[call], calls.key[call], request, own);
      calls.scratch[child] = ASK.read;
    }
  }

  /** Whether this request asks a service at all: who computes again asks for that. */
  private wants(call: number): boolean {
    const share = this.params[this.fields.serviceShare];
    return (
      share >= 100 ||
      phaseOf(this.calls.memo[call]) === PHASE.between ||
      uniform(this.wishes, this.calls.request[call], this.saltOfLot(call)) * 100 < share
    );
  }

  /** One of several, by lot and weight; -1 when all weights are 0. */
  private byWeight(call: number, links: readonly number[]): number {
    const { weight } = this.net.links;
    let sum = 0;
    for (let i = 0; i < links.length; i++) sum += weight[links[i]];
    if (sum === 0) return -1;
    let left = uniform(this.lots, this.calls.request[call], this.saltOfLot(call)) * sum;
    let chosen = -1;
    for (let i = 0; i < links.length && left >= 0; i++) {
      if (weight[links[i]] === 0) continue;
      chosen = links[i];
      left -= weight[chosen];
    }
    return chosen;
  }

  private saltOfLot(call: number): number {
    return saltOfStep(this.net, call, 0);
  }
}
