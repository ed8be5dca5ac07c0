/**
 * Hinted handoff: writes that a node missed while it was away, kept by the others and brought to it one after the other when it is
 * back. After a while they are given up; then only a read that finds the difference repairs it.
 */

import type { NodeContext } from '../../engine/behavior.ts';
import { Chain } from '../../engine/chain.ts';
import { longer } from '../../engine/memory.ts';

const ints = ['row', 'write'] as const;
const floats = ['stamp', 'since'] as const;

export class Hints {
  row = new Int32Array(0);
  write = new Int32Array(0);
  stamp = new Float64Array(0);
  /** When it was noted down. */
  private since = new Float64Array(0);
  /** One line per node of the store. */
  private readonly lines: readonly Chain[];
  private readonly unused: Chain;
  /** By node: how many it has missed; 1 while one is on its way to it. */
  private readonly counts: Int32Array;
  private readonly isUnderWay: Uint8Array;
  private readonly ctx: NodeContext;
  private readonly hours: number;
  private readonly dropped: number;

  constructor(ctx: NodeContext) {
    const { memory, slots } = ctx;
    this.ctx = ctx;
    this.lines = Array.from({ length: slots }, () => new Chain(memory));
    this.unused = new Chain(memory);
    this.counts = memory.i32(slots);
    this.isUnderWay = memory.u8(slots);
    this.hours = ctx.param('hintHours');
    this.dropped = ctx.metric('hintsDropped');
    memory.grows(this as unknown as Record<string, Int32Array>, ...ints);
    memory.grows(this as unknown as Record<string, Float64Array>, ...floats);
  }

  countOf(node: number): number {
    return this.counts[node];
  }

  /** A node misses a write. */
  add(node: number, row: number, write: number, stamp: number): void {
    if (this.windowSeconds === 0) {
      this.ctx.net.meters.values[this.dropped]++;
      return;
    }
    if (this.unused.first < 0) this.grow();
    const hint = this.unused.first;
    this.unused.remove(hint);
    this.row[hint] = row;
    this.write[hint] = write;
    this.stamp[hint] = stamp;
    this.since[hint] = this.ctx.net.now;
    this.lines[node].append(hint);
    this.counts[node]++;
  }

  /** The hint to bring to a node now; -1 = none, or one is on its way. It stays in line until `arrived`. */
  next(node: number): number {
    if (this.isUnderWay[node] === 1) return -1;
    this.expire(node);
    const hint = this.lines[node].first;
    if (hint >= 0) this.isUnderWay[node] = 1;
    return hint;
  }

  /** The one on its way has arrived. */
  arrived(node: number): void {
    this.isUnderWay[node] = 0;
    if (this.lines[node].first >= 0) this.drop(node);
  }

  /** The node is away again: what was on its way stays first in line. */
  interrupted(node: number): void {
    this.isUnderWay[node] = 0;
  }

  /** Gives up what has been kept for too long. */
  expire(node: number): void {
    const oldest = this.ctx.net.now - this.windowSeconds;
    if (this.isUnderWay[node] === 1) return;
    for (let hint = this.lines[node].first; hint >= 0 && this.since[hint] < oldest; hint = this.lines[node].first) {
      this.drop(node);
      this.ctx.net.meters.values[this.dropped]++;
    }
  }

  private get windowSeconds(): number {
    return this.ctx.net.params[this.hours] * 3600;
  }

  private drop(node: number): void {
    const hint = this.lines[node].first;
    this.lines[node].remove(hint);
    this.counts[node]--;
    this.unused.append(hint);
  }

  private grow(): void {
    const before = this.row.length;
    const length = Math.max(64, before * 2);
    for (const column of ints) this[column] = longer(this[column], new Int32Array(length));
    for (const column of floats) this[column] = longer(this[column], new Float64Array(length));
    for (let hint = before; hint < length; hint++) this.unused.append(hint);
  }
}
