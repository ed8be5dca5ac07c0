/**
 * Denormalised rows: what a feed shows of a user stands in each of the user's rows, too. Who changes it waits for the row itself; the others
 * are written after it, and are old until then.
 */

import { ASK } from '../../engine/asks.ts';
import type { NodeContext } from '../../engine/behavior.ts';
import { longer } from '../../engine/memory.ts';
import { CLASS, OUTCOME } from '../../engine/plan.ts';
import type { Columns } from './columns.ts';
import { SALT, saltStride } from './dealings.ts';
import type { ShardMap } from './shardMap.ts';

export class Copies {
  private readonly ctx: NodeContext;
  private readonly columns: Columns;
  private readonly map: ShardMap;
  private readonly timer: number;
  /** By row: writes of it that are still to be done. */
  private pending = new Int32Array(0);
  /** [copies that are old now; copies tried again, which tells their draws apart] */
  private readonly cells: Float64Array;
  private readonly isOn: number;
  private readonly perRow: number;
  private readonly againSeconds: number;
  private readonly written: number;
  private readonly asked: (shard: number) => void;

  /** @param timer code to be woken with @param asked told of every call of a shard */
  constructor(ctx: NodeContext, columns: Columns, map: ShardMap, timer: number, asked: (shard: number) => void) {
    this.ctx = ctx;
    this.columns = columns;
    this.map = map;
    this.timer = timer;
    this.asked = asked;
    this.cells = ctx.memory.f64(2);
    ctx.memory.grows(this as unknown as Record<'pending', Int32Array>, 'pending');
    this.isOn = ctx.param('denormalised');
    this.perRow = ctx.param('copiesPerRow');
    this.againSeconds = ctx.param('againSeconds');
    this.written = ctx.metric('copyWrites');
  }

  get areKept(): boolean {
    return this.ctx.net.params[this.isOn] === 1;
  }

  get stale(): number {
    return this.cells[0];
  }

  isOld(row: number): boolean {
    return row < this.pending.length && this.pending[row] > 0;
  }

  /** The row of a call was written: its copies follow. */
  follow(call: number, row: number): void {
    const { net } = this.ctx;
    const { calls } = net;
    const rows = this.columns.count;
    // odd: by the remainder of an even number they are apart
    const stride = Math.floor(rows * 0.618) | 1;
    const salt = Math.imul(net.saltBelow(call), saltStride) + SALT.branch;
    for (let i = 1; i <= net.params[this.perRow]; i++) {
      const copy = (row + i * stride) % rows;
      this.make(copy);
      this.send(copy, calls.to[call], calls.request[call], salt + i);
    }
  }

  /** One has been written, or not. */
  returned(child: number, outcome: number): void {
    const { net, node } = this.ctx;
    const row = this.columns.of(net.calls.key[child]);
    if (outcome !== OUTCOME.ok) {
      net.wake(node, this.timer, row, net.now + net.params[this.againSeconds]);
      return;
    }
    net.meters.values[this.written]++;
    this.pending[row]--;
    this.cells[0]--;
  }

  /** It is time to try a copy again. @param slot of the router that does it, -1 = nobody is there */
  again(row: number, slot: number): void {
    const { net, node } = this.ctx;
    if (slot < 0) net.wake(node, this.timer, row, net.now + net.params[this.againSeconds]);
    else this.send(row, slot, this.cells[1]++, SALT.branch);
  }

  private make(row: number): void {
    if (row >= this.pending.length) {
      let length = Math.max(1024, this.pending.length);
      while (length <= row) length *= 2;
      this.pending = longer(this.pending, new Int32Array(length));
    }
    this.pending[row]++;
    this.cells[0]++;
  }

  private send(row: number, slot: number, request: number, salt: number): void {
    const { net } = this.ctx;
    const shard = this.map.home(row);
    this.asked(shard);
    const child = net.send(this.map.links[shard], slot, -1, -1, CLASS.write, this.columns.keyOf(row), request, salt);
    net.calls.scratch[child] = ASK.write;
  }
}
