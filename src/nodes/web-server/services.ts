/** Which service a request asks: one of several, or several at once, and when it has enough answers. */

import { ASK } from '../../engine/asks.ts';
import type { NodeContext } from '../../engine/behavior.ts';
import type { Calls } from '../../engine/calls.ts';
import { integerBelow, type Stream, uniform } from '../../engine/luck.ts';
import type { Network } from '../../engine/network.ts';
import type { Rows } from '../../engine/rows.ts';
import { Forks } from './forks.ts';
import { PHASE, phaseOf, SALT, saltOfStep } from './salts.ts';

/** The order of the field's options. */
const CHOOSING = { home: 0, weight: 1 } as const;

/** What `ask` has sent. */
export const ASKED_FOR = { nothing: 0, one: 1, several: 2 } as const;

export class Services {
  readonly forks: Forks;
  private readonly rows: Rows;
  private readonly net: Network;
  private readonly calls: Calls;
  private readonly params: Float64Array;
  private readonly sharding: Stream;
  private readonly turns: Stream;
  private readonly lots: Stream;
  private readonly wishes: Stream;
  private readonly fields;

  constructor(ctx: NodeContext, rows: Rows) {
    this.rows = rows;
    this.forks = new Forks(ctx);
    this.net = ctx.net;
    this.calls = ctx.net.calls;
    this.params = ctx.net.params;
    this.sharding = ctx.stream('shard');
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

  /** Several nodes of one role share the rows: each row always goes to the same one. */
  home(links: readonly number[], row: number): number {
    return links.length === 1 ? links[0] : links[integerBelow(this.sharding, row, 0, links.length)];
  }

  /**
   * A request asks.
   * @param row that its home is looked for
   * @param step one of `SALT`
   * @returns one of `ASKED_FOR`
   */
  ask(call: number, links: readonly number[], row: number, step: number): number {
    const { calls, net } = this;
    if (links.length === 0 || !this.wants(call)) return ASKED_FOR.nothing;
    if (this.fanOut > 1) {
      this.fork(call, links);
      return ASKED_FOR.several;
    }
    const byLot = this.params[this.fields.choosing] === CHOOSING.weight;
    const link = byLot ? this.byWeight(call, links) : this.home(links, row);
    if (link < 0) return ASKED_FOR.nothing;
    const salt = saltOfStep(net, call, step, calls.memo[call]);
    const child = net.send(link, calls.to[call], call, -1, calls.cls[call], calls.key[call], calls.request[call], salt);
    calls.scratch[child] = ASK.read;
    return ASKED_FOR.one;
  }

  /** The row that a request reads now: its own first, then others that always go with it. */
  rowNow(call: number): number {
    const first = this.rows.of(this.calls.key[call]);
    if (this.calls.visit[call] === 0) return first;
    const stride = Math.floor(this.rows.count * 0.618);
    return (first + this.calls.visit[call] * stride) % this.rows.count;
  }

  /** A request's next rows at once; all of them are needed. */
  forkRows(call: number, sources: readonly number[], needed: number): void {
    const { calls, net, forks } = this;
    const count = Math.min(needed, this.fanOut);
    const salt = saltOfStep(net, call, SALT.fork, calls.memo[call]);
    forks.begin(call, count, 0);
    for (let branch = 0; branch < count; branch++) {
      const row = this.rowNow(call);
      const key = this.rows.keyOf(row);
      const own = forks.saltOf(salt, calls.visit[call]++);
      const link = this.home(sources, row);
      const child = net.send(link, calls.to[call], call, -1, calls.cls[call], key, calls.request[call], own);
      calls.scratch[child] = ASK.read;
    }
  }

  /** The links in turn, and the instances behind each; which is first changes from request to request. */
  private fork(call: number, links: readonly number[]): void {
    const { calls, net, forks } = this;
    const request = calls.request[call];
    const count = this.fanOut;
    const salt = saltOfStep(net, call, SALT.fork, calls.memo[call]);
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
    return saltOfStep(this.net, call, 0, this.calls.memo[call]);
  }
}
