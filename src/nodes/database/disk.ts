/**
 * The disk of each server, and the pages of it that are in memory. A read of a page that is not has to wait for the disk; a write goes
 * to the log, and its page is written behind. A disk can be full: then nothing more is written.
 */

import type { NodeContext } from '../../engine/behavior.ts';
import { KeyStore } from '../../engine/keyStore.ts';
import { Rows } from '../../engine/rows.ts';

/** One write of the log, one of the page. */
const opsPerWrite = 2;

export class Disk {
  private readonly ctx: NodeContext;
  private readonly rows: Rows;
  /** Pages in memory, by instance. */
  private readonly buffers: readonly KeyStore[];
  private readonly full: Uint8Array;
  private readonly fields;
  private readonly metrics;

  constructor(ctx: NodeContext) {
    this.ctx = ctx;
    this.rows = new Rows(ctx);
    this.fields = {
      bufferMB: ctx.param('bufferMB'),
      rowKB: ctx.param('rowKB'),
      pageKB: ctx.param('pageKB'),
      readMs: ctx.param('diskReadMs'),
    };
    this.metrics = { ops: ctx.metric('diskOps'), reads: ctx.metric('diskReads') };
    const luck = ctx.stream('pages');
    this.buffers = Array.from({ length: ctx.slots }, () => new KeyStore(ctx.memory, this.pagesInMemory, luck));
    this.full = ctx.memory.u8(ctx.slots);
  }

  /** Seconds that a read waits for the disk, at full speed; 0 where its page is in memory. Brings the page in. */
  secondsToRead(slot: number, row: number): number {
    const { net, firstSlot } = this.ctx;
    if (this.fits) return 0;
    const buffer = this.buffers[slot - firstSlot];
    const page = row % this.pages;
    if (buffer.get(page, net.now) >= 0) return 0;
    buffer.put(page, net.now, Infinity);
    net.meters.values[this.metrics.ops + slot - firstSlot]++;
    net.meters.values[this.metrics.reads + slot - firstSlot]++;
    return net.params[this.fields.readMs] / 1000;
  }

  /** A server has written a row. */
  wrote(slot: number, row: number): void {
    const { net, firstSlot } = this.ctx;
    net.meters.values[this.metrics.ops + slot - firstSlot] += opsPerWrite;
    if (!this.fits) this.buffers[slot - firstSlot].put(row % this.pages, net.now, Infinity);
  }

  /** MB of pages that a server has in memory. */
  megabytes(slot: number): number {
    const { net, firstSlot } = this.ctx;
    const pages = this.fits ? this.pages : this.buffers[slot - firstSlot].size;
    return (pages * net.params[this.fields.pageKB]) / 1024;
  }

  isFull(slot: number): boolean {
    return this.full[slot - this.ctx.firstSlot] === 1;
  }

  setFull(slot: number, isFull: boolean): void {
    this.full[slot - this.ctx.firstSlot] = isFull ? 1 : 0;
  }

  /** What was in memory is gone. */
  crashed(slot: number): void {
    this.buffers[slot - this.ctx.firstSlot].clear();
  }

  /** Takes the size of the memory as it is now. */
  changed(): void {
    for (const buffer of this.buffers) buffer.setCapacity(this.pagesInMemory, this.ctx.net.now);
  }

  private get pages(): number {
    const { params } = this.ctx.net;
    return Math.max(1, Math.ceil((this.rows.count * params[this.fields.rowKB]) / params[this.fields.pageKB]));
  }

  private get pagesInMemory(): number {
    const { params } = this.ctx.net;
    return Math.floor((params[this.fields.bufferMB] * 1024) / params[this.fields.pageKB]);
  }

  /** Every page is in memory: as if there were none to look for. */
  private get fits(): boolean {
    return this.ctx.net.params[this.fields.bufferMB] === 0 || this.pagesInMemory >= this.pages;
  }
}
