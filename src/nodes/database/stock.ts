/**
 * Rows that are a stock: so many pieces of each, and every write takes one. How many are gone is part of the row, so whoever takes over
 * without the last writes has pieces again that were sold, and of two primaries each sells the same ones. Who was told that a piece is
 * theirs is counted apart (`Sold`): what is more than there ever was has been sold twice.
 */

import type { NodeContext } from '../../engine/behavior.ts';
import { nth } from '../../engine/calls.ts';
import type { Ledger } from '../../engine/ledger.ts';
import { longer } from '../../engine/memory.ts';
import type { Sold } from '../../engine/sold.ts';

/** The order of the options of `stockCheck`. */
const CHECK = { whenWriting: 0, before: 1 } as const;

/** Cells: up to this write the numbers stand by row; 1 once there has been a stock. */
const SETTLED = 0;
const BEGUN = 1;

export class Stock {
  private readonly ctx: NodeContext;
  private readonly ledger: Ledger;
  private readonly sold: Sold;
  private readonly cells: Float64Array;
  /** By write, a ring: its row, and how many pieces of it were gone after it. */
  private row = new Int32Array(256);
  private gone = new Int32Array(256);
  /** By row: how many are gone for all copies. */
  private settled = new Int32Array(256);
  /** By call: how many were gone when it looked. */
  private seen = new Int32Array(0);
  private readonly fields;
  private readonly metrics;

  constructor(ctx: NodeContext, ledger: Ledger, sold: Sold) {
    this.ctx = ctx;
    this.ledger = ledger;
    this.sold = sold;
    this.cells = ctx.memory.f64(2);
    ctx.memory.grows(this as unknown as Record<'row' | 'gone' | 'settled' | 'seen', Int32Array>, 'row', 'gone', 'settled', 'seen');
    this.fields = { pieces: ctx.param('stockPerRow'), check: ctx.param('stockCheck') };
    this.metrics = { sold: ctx.metric('piecesSold'), soldOut: ctx.metric('soldOut'), oversold: ctx.metric('oversold') };
  }

  private get pieces(): number {
    return this.ctx.net.params[this.fields.pieces];
  }

  /** Whether there is one, or has been. */
  get isOn(): boolean {
    return this.pieces > 0 || this.cells[BEGUN] === 1;
  }

  /** A buyer's statement begins: who looks before writing looks now. @param version what its server shows of the row */
  looks(call: number, row: number, version: number): void {
    if (this.pieces === 0) return;
    if (nth(call) >= this.seen.length) {
      this.seen = longer(this.seen, new Int32Array(Math.max(256, nth(this.ctx.net.calls.used))));
    }
    this.seen[nth(call)] = this.goneIn(row, version);
  }

  /** Whether there is nothing left for a buyer, as far as his statement knows. @param version what its server shows of the row now */
  isSoldOut(call: number, row: number, version: number): boolean {
    const { net } = this.ctx;
    if (this.pieces === 0) return false;
    const gone = net.params[this.fields.check] === CHECK.before ? this.seen[nth(call)] : this.goneIn(row, version);
    if (gone < this.pieces) return false;
    net.meters.values[this.metrics.soldOut]++;
    return true;
  }

  /** A piece is taken. Before the write is booked: what leaves the ledger's window is settled first. @param version what its server showed before it */
  take(row: number, version: number): void {
    if (this.cells[BEGUN] === 0) {
      this.cells[BEGUN] = 1;
      this.cells[SETTLED] = this.ledger.last;
    }
    this.settle(this.ledger.last - this.ledger.held);
    const write = this.ledger.last + 1;
    if (write - this.cells[SETTLED] >= this.row.length) this.growRing();
    const at = write & (this.row.length - 1);
    this.row[at] = row;
    this.gone[at] = this.goneIn(row, version) + (this.pieces > 0 ? 1 : 0);
  }

  /** A buyer was told that the piece is his. */
  told(row: number): void {
    if (this.pieces === 0) return;
    const { values } = this.ctx.net.meters;
    values[this.metrics.sold]++;
    if (this.sold.add(row) > this.pieces) values[this.metrics.oversold]++;
  }

  private goneIn(row: number, version: number): number {
    if (version > this.cells[SETTLED]) return this.gone[version & (this.row.length - 1)];
    return row < this.settled.length ? this.settled[row] : 0;
  }

  /** What all copies have stands by row from now on; lost writes have changed nothing. */
  private settle(upTo: number): void {
    for (let write = this.cells[SETTLED] + 1; write <= upTo; write++) {
      if (this.ledger.isLost(write)) continue;
      const at = write & (this.row.length - 1);
      const row = this.row[at];
      if (row >= this.settled.length) {
        let length = this.settled.length;
        while (length <= row) length *= 2;
        this.settled = longer(this.settled, new Int32Array(length));
      }
      this.settled[row] = this.gone[at];
    }
    this.cells[SETTLED] = Math.max(this.cells[SETTLED], upTo);
  }

  private growRing(): void {
    const old = this.row.length;
    const [row, gone] = [new Int32Array(old * 2), new Int32Array(old * 2)];
    for (let write = this.cells[SETTLED] + 1; write <= this.ledger.last; write++) {
      row[write & (old * 2 - 1)] = this.row[write & (old - 1)];
      gone[write & (old * 2 - 1)] = this.gone[write & (old - 1)];
    }
    this.row = row;
    this.gone = gone;
  }
}
