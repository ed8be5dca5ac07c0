/** Which rows a request reads, and where each of them is at home. */

import { ASK } from '../asks.ts';
import type { NodeContext } from '../behavior.ts';
import type { Calls } from '../calls.ts';
import { integerBelow, type Stream } from '../luck.ts';
import type { Network } from '../network.ts';
import { Rows } from '../rows.ts';
import type { Forks } from './forks.ts';
import { SALT, saltOfStep } from './salts.ts';

export class Homes {
  readonly rows: Rows;
  private readonly net: Network;
  private readonly calls: Calls;
  private readonly sharding: Stream;

  constructor(ctx: NodeContext) {
    this.rows = new Rows(ctx);
    this.net = ctx.net;
    this.calls = ctx.net.calls;
    this.sharding = ctx.stream('shard');
  }

  /** Several nodes of one role share the rows: each row always goes to the same one. */
  home(links: readonly number[], row: number): number {
    return links.length === 1 ? links[0] : links[integerBelow(this.sharding, row, 0, links.length)];
  }

  /** The row that a request reads now: its own first, then others that always go with it. */
  rowNow(call: number): number {
    const first = this.rows.of(this.calls.key[call]);
    if (this.calls.visit[call] === 0) return first;
    const stride = Math.floor(this.rows.count * 0.618);
    return (first + this.calls.visit[call] * stride) % this.rows.count;
  }

  /** A request's next rows at once; all of them are needed. */
  fork(call: number, sources: readonly number[], count: number, forks: Forks): void {
    const { calls, net } = this;
    const salt = saltOfStep(net, call, SALT.fork);
    forks.begin(call, count, 0);
    for (let branch = 0; branch < count; branch++) {
      const row = this.rowNow(call);
      const key = this.rows.keyOf(row);
      const own = forks.saltOf(salt, calls.visit[call]++);
      const child = net.send(this.home(sources, row), calls.to[call], call, -1, calls.cls[call], key, calls.request[call], own);
      calls.scratch[child] = ASK.read;
    }
  }
}
