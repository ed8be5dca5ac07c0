/**
 * How a program uses the caches it is wired to: it looks a row up, and when it is not there does what the answer says: reads it
 * and brings it, shares one reading with others of this instance, or waits while somebody else reads it.
 */

import { ASK, STANDS_FOR } from '../asks.ts';
import type { NodeContext } from '../behavior.ts';
import { type Calls, nth } from '../calls.ts';
import { Flights } from '../flights.ts';
import { SPENT } from '../follow/story.ts';
import { longer } from '../memory.ts';
import { type Network, OP } from '../network.ts';
import { CLASS } from '../plan.ts';
import type { Homes } from './homes.ts';
import { SALT, saltOfStep } from './salts.ts';

/** `visit` counts no further. */
const mostTries = 255;

export class Caching {
  readonly links: readonly number[];
  private readonly indexes: readonly number[];
  private readonly net: Network;
  private readonly calls: Calls;
  private readonly homes: Homes;
  private readonly flights: Flights;
  private readonly firstSlot: number;
  private readonly slots: number;
  /** Per call: when it began to read the row it is reading. */
  private began = new Float64Array(0);

  constructor(ctx: NodeContext, homes: Homes) {
    this.links = ctx.linksTo('cache');
    this.indexes = ctx.linksTo('index');
    this.net = ctx.net;
    this.calls = ctx.net.calls;
    this.homes = homes;
    this.flights = new Flights(ctx.memory, ctx.net.calls);
    this.firstSlot = ctx.firstSlot;
    this.slots = ctx.slots;
    ctx.memory.grows(this as unknown as Record<'began', Float64Array>, 'began');
  }

  get isThere(): boolean {
    return this.links.length > 0;
  }

  /** Whether the cache that has a row reads what it does not have by itself. */
  reads(row: number): boolean {
    return (this.standsFor(row) & STANDS_FOR.reads) !== 0;
  }

  /** Whether the cache that has a row takes the writes of it. */
  takesWrites(row: number): boolean {
    return (this.standsFor(row) & STANDS_FOR.writes) !== 0;
  }

  /** Whether the cache keeps what a request's search finds: then an index is to it what a database is to a row. */
  keepsResults(call: number): boolean {
    if (this.calls.cls[call] !== CLASS.search || this.indexes.length === 0) return false;
    return (this.standsFor(this.homes.rowNow(call)) & STANDS_FOR.results) !== 0;
  }

  /** What to ask the cache for. */
  question(call: number): number {
    return this.keepsResults(call) ? ASK.find : ASK.get;
  }

  private standsFor(row: number): number {
    return this.isThere ? this.net.instances.standsFor[this.net.links.to[this.homes.home(this.links, row)]] : 0;
  }

  /** A call sets out to read the row that the cache did not have. */
  begins(call: number): void {
    if (nth(call) >= this.began.length) this.began = longer(this.began, new Float64Array(Math.max(256, nth(this.calls.used))));
    this.began[nth(call)] = this.net.now;
  }

  /** Whether another call of this instance is out for the row, so that this one now waits; else it goes itself. */
  waitsFor(call: number, row: number): boolean {
    return this.flights.joins(row * this.slots + this.calls.to[call] - this.firstSlot, call);
  }

  /** The one that was out is back. @returns the first of those that waited, the others by `next`; -1 when nobody did */
  land(call: number): number {
    return this.flights.land(call);
  }

  /** Somebody else reads the row: `served` follows when it is time to ask again. @param answer the cache's, with the time */
  pause(call: number, answer: number): void {
    this.calls.scratch[call] = Math.min(this.calls.visit[answer] + 1, mostTries);
    this.net.follower?.doing(call, SPENT.pause);
    this.net.schedule(call, OP.served, this.net.now + this.calls.version[answer]);
  }

  /** Asks again, as often as it has been told to wait. @param child the new question */
  repeats(call: number, child: number): void {
    this.calls.visit[child] = this.calls.scratch[call];
  }

  /** Says something to the cache that has the row, and waits for nothing. @param store the node the row came from, -1 for none */
  tell(call: number, what: number, version: number, store: number): void {
    const { calls, net } = this;
    const row = this.homes.rowNow(call);
    const salt = saltOfStep(net, call, what === ASK.set ? SALT.set + calls.visit[call] : SALT.invalidate);
    const link = this.homes.home(this.links, row);
    const note = net.tell(link, calls.to[call], calls.cls[call], this.homes.rows.keyOf(row), calls.request[call], salt);
    calls.scratch[note] = what === ASK.set && this.keepsResults(call) ? ASK.found : what;
    calls.version[note] = version;
    calls.memo[note] = store;
    if (what === ASK.set && nth(call) < this.began.length) calls.bornAt[note] = this.began[nth(call)];
  }

  /** Reads a row anew for the cache while the request goes on with the old one. The answer comes to `refreshed`. */
  refresh(call: number, sources: readonly number[], what: number): void {
    if (sources.length === 0) return;
    const { calls, net } = this;
    const row = this.homes.rowNow(call);
    const salt = saltOfStep(net, call, SALT.set + calls.visit[call]);
    const key = this.homes.rows.keyOf(row);
    const child = net.send(this.homes.home(sources, row), calls.to[call], -1, -1, calls.cls[call], key, calls.request[call], salt);
    calls.scratch[child] = what;
  }

  /** What `refresh` asked for is there. */
  refreshed(child: number): void {
    const { calls, net } = this;
    const row = this.homes.rows.of(calls.key[child]);
    const link = this.homes.home(this.links, row);
    const note = net.tell(link, calls.from[child], calls.cls[child], calls.key[child], calls.request[child], net.saltBelow(child));
    calls.scratch[note] = this.indexes.includes(calls.link[child]) ? ASK.found : ASK.set;
    calls.version[note] = calls.version[child];
    calls.memo[note] = net.links.to[calls.link[child]];
    calls.bornAt[note] = calls.bornAt[child];
  }

  /** The calls that waited for each other at an instance are gone. */
  crashed(slot: number): void {
    this.flights.forget(slot);
  }
}
