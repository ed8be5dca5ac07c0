/** Which entry of the cache a call is about: rows first, and behind them what searches have found, key by key. */

import { ASK } from '../../engine/asks.ts';
import type { NodeContext } from '../../engine/behavior.ts';
import type { Calls } from '../../engine/calls.ts';
import { Rows } from '../../engine/rows.ts';

export class Entries extends Rows {
  private readonly calls: Calls;

  constructor(ctx: NodeContext) {
    super(ctx);
    this.calls = ctx.net.calls;
  }

  /** The call is about what a search has found, which no database has. */
  isResult(call: number): boolean {
    return this.calls.scratch[call] === ASK.find || this.calls.scratch[call] === ASK.found;
  }

  ofCall(call: number): number {
    const row = this.of(this.calls.key[call]);
    return this.isResult(call) ? this.count + row : row;
  }
}
