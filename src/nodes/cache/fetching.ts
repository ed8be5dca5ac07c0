/** What a cache asks the store behind it: rows that it does not have, and writes that it was told. */

import { ASK } from '../../engine/asks.ts';
import type { NodeContext } from '../../engine/behavior.ts';
import { nth, rowCells } from '../../engine/calls.ts';
import { Flights } from '../../engine/flights.ts';
import { integerBelow, type Stream } from '../../engine/luck.ts';
import { longer } from '../../engine/memory.ts';
import type { Network } from '../../engine/network.ts';
import { CLASS, OUTCOME } from '../../engine/plan.ts';
import type { Rows } from '../../engine/rows.ts';

/** What tells apart what one call asks below. */
const SALT = { read: 0, write: 1, refresh: 2, flush: 3, count: 64 } as const;

export class Fetching {
  private readonly net: Network;
  private readonly rows: Rows;
  private readonly stores: readonly number[];
  private readonly sharding: Stream;
  private readonly flights: Flights;
  /** Per call: when it began to read; and 1 when others may wait for it. */
  private began = new Float64Array(0);
  private leads = new Uint8Array(0);
  /** [rows flushed]: tells their draws apart. */
  private readonly flushed: Int32Array;

  constructor(ctx: NodeContext, rows: Rows) {
    this.net = ctx.net;
    this.rows = rows;
    this.stores = ctx.linksTo('store');
    this.sharding = ctx.stream('shard');
    this.flights = new Flights(ctx.memory, ctx.net.calls);
    this.flushed = ctx.memory.i32(1);
    ctx.memory.grows(this as unknown as Record<'began', Float64Array>, 'began');
    ctx.memory.grows(this as unknown as Record<'leads', Uint8Array>, 'leads');
  }

  get hasStore(): boolean {
    return this.stores.length > 0;
  }

  /** Whether another call is out for the row, so that this one now waits for it; else it goes, and others may wait. */
  waitsFor(call: number, row: number): boolean {
    if (this.flights.joins(row, call)) return true;
    this.makeRoom(call);
    this.leads[nth(call)] = 1;
    return false;
  }

  /** The call is back. @returns the first of those that waited for it, the others by `next`; -1 when nobody did */
  land(call: number): number {
    if (this.leads[nth(call)] === 0) return -1;
    this.leads[nth(call)] = 0;
    return this.flights.land(call);
  }

  begunAt(call: number): number {
    return this.began[nth(call)];
  }

  read(call: number, row: number): void {
    this.makeRoom(call);
    this.began[nth(call)] = this.net.now;
    this.ask(call, row, this.wordFor(call), SALT.read, call);
  }

  write(call: number, row: number): void {
    this.ask(call, row, ASK.write, SALT.write, call);
  }

  /** Reads a row for the cache itself. */
  refresh(call: number, row: number): void {
    this.ask(call, row, this.wordFor(call), SALT.refresh, -1);
  }

  /** Writes back a row. @returns the call */
  flush(row: number, slot: number, request: number): number {
    const { net } = this;
    const salt = (this.flushed[0]++ & 0xffff) * SALT.count + SALT.flush;
    const child = net.send(this.home(row), slot, -1, -1, CLASS.write, this.rows.keyOf(row), request, salt);
    net.calls.scratch[child] = ASK.write;
    return child;
  }

  crashed(slot: number): void {
    const { calls } = this.net;
    for (let call = 0; nth(call) < this.leads.length; call += rowCells)
      if (this.leads[nth(call)] === 1 && calls.to[call] === slot) this.leads[nth(call)] = 0;
    this.flights.forget(slot);
  }

  /** @param parent who waits for the answer, -1 for nobody */
  private ask(call: number, row: number, what: number, step: number, parent: number): void {
    const { net } = this;
    const { calls } = net;
    const salt = net.saltBelow(call) * SALT.count + step;
    const child = net.send(this.home(row), calls.to[call], parent, -1, calls.cls[call], calls.key[call], calls.request[call], salt);
    calls.scratch[child] = what;
  }

  /** A feed is a join, also when a cache asks for it. */
  private wordFor(call: number): number {
    return this.net.calls.cls[call] === CLASS.feed ? ASK.join : ASK.read;
  }

  /** Several stores share the rows: each row always goes to the same one. */
  private home(row: number): number {
    return this.stores.length === 1 ? this.stores[0] : this.stores[integerBelow(this.sharding, row, 0, this.stores.length)];
  }

  private makeRoom(call: number): void {
    if (nth(call) < this.began.length && nth(call) < this.leads.length) return;
    let length = Math.max(256, this.began.length);
    while (length <= nth(call)) length *= 2;
    this.began = longer(this.began, new Float64Array(length));
    this.leads = longer(this.leads, new Uint8Array(length));
  }
}

/** 503 when somebody below was full, 500 for everything else that went wrong. */
export const failureOr = (outcome: number): number => (outcome === OUTCOME.ok || outcome === OUTCOME.shed ? outcome : OUTCOME.error);
