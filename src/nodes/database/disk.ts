/**
 * The disk of each server, and the pages of it that are in memory. A read of a page that is not has to wait for the disk; a write goes
 * to the log, and its page is written behind. Data grows by itself and with rows that are brought from elsewhere; a disk that is full takes
 * nothing more.
 */

import type { NodeContext } from '../../engine/behavior.ts';
import { KeyStore } from '../../engine/keyStore.ts';
import { Rows } from '../../engine/rows.ts';

/** One write of the log, one of the page. */
const opsPerWrite = 2;
/** Of the disk, above which somebody should know. */
const highShare = 0.8;
const daySeconds = 86_400;

/** What was last said of a disk. */
const STATE = { fine: 0, high: 1, full: 2 } as const;
const GROWN = 0;
const SINCE = 1;
const PER_SECOND = 2;

export class Disk {
  private readonly ctx: NodeContext;
  private readonly rows: Rows;
  /** Pages in memory, by instance. */
  private readonly buffers: readonly KeyStore[];
  /** By a fault, whatever is on it. */
  private readonly full: Uint8Array;
  private readonly said: Uint8Array;
  /** GB beside those of the start until a moment, and what is added per second since. Copies have the same data. */
  private readonly growth: Float64Array;
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
      storage: ctx.param('storageGB'),
      data: ctx.param('dataGB'),
      growth: ctx.param('growthGBPerDay'),
    };
    this.metrics = {
      ops: ctx.metric('diskOps'),
      reads: ctx.metric('diskReads'),
      gigabytes: ctx.metric('diskGb'),
      use: ctx.metric('diskUse'),
      toFull: ctx.metric('hoursToFull'),
    };
    this.said = ctx.memory.u8(ctx.slots);
    this.growth = ctx.memory.f64(3);
    this.growth[PER_SECOND] = ctx.net.params[this.fields.growth] / daySeconds;
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
    return this.full[slot - this.ctx.firstSlot] === 1 || this.gigabytes >= this.ctx.net.params[this.fields.storage];
  }

  /** Rows have come, or gone where it is below 0. */
  carry(gigabytes: number): void {
    this.growth[GROWN] += gigabytes;
  }

  /** Whether a disk that was full is no longer. */
  hasRoomAgain(slot: number): boolean {
    const i = slot - this.ctx.firstSlot;
    if (this.said[i] !== STATE.full || this.isFull(slot)) return false;
    this.said[i] = STATE.high;
    return true;
  }

  /** Writes down how full the disk is, and says so when it gets too full. */
  measure(slot: number): void {
    const { net, firstSlot, node } = this.ctx;
    const i = slot - firstSlot;
    const storage = net.params[this.fields.storage];
    const use = Math.min(1, this.gigabytes / storage);
    const perHour = this.growth[PER_SECOND] * 3600;
    net.meters.values[this.metrics.gigabytes + i] = use * storage;
    net.meters.values[this.metrics.use + i] = use;
    net.meters.values[this.metrics.toFull + i] = perHour > 0 ? ((1 - use) * storage) / perHour : -1;
    const state = this.isFull(slot) ? STATE.full : use >= highShare ? STATE.high : STATE.fine;
    if (state > this.said[i]) net.journal.note(state === STATE.full ? 'disk-full' : 'disk-high', node, i, use * 100);
    // one that has room again is told of by `hasRoomAgain`
    if (this.said[i] !== STATE.full || state === STATE.full) this.said[i] = state;
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
    const { net } = this.ctx;
    this.growth[GROWN] = this.grown;
    this.growth[SINCE] = net.now;
    this.growth[PER_SECOND] = net.params[this.fields.growth] / daySeconds;
    for (const buffer of this.buffers) buffer.setCapacity(this.pagesInMemory, this.ctx.net.now);
  }

  private get grown(): number {
    return this.growth[GROWN] + (this.ctx.net.now - this.growth[SINCE]) * this.growth[PER_SECOND];
  }

  private get gigabytes(): number {
    return Math.max(0, this.ctx.net.params[this.fields.data] + this.grown);
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
