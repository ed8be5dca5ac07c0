/**
 * Where every row is: by the placement in force, but for those that still wait to be moved there. Also how many there are on each shard, and
 * what a copy of a row that has moved since it was made is still worth.
 */

import type { NodeContext } from '../../engine/behavior.ts';
import type { Book } from '../../engine/ledger.ts';
import { longer } from '../../engine/memory.ts';
import type { Columns } from './columns.ts';
import type { HotKeys } from './hotKeys.ts';
import type { Placement } from './placement.ts';

/** Of a row: where it belongs; waits to be moved; is being copied. */
export const ROW = { settled: 0, waits: 1, copied: 2 } as const;

/** Rows that are counted at most where rows are counted one by one. */
const mostCounted = 1_000_000;

export class ShardMap implements Book {
  /** Of rows that are not where they belong: one of `ROW`, and the shard that has them. Empty until rows move. */
  state = new Uint8Array(0);
  from = new Int32Array(0);
  readonly links: readonly number[];
  readonly keysAt: Int32Array;
  readonly hot: HotKeys;
  private readonly ctx: NodeContext;
  private readonly columns: Columns;
  private readonly placement: Placement;
  /** By row that has moved: the answer's number (plus one) that the shard it left would have given, and what the new one's was then. */
  private leftAs = new Float64Array(0);
  private cameAs = new Float64Array(0);
  private readonly shardsInUse: number;
  /** 1 once rows were counted. */
  private readonly counted: Uint8Array;

  constructor(ctx: NodeContext, columns: Columns, placement: Placement, hot: HotKeys, links: readonly number[]) {
    const { memory } = ctx;
    this.ctx = ctx;
    this.columns = columns;
    this.placement = placement;
    this.hot = hot;
    this.links = links;
    this.shardsInUse = ctx.param('shardsInUse');
    this.keysAt = memory.i32(links.length);
    this.counted = memory.u8(1);
    memory.grows(this as unknown as Record<'state', Uint8Array>, 'state');
    memory.grows(this as unknown as Record<'from', Int32Array>, 'from');
    memory.grows(this as unknown as Record<'leftAs' | 'cameAs', Float64Array>, 'leftAs', 'cameAs');
  }

  /** Shards that there shall be: those for everybody. */
  get wanted(): number {
    const all = this.links.length;
    const asked = this.ctx.net.params[this.shardsInUse];
    const most = this.hot.wantsDedicated && all > 1 ? all - 1 : all;
    return asked === 0 ? most : Math.min(asked, most);
  }

  /** The shard that has a row now. @param row or `newRow` */
  home(row: number): number {
    if (row >= 0 && row < this.state.length && this.state[row] !== ROW.settled) return this.from[row];
    return this.belongs(row);
  }

  /** The shard that shall have it. */
  belongs(row: number): number {
    if (this.hot.isDedicated && this.hot.isHot(row) && this.placement.shards < this.links.length) return this.placement.shards;
    return this.placement.of(row);
  }

  isCopied(row: number): boolean {
    return row >= 0 && row < this.state.length && this.state[row] === ROW.copied;
  }

  /** Makes room to remember where rows are. */
  remember(): void {
    const rows = this.columns.count;
    if (this.state.length >= rows) return;
    this.state = longer(this.state, new Uint8Array(rows));
    this.from = longer(this.from, new Int32Array(rows));
    this.leftAs = longer(this.leftAs, new Float64Array(rows));
    this.cameAs = longer(this.cameAs, new Float64Array(rows));
  }

  /** A row is where it belongs from now on. */
  arrived(row: number): void {
    const shard = this.belongs(row);
    const old = this.from[row];
    this.leftAs[row] = this.codeOf(old, this.bookOf(old)?.newestOf(row) ?? 0) + 1;
    this.cameAs[row] = this.bookOf(shard)?.newestOf(row) ?? 0;
    this.state[row] = ROW.settled;
    if (this.counted[0] === 0) return;
    this.keysAt[old]--;
    this.keysAt[shard]++;
  }

  /** Counts the rows of each shard, once; from then on moves are counted. */
  count(): void {
    if (this.counted[0] === 1) return;
    this.counted[0] = 1;
    this.keysAt.fill(0);
    const rows = this.columns.count;
    const step = Math.ceil(rows / mostCounted);
    for (let row = 0; row < rows; row += step) this.keysAt[this.home(row)] += step;
  }

  recount(): void {
    this.counted[0] = 0;
  }

  /** A number for an answer's version: a shard's own numbers, told apart from those of other shards. */
  codeOf(shard: number, version: number): number {
    return version * this.links.length + shard;
  }

  isOld(row: number, code: number): boolean {
    const shard = code % this.links.length;
    const home = this.home(row);
    const version = (code - shard) / this.links.length;
    if (shard === home || this.hot.isSplit(row)) return this.bookOf(shard)?.isOld(row, version) ?? false;
    const hasMovedAs = row < this.leftAs.length && this.leftAs[row] === code + 1;
    return !hasMovedAs || this.newestAt(home, row) !== this.cameAs[row];
  }

  isElsewhere(row: number, code: number): boolean {
    return code % this.links.length !== this.home(row) && !this.hot.isSplit(row);
  }

  newestOf(row: number): number {
    const home = this.home(row);
    return this.codeOf(home, this.newestAt(home, row));
  }

  /** What the first instances of its shard would show of a row, for who looks on; -1 = nothing. */
  versionsOf(row: number, count: number): number[] {
    const { net } = this.ctx;
    const node = net.links.to[this.links[this.home(row)]];
    const slots = this.ctx.plan.nodes[node].slots;
    const book = net.ledgers[node];
    return Array.from({ length: count }, (_, i) => {
      const isThere = i < slots && net.instances.exists[net.instances.first[node] + i] === 1;
      return isThere ? (book?.seenAt?.(i, row) ?? -1) : -1;
    });
  }

  private newestAt(shard: number, row: number): number {
    return this.bookOf(shard)?.newestOf(row) ?? 0;
  }

  private bookOf(shard: number): Book | undefined {
    const { net } = this.ctx;
    return net.ledgers[net.links.to[this.links[shard]]];
  }
}
